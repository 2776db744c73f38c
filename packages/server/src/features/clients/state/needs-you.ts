import { later } from '../../../platform/clock.ts';
import type { Mechanisms } from '../../../request-context.ts';

/** The moments that a client's state is measured by, beside `account a`: for MOMENTS. */
export function momentsOf({ clock, settings }: Pick<Mechanisms, 'clock' | 'settings'>): Date[] {
  const now = clock.now();
  return [
    now,
    later(now, -settings.helpReportMs),
    later(now, -settings.loginLinkLifeMs.invite),
    later(now, -settings.youngInviteMs),
  ];
}

export const MOMENTS = `
  (select ?::timestamptz as now, ?::timestamptz as window_start, ?::timestamptz as invites_end,
          ?::timestamptz as invites_young) moment`;

const LINK_IS_UNUSED = `
  (a.link_sent_at > moment.window_start and (a.last_login_at is null or a.last_login_at < a.link_sent_at))`;

const LINK_IS_DEAD = `(a.link_ends_at <= moment.now or a.link_version <> a.credentials_version)`;

const HAS_DEAD_LINK = `(${LINK_IS_UNUSED} and ${LINK_IS_DEAD})`;

const TYPED_WRONG_PASSWORDS = `
  (a.wrong_password_at > moment.window_start and (a.last_login_at is null or a.wrong_password_at > a.last_login_at)
   and not coalesce(${LINK_IS_UNUSED} and not ${LINK_IS_DEAD}, false))`;

const INVITE_RAN_OUT = `
  (a.registered_at is null and a.invited_at <= moment.invites_young
   and (a.invited_at <= moment.invites_end or a.invite_version <> a.credentials_version))`;

/**
 * needsYou() of client-state.ts, over rows of `account a` and the moments alone. Whatever moves it by the clock is a
 * comparison with a moment, so that it is right at every instant without anybody who looks after it.
 */
export const NEEDS_YOU = `
  (a.status = 'ACTIVE' and (
    a.fresh_start_waits or a.email_state in ('BOUNCED', 'COMPLAINED')
    or ${INVITE_RAN_OUT}
    or (a.registered_at is not null and (
      a.proposal_ends_at > moment.now or ${TYPED_WRONG_PASSWORDS} or ${HAS_DEAD_LINK}))))`;

/**
 * Most pressing first: mail that comes back, a change of the coach's own that waits, who has not come in yet, a link that
 * did not arrive or ended unused, wrong passwords. Deactivated is who the coach wanted to be so.
 */
export const URGENCY = `
  case when a.status = 'INACTIVE' then '6'
       when a.email_state in ('BOUNCED', 'COMPLAINED') then '0'
       when a.fresh_start_waits or a.proposal_ends_at > moment.now then '1'
       when a.registered_at is null then '2'
       when ${HAS_DEAD_LINK} then '3'
       when ${TYPED_WRONG_PASSWORDS} then '4'
       else '5' end`;
