import {
  SaveDraftDocument,
  SaveMessageTemplateDocument,
  SendMessageDocument,
  type MessageInput,
} from '@latchstring/operations';
import { AccessChange } from '../../../src/features/accounts/waiting-changes/access-change.entity.ts';
import { AccessChangeLink } from '../../../src/features/access-changes/access-change-link.entity.ts';
import { ApiToken } from '../../../src/features/login/tokens/api-token.entity.ts';
import { Session } from '../../../src/features/login/sessions/session.entity.ts';
import { makeLoginCode } from '../../../src/features/login/links/make-login-code.ts';
import { mintLoginLink } from '../../../src/features/login/links/mint-login-link.ts';
import { Passkey } from '../../../src/features/login/passkeys/passkey.entity.ts';
import { PasskeyCeremony } from '../../../src/features/login/passkeys/passkey-ceremony.entity.ts';
import { Authenticator } from '../../../src/features/login/second-step/authenticator.entity.ts';
import { RecoveryCode } from '../../../src/features/login/second-step/recovery-code.entity.ts';
import { SecondStepChallenge } from '../../../src/features/login/second-step/second-step-challenge.entity.ts';
import { newApiSecret } from '../../../src/platform/api-secret.ts';
import { DAY_MS, later } from '../../../src/platform/clock.ts';
import { apiScopes } from '../../../src/platform/graphql/api-scopes.ts';
import { hashToken, newId, randomToken } from '../../../src/platform/random-token.ts';
import { newTotpSecret } from '../../../src/platform/totp/totp.ts';
import { loggedInBrowser } from '../acts.ts';
import { aClient, aCoach, type Person } from '../people.ts';
import { totpCode } from '../totp-code.ts';
import type { World } from '../world.ts';
import { LONG } from './hostile-values.ts';

/** Somebody of each kind with something of each kind, and whatever opens a door for one request. */

export const callers = ['anonymous', 'client', 'coach', 'program'] as const;
export type Caller = (typeof callers)[number];

/** One request's own session and browser: many of them end it. */
interface Visit {
  headers: Record<string, string>;
  account: Person;
  sessionId: string;
  browserHash: string;
}

export interface Cast {
  coach: Person & { practiceId: string };
  client: Person;
  /** What «client.id» and the like stand for. */
  known: Record<string, string>;
}

export async function newCast(world: World): Promise<Cast> {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  const client = await aClient(world, own);
  const invited = await aClient(world, { ...own, registered: false, password: null });
  const foreign = await aClient(world, { password: null });
  const browser = await loggedInBrowser(world, coach);
  const message = async (more: Partial<MessageInput> = {}) => {
    const input: MessageInput = {
      subject: 'Your way in',
      body: '[loginLink]',
      bodyFormat: 'TEXT',
      copyToMe: false,
      recipients: { clientIds: [client.id], allActive: false },
      ...more,
    };
    const { sendMessage } = await browser.run(SendMessageDocument, { input });
    if (sendMessage.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(sendMessage));
    return sendMessage.acceptedMessage.id;
  };
  const sent = await message();
  const scheduled = await message({ schedule: { localTime: '2030-01-01T09:00', timeZone: 'UTC' } });
  const recipients = { clientIds: [client.id], allActive: false };
  await browser.run(SaveDraftDocument, {
    input: { subject: 'Later', body: 'Hello', bodyFormat: 'TEXT', copyToMe: false, recipients },
  });
  await browser.run(SaveMessageTemplateDocument, { name: 'Mine', subject: 'Hi', body: 'Hello' });
  await anAuthenticator(world, coach);
  await aRecoveryCode(world, coach);
  const [session, passkey] = [await aSession(world, coach, randomToken(32)), await aPasskey(world, coach)];
  const secret = newApiSecret();
  await world.em.insert(ApiToken, {
    id: newId(),
    tokenHash: hashToken(secret),
    account: coach.id,
    name: 'A program',
    scopes: [...apiScopes],
    createdAt: world.clock.now(),
    lastUsedAt: null,
    expiresAt: null,
  });
  const [ids] = await world.rows<Record<string, string>>(
    `select (select id from message where coach_id = c.id and state = 'DRAFT') as draft,
            (select id from message_template where coach_id = c.id) as template,
            (select id from delivery where message_id = ?) as delivery,
            (select id from api_token where account_id = c.id) as "apiToken"
       from account c where c.id = ?`,
    [sent, coach.id],
  );
  const people = Object.entries({ coach, client, invited, foreign }).flatMap(
    ([who, { id, username, email }]) =>
      Object.entries({ id, username, email }).map(([what, value]) => [`${who}.${what}`, value]),
  );
  const rows = Object.entries({ ...ids, message: sent, scheduled, session, passkey }).map(([kind, id]) => [
    `${kind}.id`,
    id,
  ]);
  const long = LONG.map((text, i) => [`long${i}`, text]);
  const known = Object.fromEntries([
    ...people,
    ...rows,
    ...long,
    ['password', client.password],
  ]) as Cast['known'];
  return { coach, client, known: { ...known, secret } };
}

/** An authenticator app; one that a session set up still waits for its first code. */
async function anAuthenticator(
  world: World,
  { id: account }: Person,
  { secret = newTotpSecret(), setUpBySessionId = '' } = {},
): Promise<void> {
  const { em, sealing } = world.app.open();
  const [id, now] = [newId(), world.clock.now()];
  await em.insert(Authenticator, {
    id,
    account,
    sealedSecret: sealing.seal(secret, id),
    confirmedAt: setUpBySessionId ? null : now,
    setUpBySessionId: setUpBySessionId || newId(),
    lastStep: 0,
    createdAt: now,
  });
}

async function aRecoveryCode(world: World, { id: account }: Person): Promise<void> {
  const { em, passwords } = world.app.open();
  codeHash ??= await passwords.hash('nobody has this one');
  await em.insert(RecoveryCode, { account, position: 1, codeHash, usedAt: null });
}

let codeHash: string | undefined;

async function aPasskey(world: World, { id: account }: Person): Promise<string> {
  const [id, now] = [newId(), world.clock.now()];
  await world.em.insert(Passkey, {
    id,
    account,
    credentialId: randomToken(16),
    publicKey: randomToken(32),
    counter: 0,
    transports: '',
    name: 'A phone',
    createdAt: now,
    lastUsedAt: null,
  });
  return id;
}

async function aSession(world: World, { id: account }: Person, token: string): Promise<string> {
  const [id, now] = [newId(), world.clock.now()];
  await world.em.insert(Session, {
    id,
    tokenHash: hashToken(token),
    account,
    method: 'LOGIN_LINK',
    device: 'Firefox',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: later(now, DAY_MS),
    passwordWithoutCurrentUntil: later(now, DAY_MS),
    secondStepAt: now,
  });
  return id;
}

/** Somebody comes, in a session and a browser of their own. */
export async function visit(world: World, { coach, client, known }: Cast, who: Caller): Promise<Visit> {
  const account = who === 'client' ? client : coach;
  const [session, browser] = [randomToken(32), randomToken(32)];
  const browserHash = hashToken(browser);
  const cookies = [`latchstring-browser=${browser}`];
  const isInSession = who === 'client' || who === 'coach';
  const sessionId = isInSession ? await aSession(world, account, session) : newId();
  if (isInSession) cookies.push(`latchstring-session=${session}`);
  const headers: Record<string, string> =
    who === 'program' ? { authorization: `Bearer ${known['secret'] ?? ''}` } : { cookie: cookies.join('; ') };
  return { headers, account, sessionId, browserHash };
}

/** The values with everything filled in that only this moment knows. */
export async function fill<Values>(world: World, cast: Cast, visit: Visit, values: Values): Promise<Values> {
  const text = JSON.stringify(values);
  const filled = new Map<string, string>();
  for (const [, name = ''] of text.matchAll(/«([\w.]+)»/g))
    if (!filled.has(name)) filled.set(name, cast.known[name] ?? (await fresh(world, cast, visit, name)));
  const put = (given: unknown): unknown => {
    if (typeof given === 'string')
      return given.replaceAll(/«([\w.]+)»/g, (_, name: string) => filled.get(name) ?? '');
    if (Array.isArray(given)) return given.map(put);
    if (typeof given !== 'object' || given === null) return given;
    return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, put(value)]));
  };
  return put(values) as Values;
}

async function fresh(world: World, { client, known }: Cast, visitor: Visit, name: string): Promise<string> {
  const mechanisms = world.app.open();
  const asked = { accountId: client.id, credentialsVersion: await versionOf(world, client.id) };
  const tokenIn = ({ url }: { url: string }) => url.slice(url.indexOf('#') + 1);
  switch (name) {
    case 'link':
      return tokenIn(await mintLoginLink(mechanisms, { ...asked, issuer: 'HELPER' }));
    case 'invite': {
      const accountId = known['invited.id'] ?? '';
      const request = { accountId, credentialsVersion: await versionOf(world, accountId) };
      return tokenIn(await mintLoginLink(mechanisms, { ...request, issuer: 'COACH', purpose: 'INVITE' }));
    }
    case 'code': {
      const made = makeLoginCode(mechanisms, { ...asked, askedBy: 'ANYONE' });
      await made.makeLive();
      return made.code;
    }
    case 'confirm':
    case 'stop':
      return changeLink(world, client, name === 'stop' ? 'STOP' : 'CONFIRM');
    case 'totp': {
      const secret = newTotpSecret();
      await anAuthenticator(world, visitor.account, { secret, setUpBySessionId: visitor.sessionId });
      return totpCode(secret, world.clock.now());
    }
    case 'ADD':
    case 'LOGIN':
    case 'STEP':
      return challenge(world, visitor, name);
    default:
      throw new Error(`Nothing is called «${name}»`);
  }
}

async function versionOf(world: World, id: string): Promise<number> {
  const [row] = await world.rows<{ version: number }>(
    'select credentials_version as version from account where id = ?',
    [id],
  );
  return row?.version ?? 1;
}

async function changeLink(world: World, client: Person, purpose: 'CONFIRM' | 'STOP'): Promise<string> {
  const [id, token, now] = [newId(), randomToken(16), world.clock.now()];
  await world.rows(
    'update access_change set ended_at = ?, ended_as = ? where account_id = ? and ended_at is null',
    [...[now, 'REPLACED', client.id]],
  );
  await world.em.insert(AccessChange, {
    id,
    account: client.id,
    kind: 'EMAIL_CHANGE',
    askedBy: 'OWNER',
    askedByAccount: client.id,
    ...{
      oldEmail: client.email,
      newEmail: `new.${client.email}`,
      createdAt: now,
      expiresAt: later(now, DAY_MS),
    },
    ...{
      noticedAt: null,
      remindAt: null,
      remindedAt: null,
      takesEffectAt: null,
      endedAt: null,
      endedAs: null,
    },
  });
  await world.em.insert(AccessChangeLink, {
    tokenHash: hashToken(token),
    purpose,
    change: id,
    createdAt: now,
  });
  return token;
}

/** A passkey dialogue that this visitor began, or the question for their second step. */
async function challenge(world: World, visitor: Visit, kind: 'ADD' | 'LOGIN' | 'STEP'): Promise<string> {
  const { account, sessionId, browserHash } = visitor;
  const [token, expiresAt] = [randomToken(32), later(world.clock.now(), DAY_MS)];
  const owner = kind === 'ADD' ? { account: account.id, sessionId } : { account: null, sessionId: null };
  const challengeHash = hashToken(token);
  if (kind !== 'STEP')
    await world.em.insert(PasskeyCeremony, {
      id: newId(),
      challengeHash,
      purpose: kind,
      ...owner,
      browserHash,
      expiresAt,
    });
  else
    await world.em.insert(SecondStepChallenge, {
      id: newId(),
      tokenHash: challengeHash,
      account: account.id,
      sessionId: null,
      method: 'PASSWORD',
      mayReplacePassword: false,
      credentialsVersion: await versionOf(world, account.id),
      browserHash,
      expiresAt,
    });
  return token;
}
