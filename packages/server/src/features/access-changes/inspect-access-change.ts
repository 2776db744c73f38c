import { accountLabel, fullNameInLetter, practiceInLetter } from '../accounts/index.ts';
import { isCoachOfPractice, readToken } from '../login/index.ts';
import { InvalidInput } from '../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../request-context.ts';
import { AccessChangeInspection, type AccessChangeVisitor } from './access-changes.types.ts';
import { findChange, problemOf, type FoundChange } from './find-change-link.ts';
import { maskEmail } from './mask-email.ts';
import { say } from '../../platform/language/say.ts';
import type { Viewer } from '../../viewer.ts';

const DEAD = {
  usable: false,
  kind: null,
  accountLabel: null,
  oldEmailMasked: null,
  newEmailMasked: null,
  askedBy: null,
  isAskedByCoach: false,
  takesEffectAt: null,
  expiresAt: null,
};

/** What this stop or confirm link is about. Spends nothing; not counted, as 128 random bits can't be guessed. */
export async function inspectAccessChange(
  context: RequestContext,
  { token: typed }: { token: string },
): Promise<AccessChangeInspection> {
  const token = readToken(typed);
  if (token instanceof InvalidInput)
    return new AccessChangeInspection({
      ...DEAD,
      problem: 'EXPIRED',
      loggedInAs: visitor(context.viewer, null),
    });
  const change = (await findChange(context, token, 'CONFIRM')) ?? (await findChange(context, token, 'STOP'));
  const problem = problemOf(change, context.clock.now());
  const loggedInAs = visitor(context.viewer, change);
  if (!change || problem)
    return new AccessChangeInspection({ ...DEAD, problem, kind: change?.kind ?? null, loggedInAs });
  const { account, kind, askedBy, oldEmail, newEmail, takesEffectAt, expiresAt } = change;
  return new AccessChangeInspection({
    usable: true,
    problem: null,
    kind,
    accountLabel: accountLabel(account, context.siteName),
    oldEmailMasked: maskEmail(oldEmail),
    newEmailMasked: maskEmail(newEmail),
    askedBy: askerOf(change, context.siteName),
    isAskedByCoach: askedBy === 'COACH',
    takesEffectAt: takesEffectAt ?? null,
    expiresAt: expiresAt ?? null,
    loggedInAs,
  });
}

/** In words, as in the diary. */
function askerOf({ askedBy, askedByAccount, account }: FoundChange, siteName: string): string {
  if (askedBy === 'OWNER') return say().accessChanges.you;
  return (
    fullNameInLetter(askedByAccount) ||
    say().accessChanges.aCoachAt({ practice: practiceInLetter(account.practice, siteName) })
  );
}

function visitor(viewer: Viewer | null, change: FoundChange | null): keyof typeof AccessChangeVisitor {
  if (!viewer) return 'NOBODY';
  if (viewer.account.id === change?.account.id) return 'OWNER';
  return change && isCoachOfPractice(viewer, change.account) ? 'COACH' : 'SOMEONE_ELSE';
}
