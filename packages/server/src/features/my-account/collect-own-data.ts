import { AccessChange, AccessEvent, Account, actorWords } from '../accounts/index.ts';
import { LetterSent } from '../letters/index.ts';
import {
  ApiToken,
  KnownBrowser,
  Session,
  LoginLink,
  Passkey,
  Authenticator,
  RecoveryCode,
} from '../login/index.ts';
import { Delivery, Reply } from '../messages/index.ts';
import type { Mechanisms } from '../../request-context.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock' | 'siteName'>;

/**
 * All that is kept about one person, in the words of the product. Written out field by field: what is not named here
 * does not leave, and nothing that opens an account, or stands for it as a hash, is named.
 */
export async function collectOwnData(tools: Tools, accountId: string): Promise<object> {
  return {
    about: `All that ${tools.siteName} keeps about you. Times are UTC. Passwords, links, codes and tokens are kept only as hashes, which are left out.`,
    exportedAt: tools.clock.now(),
    account: await accountOf(tools, accountId),
    sessions: await sessionsOf(tools, accountId),
    browsers: await browsersOf(tools, accountId),
    accessDiary: await diaryOf(tools, accountId),
    passkeys: await passkeysOf(tools, accountId),
    secondStep: await secondStepOf(tools, accountId),
    accessChanges: await changesOf(tools, accountId),
    apiTokens: await apiTokensOf(tools, accountId),
    loginLinks: await linksOf(tools, accountId),
    letters: await lettersOf(tools, accountId),
    messages: await messagesOf(tools, accountId),
    replies: await repliesOf(tools, accountId),
  };
}

async function accountOf({ em }: Tools, id: string): Promise<object> {
  const account = await em.findOneOrFail(Account, { id }, { populate: ['practice', 'coach'], refresh: true });
  const { practice, coach, passwordHash, role, username, email, emailState, firstName, lastName } = account;
  const { timeZone, locale, status, mayLogInWhileInactive, loginLinkPolicy, loginCount } = account;
  const { createdAt, registeredAt, lastLoginAt, deleteAt } = account;
  return {
    id,
    role,
    username,
    email,
    emailState,
    firstName,
    lastName,
    timeZone,
    locale,
    practice: { name: practice.name, supportEmail: practice.supportEmail },
    coach: coach ? `${coach.firstName} ${coach.lastName}`.trim() : null,
    status,
    mayLogInWhileInactive,
    loginLinkPolicy,
    hasPassword: passwordHash !== null,
    createdAt,
    registeredAt,
    loginCount,
    lastLoginAt,
    deleteAt,
  };
}

async function sessionsOf({ em }: Tools, account: string): Promise<object[]> {
  const found = await em.find(Session, { account }, { orderBy: { createdAt: 'desc' } });
  return found.map(({ device, method, createdAt, lastSeenAt, expiresAt }) => ({
    device,
    method,
    createdAt,
    lastSeenAt,
    endsAtTheLatest: expiresAt,
  }));
}

/** A browser is known by a random cookie, whose hash is left out: what is left is when it was last used to log in. */
async function browsersOf({ em }: Tools, account: string): Promise<object[]> {
  const found = await em.find(KnownBrowser, { account }, { orderBy: { lastLoginAt: 'desc' } });
  return found.map(({ lastLoginAt }) => ({ lastLoginAt }));
}

async function diaryOf({ em }: Tools, account: string): Promise<object[]> {
  const found = await em.find(
    AccessEvent,
    { account },
    { orderBy: { at: 'desc', id: 'desc' }, populate: ['actorAccount'] },
  );
  return found.map((event) => {
    const { at, kind, device } = event;
    return { at, kind, actor: actorWords(event), device };
  });
}

async function linksOf({ em }: Tools, account: string): Promise<object[]> {
  const found = await em.find(LoginLink, { account }, { orderBy: { createdAt: 'desc' } });
  return found.map(
    ({ purpose, issuer, createdAt, expiresAt, usedAt, revokedAt, endedBy, openedByCoachAt }) => ({
      purpose,
      issuer,
      createdAt,
      expiresAt,
      usedAt,
      revokedAt,
      endedBy,
      openedByCoachAt,
    }),
  );
}

/** That one went is kept for a while, because of what the provider tells of it; what it said is not. */
async function lettersOf({ em }: Tools, account: string): Promise<object[]> {
  const found = await em.find(LetterSent, { account }, { orderBy: { sentAt: 'desc' } });
  return found.map(({ sentAt, askedBy }) => ({ sentAt, askedBy }));
}

async function passkeysOf({ em }: Tools, account: string): Promise<object[]> {
  const found = await em.find(Passkey, { account }, { orderBy: { createdAt: 'desc' } });
  return found.map(({ name, createdAt, lastUsedAt }) => ({ name, createdAt, lastUsedAt }));
}

/** The secret that an app shares with us, and the codes, stay where they are. */
async function secondStepOf({ em }: Tools, account: string): Promise<object> {
  const found = await em.find(Authenticator, { account }, { orderBy: { createdAt: 'desc' } });
  return {
    authenticatorApps: found.map(({ createdAt, confirmedAt }) => ({ createdAt, confirmedAt })),
    recoveryCodesLeft: await em.count(RecoveryCode, { account, usedAt: null }),
  };
}

/** New addresses and fresh starts, whoever asked for them and whatever became of them. */
async function changesOf({ em }: Tools, account: string): Promise<object[]> {
  const found = await em.find(
    AccessChange,
    { account },
    { orderBy: { createdAt: 'desc', id: 'desc' }, populate: ['askedByAccount'] },
  );
  return found.map(({ kind, askedBy, askedByAccount, oldEmail, newEmail, ...change }) => {
    const { createdAt, expiresAt, noticedAt, remindedAt, takesEffectAt, endedAt, endedAs } = change;
    const coach = askedByAccount ? `${askedByAccount.firstName} ${askedByAccount.lastName}`.trim() : '';
    return {
      kind,
      askedBy: askedBy === 'OWNER' ? 'You' : coach || 'Your coach',
      oldEmail,
      newEmail,
      createdAt,
      expiresAt,
      noticedAt,
      remindedAt,
      takesEffectAt,
      endedAt,
      endedAs,
    };
  });
}

async function apiTokensOf({ em }: Tools, account: string): Promise<object[]> {
  const found = await em.find(ApiToken, { account }, { orderBy: { createdAt: 'desc' } });
  return found.map(({ name, scopes, createdAt, lastUsedAt, expiresAt }) => ({
    name,
    scopes,
    createdAt,
    lastUsedAt,
    expiresAt,
  }));
}

const ARRIVED = ['SENT', 'DELIVERED', 'BOUNCED'] as const;

/** As the coach wrote them: tags stand literally. */
async function messagesOf({ em }: Tools, client: string): Promise<object[]> {
  const found = await em.find(
    Delivery,
    { client, isCopy: false, state: { $in: [...ARRIVED] } },
    { orderBy: { createdAt: 'desc' }, populate: ['message', 'message.coach'] },
  );
  return found.map(({ message, email, state, createdAt, updatedAt }) => ({
    from: `${message.coach.firstName} ${message.coach.lastName}`.trim(),
    to: email,
    state,
    createdAt,
    updatedAt,
    subject: message.subject,
    body: message.body,
    bodyFormat: message.bodyFormat,
  }));
}

/** What they wrote back: as it is kept, every login link cut out. */
async function repliesOf({ em }: Tools, client: string): Promise<object[]> {
  const found = await em.find(
    Reply,
    { delivery: { client } },
    { orderBy: { at: 'desc' }, populate: ['message'] },
  );
  return found.map(({ at, text, attachmentNames, message }) => ({
    at,
    inReplyTo: message.subject,
    text,
    attachmentNames,
  }));
}
