import { nameFault, recordAccessEvent, securityLetterQueue } from '../../accounts/index.ts';
import { ApiToken } from './api-token.entity.ts';
import { newApiSecret } from '../../../platform/api-secret.ts';
import { later } from '../../../platform/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { ApiScope } from '../../../platform/graphql/api-scopes.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import {
  FieldError,
  InvalidInput,
  type TooManyAttempts,
  tooOften,
} from '../../../platform/graphql/user-errors.types.ts';
import { hashToken, newId } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { ApiTokenCreated } from './api-token.types.ts';
import { toApiTokenView } from './find-api-tokens.ts';
import { lockAccountOfSession } from '../sessions/index.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';
import { nameLengths } from '../../../settings/settings.ts';

interface Input {
  name: string;
  scopes: ApiScope[];
  expiresAt: Date | null;
}

/** A new API token: a way in that never asks for the second step again. The secret is in the answer, and nowhere else. */
export async function createApiToken(
  context: RequestContext,
  viewer: Viewer,
  input: Input,
): Promise<ApiTokenCreated | InvalidInput | TooManyAttempts> {
  const invalid = faultsOf(context, viewer, input);
  if (invalid) return invalid;
  const retryAt = await context.limits.take('apiTokensPerAccount', viewer.account.id);
  if (retryAt) return tooOften(retryAt);
  return keep(context, viewer, input);
}

function faultsOf({ clock, settings }: RequestContext, viewer: Viewer, input: Input): InvalidInput | null {
  const text = checkText({ field: 'name', text: input.name, max: nameLengths.apiToken, fault: nameFault });
  const faults = [...(text?.fields ?? [])];
  const scopesFault = faultOfScopes(input.scopes, viewer);
  if (scopesFault) faults.push(new FieldError('scopes', scopesFault));
  const { expiresAt } = input;
  const now = clock.now();
  if (expiresAt && expiresAt <= now)
    faults.push(new FieldError('expiresAt', say().myAccount.thisTimeHasPassedChooseALater));
  if (expiresAt && expiresAt > later(now, settings.apiTokenLifeMs))
    faults.push(new FieldError('expiresAt', say().myAccount.chooseASoonerEnd));
  return faults.length > 0 ? new InvalidInput(faults) : null;
}

function faultOfScopes(scopes: ApiScope[], { account }: Viewer): string | null {
  if (scopes.length === 0) return say().myAccount.chooseAtLeastOne;
  const ofCoaches = account.role === 'CLIENT' && scopes.some((scope) => scope !== 'ACCOUNT_READ');
  return ofCoaches ? say().myAccount.aClientsTokenCanReadTheAccount : null;
}

async function keep(
  context: RequestContext,
  viewer: Viewer,
  { name, scopes, expiresAt }: Input,
): Promise<ApiTokenCreated | InvalidInput> {
  const { account } = viewer;
  const secret = newApiSecret();
  return inTransaction(context, async ({ em, clock, jobs, settings, device, browserHash }) => {
    await lockAccountOfSession(em, viewer);
    const now = clock.now();
    const living = { account: account.id, $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
    if ((await em.count(ApiToken, living)) >= settings.apiTokensAtOnce)
      return new InvalidInput([
        new FieldError(
          'name',
          say().myAccount.youHaveTokensRevokeOne({ apiTokensAtOnce: settings.apiTokensAtOnce }),
        ),
      ]);
    const token = {
      id: newId(),
      name: name.trim(),
      scopes: [...new Set(scopes)],
      createdAt: now,
      lastUsedAt: null,
      expiresAt,
    };
    await em.insert(ApiToken, { ...token, tokenHash: hashToken(secret), account: account.id });
    const event = { accountId: account.id, actor: 'OWNER', device, browserHash } as const;
    await recordAccessEvent(em, clock, { ...event, kind: 'API_TOKEN_CREATED' });
    await jobs.enqueue(em, securityLetterQueue, {
      kind: 'API_TOKEN_CREATED',
      accountId: account.id,
      at: now.toISOString(),
      device,
      tokenName: token.name,
    });
    return new ApiTokenCreated(toApiTokenView(token), secret);
  });
}
