import type { MyAccountChanged } from '../../accounts/index.ts';
import { Passkey } from './passkey.entity.ts';
import { isId } from '../../../platform/graphql/connection.types.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { FieldError, InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { reloadedAccount } from '../sessions/index.ts';
import { NO_SUCH } from './remove-passkey.ts';
import type { Viewer } from '../../../viewer.ts';
import { nameLengths } from '../../../settings/settings.ts';

/** A name opens nothing: neither password nor second step is asked for, and nobody is told. */
export async function renamePasskey(
  context: RequestContext,
  { account }: Viewer,
  { id, name }: { id: string; name: string },
): Promise<MyAccountChanged | InvalidInput> {
  const invalid = checkText(
    { field: 'id', text: id, max: 36, fault: () => (isId(id) ? null : NO_SUCH()) },
    { field: 'name', text: name, max: nameLengths.passkey },
  );
  if (invalid) return invalid;
  const own = { id, account: account.id };
  const renamed = await context.em.nativeUpdate(Passkey, own, { name: name.trim() });
  return renamed > 0 ? reloadedAccount(context) : new InvalidInput([new FieldError('id', NO_SUCH())]);
}
