import DataLoader from 'dataloader';
import { DAY_MS, later, MINUTE_MS, SECOND_MS } from '../../../platform/clock.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { calendarOf, startOfDay } from './calendar.ts';
import { checkEach } from './check-each.ts';
import { judgeLoginHelp } from './judge-login-help.ts';
import type { Calendar, LoginHelpFacts } from './login-help-facts.ts';
import { clientState, needsYou, type ClientState, type SentLinkState } from '../state/index.ts';
import { LOGIN_HELP_QUERY, type LoginHelpRow } from './login-help-query.ts';
import type { LoginHelpAction, LoginHelpReport } from './login-help.types.ts';
import { say } from '../../../platform/language/say.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { Viewer } from '../../../viewer.ts';

/** What is known of a client, and the days in whose words it is told. */
interface Known {
  facts: LoginHelpFacts;
  calendar: Calendar;
  timeZone: string;
}

type Loader = DataLoader<string, Known | null>;
const loaders = new WeakMap<RequestContext, Loader>();

/** Those asked for together are read together, by one statement. Null: of a client whom this very request has deleted. */
function read(context: RequestContext, clientId: string): Promise<Known | null> {
  let loader = loaders.get(context);
  if (!loader) {
    const viewer = loggedIn(context);
    // Nothing is kept: a mutation before this one in the same request may have changed what is true.
    loader = new DataLoader((ids) => readAll(context, viewer, ids), { cache: false });
    loaders.set(context, loader);
  }
  return loader.load(clientId);
}

/** The report about one client of this coach. */
export async function readLoginHelp(context: RequestContext, clientId: string): Promise<LoginHelpReport> {
  const known = await read(context, clientId);
  if (!known)
    return { verdict: say().loginHelpReport.thisClientIsDeleted, checks: [], suggestedAction: 'NONE' };
  const { facts, calendar, timeZone } = known;
  const { verdict, action } = judgeLoginHelp(facts, calendar);
  const checks = checkEach(facts, calendar).map(({ since, ...check }) => ({
    ...check,
    since: since && startOfDay(since, timeZone),
  }));
  return { verdict, checks, suggestedAction: action };
}

interface Standing {
  state: keyof typeof ClientState;
  needsYou: boolean;
  suggestedAction: keyof typeof LoginHelpAction;
}

const GONE: Standing = { state: 'DEACTIVATED', needsYou: false, suggestedAction: 'NONE' };

/** The same in one word, and the same thing to do, for lists. */
export async function readStanding(context: RequestContext, clientId: string): Promise<Standing> {
  const known = await read(context, clientId);
  if (!known) return GONE;
  const { facts, calendar } = known;
  const { action } = judgeLoginHelp(facts, calendar);
  return { state: clientState(facts), needsYou: needsYou(facts), suggestedAction: action };
}

async function readAll(
  { em, clock, settings }: RequestContext,
  viewer: Viewer,
  ids: readonly string[],
): Promise<(Known | null)[]> {
  const now = clock.now();
  const from = later(now, -settings.helpReportMs);
  const rows = await em.execute<LoginHelpRow[]>(LOGIN_HELP_QUERY, [
    viewer.account.id,
    ids.join(),
    from,
    from,
    now,
    from,
    later(now, -settings.limits.perTypedText.seconds * SECOND_MS),
  ]);
  const { timeZone } = viewer.account;
  const calendar = calendarOf(timeZone, now);
  const known = new Map(
    rows.map((row) => [row.id, { facts: toFacts(row, settings, now), calendar, timeZone }]),
  );
  return ids.map((id) => known.get(id) ?? null);
}

function toFacts(
  row: LoginHelpRow,
  { helpReportMs, loginLinkLifeMs, youngInviteMs, limits: { perTypedText } }: Settings,
  now: Date,
): LoginHelpFacts {
  const { invite_at: inviteAt, link_at: linkAt, asked_at: askedAt, failed_since: failedSince } = row;
  return {
    windowDays: helpReportMs / DAY_MS,
    name: row.first_name.trim() || row.last_name.trim() || say().loginHelpReport.thisClient,
    email: row.email,
    status: row.status,
    mayLogInWhileInactive: row.may_log_in_while_inactive,
    deactivatedAt: row.deactivated_at,
    deleteAt: row.delete_at,
    registeredAt: row.registered_at,
    lastLoginAt: row.last_login_at,
    emailState: row.email_state,
    linkPolicy: row.login_link_policy,
    proposedEmail: row.proposed_email,
    freshStart: row.fresh_start_id === null ? null : { at: row.fresh_start_at },
    invite: inviteAt && {
      at: inviteAt,
      isLive: row.invite_is_current === true && later(inviteAt, loginLinkLifeMs.invite) > now,
      isYoung: later(inviteAt, youngInviteMs) > now,
    },
    link: linkAt && { at: linkAt, state: linkState(row, now) },
    helperRequest: askedAt && {
      at: askedAt,
      asked: row.asked_kind === 'USERNAME_REQUESTED' ? 'USERNAME' : 'LINK',
    },
    failedPasswords: failedSince && { count: row.failed, since: failedSince },
    isThrottled: row.most_recent >= perTypedText.points,
    breakMinutes: (perTypedText.seconds * SECOND_MS) / MINUTE_MS,
  };
}

function linkState(row: LoginHelpRow, now: Date): SentLinkState {
  if (row.link_used_at) return 'USED';
  if (row.link_revoked_at) return 'REVOKED';
  const { link_delivery: delivery, link_expires_at: expiresAt } = row;
  if (delivery !== 'QUEUED' && delivery !== 'SENT' && delivery !== 'DELIVERED') return 'NOT_DELIVERED';
  if (!row.link_is_current || !expiresAt || expiresAt <= now) return 'RUN_OUT';
  return delivery === 'QUEUED' ? 'ON_ITS_WAY' : 'LIVE';
}
