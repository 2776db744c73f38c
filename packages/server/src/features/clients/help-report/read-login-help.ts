import DataLoader from 'dataloader';
import { DAY_MS, later, MINUTE_MS, SECOND_MS } from '../../../platform/clock.ts';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import { calendarOf, startOfDay } from './calendar.ts';
import { checkEach } from './check-each.ts';
import { judgeLoginHelp } from './judge-login-help.ts';
import type { LoginHelpFacts, SentLinkState } from './login-help-facts.ts';
import { LOGIN_HELP_QUERY, type LoginHelpRow } from './login-help-query.ts';
import type { LoginHelpReport } from './login-help.types.ts';
import { say } from '../../../platform/language/say.ts';
import type { Settings } from '../../../settings/settings.ts';
import type { Viewer } from '../../../viewer.ts';

type Loader = DataLoader<string, LoginHelpReport | null>;
const loaders = new WeakMap<RequestContext, Loader>();

// Of a client whom this very request has deleted: the answer to it still names them.
const gone = (): LoginHelpReport => ({
  verdict: say().loginHelpReport.thisClientIsDeleted,
  checks: [],
  suggestedAction: 'NONE',
});

/** The report about one client of this coach; those asked for together are read together. */
export async function readLoginHelp(context: RequestContext, clientId: string): Promise<LoginHelpReport> {
  let loader = loaders.get(context);
  if (!loader) {
    const viewer = loggedIn(context);
    // Nothing is kept: a mutation before this one in the same request may have changed what is true.
    loader = new DataLoader((ids) => readAll(context, viewer, ids), { cache: false });
    loaders.set(context, loader);
  }
  return (await loader.load(clientId)) ?? gone();
}

async function readAll(
  { em, clock, settings }: RequestContext,
  viewer: Viewer,
  ids: readonly string[],
): Promise<(LoginHelpReport | null)[]> {
  const now = clock.now();
  const from = later(now, -settings.helpReportMs);
  const rows = await em.execute<LoginHelpRow[]>(LOGIN_HELP_QUERY, [
    viewer.account.id,
    ids.join(),
    from,
    from,
    now,
    from,
    from,
    later(now, -settings.limits.perTypedText.seconds * SECOND_MS),
  ]);
  const zone = viewer.account.timeZone;
  const reports = new Map(rows.map((row) => [row.id, toReport(toFacts(row, settings, now), zone, now)]));
  return ids.map((id) => reports.get(id) ?? null);
}

function toReport(facts: LoginHelpFacts, timeZone: string, now: Date): LoginHelpReport {
  const calendar = calendarOf(timeZone, now);
  const { verdict, action } = judgeLoginHelp(facts, calendar);
  const checks = checkEach(facts, calendar).map(({ since, ...check }) => ({
    ...check,
    since: since && startOfDay(since, timeZone),
  }));
  return { verdict, checks, suggestedAction: action };
}

function toFacts(
  row: LoginHelpRow,
  { helpReportMs, loginLinkLifeMs, limits: { perTypedText } }: Settings,
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
  if (row.link_delivery === 'QUEUED') return 'ON_ITS_WAY';
  if (row.link_delivery !== 'SENT' && row.link_delivery !== 'DELIVERED') return 'NOT_DELIVERED';
  const { link_expires_at: expiresAt } = row;
  return row.link_is_current && expiresAt && expiresAt > now ? 'LIVE' : 'RUN_OUT';
}
