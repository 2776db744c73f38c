import { GraphQLError } from 'graphql';
import { passkeyLoginOptions } from '../../../platform/passkeys/passkeys.ts';
import type { RequestContext } from '../../../request-context.ts';
import { beginCeremony } from './ceremonies.ts';
import { PasskeyChallenge } from './passkeys.types.ts';
import { say } from '../../../platform/language/say.ts';

/** The same for everybody: the browser offers the passkeys it holds, and nothing here says who exists. */
export async function beginPasskeyLogin(context: RequestContext): Promise<PasskeyChallenge> {
  const retryAt = await context.limits.take('passkeyLoginsPerSource', context.source);
  if (retryAt)
    throw new GraphQLError(say().myAccount.tooManyPasskeyLoginsWereBegun, {
      extensions: { code: 'RATE_LIMITED' },
    });
  const { challenge, expiresAt } = await beginCeremony(context, { purpose: 'LOGIN' });
  const options = await passkeyLoginOptions(context, { challenge });
  return new PasskeyChallenge({ challenge, options, expiresAt });
}
