import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Access } from '../../../platform/graphql/access.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { CheckClientImportResult, ClientRowInput, ImportClientsResult } from './client-import.types.ts';
import { OnDuplicateEmail } from '../roster/index.ts';
import { checkClientImport, importClients } from './import-clients.ts';
import { written } from '../../../settings/descriptions.ts';
import { defaultSettings } from '../../../settings/settings.ts';

@Resolver()
export class ClientImportResolver {
  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Query(() => CheckClientImportResult, {
    description: `What importClients would do with this list of at most ${written(defaultSettings.rowsPerCheck)} rows. Nothing is written.`,
  })
  checkClientImport(
    @Ctx() context: RequestContext,
    @Arg('rows', () => [ClientRowInput]) rows: ClientRowInput[],
    @Arg('onDuplicateEmail', () => OnDuplicateEmail, { defaultValue: OnDuplicateEmail.ASK })
    onDuplicateEmail: keyof typeof OnDuplicateEmail,
  ): Promise<typeof CheckClientImportResult> {
    return checkClientImport(context, loggedIn(context), {
      rows,
      addAnyway: onDuplicateEmail === 'ADD_ANYWAY',
    });
  }

  @Access('COACH', { scopes: ['CLIENTS_WRITE'] })
  @Mutation(() => ImportClientsResult, {
    description: `Adds those of at most ${defaultSettings.rowsPerImport} rows who are new, all of them or nobody. Sent again, it adds nobody twice: the same name at the same address is the same person. invite: mails an invite to each.`,
  })
  importClients(
    @Ctx() context: RequestContext,
    @Arg('rows', () => [ClientRowInput]) rows: ClientRowInput[],
    @Arg('invite', () => Boolean, { defaultValue: true }) invite: boolean,
    @Arg('onDuplicateEmail', () => OnDuplicateEmail, { defaultValue: OnDuplicateEmail.ASK })
    onDuplicateEmail: keyof typeof OnDuplicateEmail,
  ): Promise<typeof ImportClientsResult> {
    const addAnyway = onDuplicateEmail === 'ADD_ANYWAY';
    return importClients(context, loggedIn(context), { rows, invite, addAnyway });
  }
}
