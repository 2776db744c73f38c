import { Account, accountsWithProposedEmail } from '../../accounts/index.ts';
import { readerKey } from '../../letters/index.ts';
import { Client, findOwnClients } from '../../clients/index.ts';
import { brokenText } from '../../../platform/graphql/text-input.ts';
import {
  FieldError,
  InvalidInput,
  TooManyAttempts,
  UserError,
} from '../../../platform/graphql/user-errors.types.ts';
import { ownHosts } from '../../../platform/own-hosts.ts';
import { inTurn } from '../../../platform/turns.ts';
import type { RequestContext } from '../../../request-context.ts';
import { checkMessage } from './check-message.ts';
import type { FoundProblem } from './found-problem.ts';
import { composeMessage, MOST_BODY_LENGTH, type ComposedMessage } from '@latchstring/message-language';
import { hideLoginLinks } from './hide-login-links.ts';
import { MessageCheck, MessagePreview, MessageProblem } from './message-check.types.ts';
import { type MessageInput } from './message-result.types.ts';
import { findNotIn } from './not-in.ts';
import { findOwnMessage } from './read-messages.ts';
import { renderFor } from './render-for.ts';
import { resolveSchedule, type ScheduledInstant } from './resolve-schedule.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

/** A message understood, with its real recipients and what is wrong with it. */
export interface Checked {
  composed: ComposedMessage;
  recipients: Account[];
  schedule: ScheduledInstant | null;
  problems: MessageProblem[];
  coach: Account;
}

// Beyond this no composing is tried: nobody writes so much, and it would only be refused later.
const MOST_TYPED = 200_000;

/** What checkMessage tells and sendMessage heeds: the same, over the real recipients. */
export async function preflight(
  context: RequestContext,
  viewer: Viewer,
  input: MessageInput,
): Promise<Checked | InvalidInput | TooManyAttempts> {
  const retryAt = await context.limits.take('composedPerCoach', viewer.account.id);
  if (retryAt) return new TooManyAttempts(retryAt, say().messages.messagesWereCheckedAndSavedVeryOften);
  const faults = writtenFaults(input);
  const recipients = await readRecipients(context, viewer, input, faults);
  const schedule = input.schedule ? resolveSchedule(input.schedule) : null;
  if (schedule?.kind === 'FAULT')
    faults.push(new FieldError(`input.schedule.${schedule.field}`, schedule.message));
  if (faults.length > 0 || schedule?.kind === 'FAULT') return new InvalidInput(faults);
  const hidden = await inTurn(() => hideLoginLinks(context, input));
  if (hidden instanceof InvalidInput) return hidden;
  const composed = await inTurn(() => composeMessage(hidden, ownHosts(context.publicUrl)));
  const coach = await context.em.findOneOrFail(
    Account,
    { id: viewer.account.id },
    { populate: ['practice'] },
  );
  const understood = { composed, recipients, schedule, coach };
  return { ...understood, problems: await findProblems(context, viewer, understood) };
}

async function findProblems(
  context: RequestContext,
  viewer: Viewer,
  { composed, recipients, schedule, coach }: Omit<Checked, 'problems'>,
): Promise<MessageProblem[]> {
  const proposed = await accountsWithProposedEmail(
    context,
    recipients.map(({ id }) => id),
  );
  const crowded = await findBeyondQuota(context, viewer, recipients);
  const found = checkMessage({
    message: composed,
    recipients: recipients.map((client) => ({
      ...client,
      isEmailChangePending: proposed.has(client.id),
      isBeyondQuota: crowded.has(client.id),
    })),
    coach,
    now: context.clock.now(),
    scheduledFor: schedule?.at ?? null,
    mostRecipients: context.settings.limits.recipientsPerCoach.points,
    mayName: viewer.apiToken?.scopes.includes('CLIENTS_READ') ?? true,
  });
  return found.map((problem) => toProblem(problem, recipients, viewer));
}

/** What makes a text unusable whatever it says. */
function writtenFaults({ subject, body }: MessageInput): FieldError[] {
  const faults: [field: string, message: string | null][] = [
    [
      'input.subject',
      subject.length > MOST_TYPED ? say().messages.thisSubjectIsTooLong : brokenText(subject),
    ],
    [
      'input.body',
      body.length > MOST_TYPED
        ? say().messages.thisMessageIsTooLongUse({ mostBodyLength: MOST_BODY_LENGTH })
        : brokenText(body),
    ],
  ];
  return faults.flatMap(([field, message]) => (message === null ? [] : [new FieldError(field, message)]));
}

/** The chosen clients of this coach; a foreign id, a coach's and an invented one are one and the same fault. */
async function readRecipients(
  { em, settings }: RequestContext,
  viewer: Viewer,
  { recipients }: MessageInput,
  faults: FieldError[],
): Promise<Account[]> {
  const ids = [...new Set(recipients.clientIds ?? [])];
  const most = settings.clientIdsPerMessage;
  if (ids.length > most) {
    const words = say().messages.chooseAtMostClients({ most });
    faults.push(new FieldError('input.recipients.clientIds', words));
    return [];
  }
  const named = await findOwnClients({ em }, viewer, ids);
  if (named.length < ids.length)
    faults.push(new FieldError('input.recipients.clientIds', say().messages.someOfTheseAreNoClients));
  const others = await othersMeant({ em }, viewer, recipients, faults);
  return [...new Map([...named, ...others].map((client) => [client.id, client])).values()];
}

/** Those who are meant without being named, as things stand now. */
async function othersMeant(
  { em }: Pick<RequestContext, 'em'>,
  viewer: Viewer,
  { allActive, notInOf }: MessageInput['recipients'],
  faults: FieldError[],
): Promise<Account[]> {
  const earlier = notInOf == null ? null : await findOwnMessage({ em }, viewer, notInOf);
  if (notInOf != null && !earlier)
    faults.push(new FieldError('input.recipients.notInOf', say().messages.thereIsNoSuchMessage));
  const notIn = earlier ? await findOwnClients({ em }, viewer, await findNotIn({ em }, earlier.id)) : [];
  if (!allActive) return notIn;
  const active = await em.find(Account, { coach: viewer.account.id, role: 'CLIENT', status: 'ACTIVE' });
  return [...active, ...notIn];
}

/** Those for whom this hour has no room any more, with the mails that have gone and with this message. */
async function findBeyondQuota(
  { limits }: RequestContext,
  viewer: Viewer,
  recipients: Account[],
): Promise<Set<string>> {
  const readers = [...Map.groupBy(recipients, (client) => readerKey(viewer.account.id, client))];
  const left = await limits.left(
    'mailsPerReader',
    readers.map(([key]) => key),
  );
  return new Set(readers.flatMap(([, own], i) => own.slice(left[i] ?? 0).map(({ id }) => id)));
}

/** A problem as it is told, with those of the recipients whom it is about. */
export function toProblem(found: FoundProblem, recipients: Account[], viewer: Viewer): MessageProblem {
  const { severity, kind, place, message, clientIds } = found;
  const { tag = null, suggestion = null, shown = null, fallback = null, limit = null } = found;
  const meant = new Set(clientIds);
  const clients = recipients
    .filter(({ id }) => meant.has(id))
    .map((client) => new Client(client, viewer.account.timeZone));
  return {
    severity,
    kind,
    place,
    message,
    tag,
    suggestion,
    shown,
    fallback,
    limit,
    clientCount: clients.length,
    clients,
  };
}

export function hasErrors({ problems }: Pick<Checked, 'problems'>): boolean {
  return problems.some(({ severity }) => severity === 'ERROR');
}

/** The answer of checkMessage: nothing is sent, no link is made. */
export async function checkMessageInput(
  context: RequestContext,
  viewer: Viewer,
  input: MessageInput,
): Promise<MessageCheck | InvalidInput | TooManyAttempts> {
  const checked = await preflight(context, viewer, input);
  if (checked instanceof UserError) return checked;
  const { recipients, problems, schedule } = checked;
  return Object.assign(new MessageCheck(), {
    ok: !hasErrors(checked),
    recipientCount: recipients.length,
    problems,
    scheduledFor: schedule?.at ?? null,
    clockChange: schedule?.clockChange ?? null,
    preview: (first: number, skip: number) => previewsOf(context, viewer, checked, { first, skip }),
  });
}

/** The same order at every look, so that one can go from one reader to the next. */
function byName(recipients: readonly Account[]): Account[] {
  const key = ({ firstName, lastName, id }: Account) => `${firstName} ${lastName} ${id}`;
  return recipients.toSorted((a, b) => key(a).localeCompare(key(b)));
}

/** What these clients would get; no address stands behind [loginLink]. */
async function previewsOf(
  { clock, settings, replyDomain }: RequestContext,
  viewer: Viewer,
  { composed, coach, recipients }: Checked,
  page: { first: number; skip: number },
): Promise<MessagePreview[]> {
  const skip = Math.max(0, page.skip);
  const first = Math.max(0, Math.min(page.first, settings.previewsAtOnce));
  const previews: MessagePreview[] = [];
  for (const client of byName(recipients).slice(skip, skip + first)) {
    const shared = recipients.some((other) => other.id !== client.id && other.emailKey === client.emailKey);
    const reader = { client, loginLink: null, until: null, shared, mayReply: replyDomain !== null };
    const { subject, html, text } = await inTurn(() =>
      renderFor(composed.content, coach, reader, clock.now()),
    );
    const shown = new Client(client, viewer.account.timeZone);
    previews.push({ client: shown, subject, html, text });
  }
  return previews;
}
