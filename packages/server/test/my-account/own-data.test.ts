import {
  ClientDocument,
  DeleteClientDocument,
  ExportMyDataDocument,
  MyDeletionDocument,
  ReactivateClientDocument,
  RequestEmailChangeDocument,
  RequestFreshStartDocument,
  SendMessageDocument,
  StopAccessChangeDocument,
  UpdateClientDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { keepHouse } from '../world/keep-house.ts';
import { askForLink, browserByLink, diaryOf, loggedInBrowser, me } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { changeToken } from '../world/changes.ts';
import { aPasskey } from '../world/passkey-acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { completeStep, firstStep, withAuthenticator } from '../world/second-step-acts.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const DAY_MS = 24 * 60 * 60_000;

async function exportOf(browser: Browser, currentPassword: string | null = null) {
  return (await browser.run(ExportMyDataDocument, { currentPassword })).exportMyData;
}

describe('own data', () => {
  it('holds profile, sessions, diary, links without their tokens, and messages as they were written', async () => {
    const coach = await aCoach(world);
    const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    const other = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    const desk = await loggedInBrowser(world, coach);
    const letter = await askForLink(world, client);
    world.clock.advance(1_000);
    const recipients = { clientIds: [client.id, other.id], allActive: false };
    const body = 'Hi [firstName], your way in: [loginLink]';
    const input = { subject: 'Your way in', body, bodyFormat: 'TEXT' as const, copyToMe: false, recipients };
    await desk.run(SendMessageDocument, { input });
    await loggedInBrowser(world, other);
    const mail = await world.latest(client.email);
    const browser = await loggedInBrowser(world, client);
    const result = await exportOf(browser);
    if (result.__typename !== 'OwnData') throw new Error(result.__typename);
    expect(result.fileName).toBe('latchstring-my-data-2026-11-25.json');
    const data = JSON.parse(result.json) as Record<string, unknown>;
    expect(data).toMatchObject({
      account: { username: client.username, email: client.email, coach: 'Dana Okafor', hasPassword: true },
      sessions: [{ device: 'Firefox on Windows', method: 'PASSWORD' }],
      messages: [{ from: 'Dana Okafor', to: client.email, subject: 'Your way in', body, state: 'SENT' }],
      loginLinks: [
        { issuer: 'COACH', usedAt: null },
        { issuer: 'HELPER', usedAt: null },
      ],
    });
    expect(data['accessDiary']).toContainEqual(
      expect.objectContaining({ kind: 'DATA_EXPORTED', actor: 'You' }),
    );

    const hashes = await world.rows<Record<string, string>>(
      `select a.password_hash, s.token_hash, l.token_hash as link_hash, k.browser_hash
         from account a join session s on s.account_id = a.id join login_link l on l.account_id = a.id
         join known_browser k on k.account_id = a.id where a.id = ?`,
      [client.id],
    );
    const secrets = [...hashes.flatMap((row) => Object.values(row)), ...browser.cookies.values()];
    for (const secret of [...secrets, letter.token(), letter.code(), mail.token(), client.password])
      expect(result.json).not.toContain(secret);
    for (const foreign of [other.username, other.email, coach.username, coach.email])
      expect(result.json).not.toContain(foreign);
  });

  it('holds second steps and changes of what opens the account, without what would pass or stop them', async () => {
    const coach = await aCoach(world);
    const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    const desk = await loggedInBrowser(world, coach);
    const app = await withAuthenticator(world, client);
    await aPasskey(app.browser);
    const [used = '', ...codes] = app.codes;
    const phone = world.browser();
    await completeStep(phone, (await firstStep(phone, client)).challenge, used);
    const own = `own.${client.email}`;
    await app.browser.run(RequestEmailChangeDocument, { email: own });
    await world.settle();
    const stop = await changeToken(world, client.email, 'STOP');
    await world.browser().run(StopAccessChangeDocument, { token: stop });
    world.clock.advance(1_000);
    const proposed = { email: `proposed.${client.email}`, onDuplicateEmail: 'ADD_ANYWAY' as const };
    await desk.run(UpdateClientDocument, { id: client.id, input: proposed });
    const begun = `begun.${client.email}`;
    world.clock.advance(1_000);
    await desk.run(RequestFreshStartDocument, { id: client.id, email: begun });
    await world.settle();
    const result = await exportOf(app.browser);
    if (result.__typename !== 'OwnData') throw new Error(result.__typename);
    const when = expect.stringMatching(/^2026-11-25T/) as string;
    expect(JSON.parse(result.json)).toMatchObject({
      passkeys: [{ name: 'My phone', createdAt: when }],
      secondStep: { authenticatorApps: [{ createdAt: when, confirmedAt: when }], recoveryCodesLeft: 9 },
      accessChanges: [
        { kind: 'FRESH_START', askedBy: 'Dana Okafor', newEmail: begun, endedAs: null, noticedAt: when },
        { kind: 'EMAIL_CHANGE', askedBy: 'Dana Okafor', newEmail: proposed.email },
        { kind: 'EMAIL_CHANGE', askedBy: 'You', oldEmail: client.email, newEmail: own, endedAs: 'STOPPED' },
      ],
    });
    const kept = await world.rows<Record<string, string>>(
      `select t.sealed_secret, r.code_hash, k.credential_id, k.public_key, l.token_hash
         from authenticator t join recovery_code r on r.account_id = t.account_id
         join passkey k on k.account_id = t.account_id join access_change c on c.account_id = t.account_id
         join access_change_link l on l.change_id = c.id where t.account_id = ?`,
      [client.id],
    );
    expect(kept.length).toBeGreaterThan(10);
    const links = [stop, await changeToken(world, client.email, 'STOP')];
    for (const secret of [app.secret, ...app.codes, ...links, ...kept.flatMap((row) => Object.values(row))])
      expect(result.json).not.toContain(secret);
    expect(codes).toHaveLength(9);
  });

  it('takes a login of the last quarter of an hour, or the current password; wrong ones are counted', async () => {
    const client = await aClient(world);
    const browser = await browserByLink(world, client);
    expect((await exportOf(browser)).__typename).toBe('OwnData');
    world.clock.advance(15 * 60_000);
    expect((await exportOf(browser)).__typename).toBe('CurrentPasswordWrong');
    expect((await exportOf(browser, 'not it')).__typename).toBe('CurrentPasswordWrong');
    expect((await exportOf(browser, client.password)).__typename).toBe('OwnData');
    const rows = (await diaryOf(world, browser)).filter(({ kind }) => kind === 'DATA_EXPORTED');
    expect(rows).toHaveLength(2);
    for (let i = 0; i < 9; i += 1) await exportOf(browser, 'not it');
    expect((await exportOf(browser, 'not it')).__typename).toBe('TooManyAttempts');
  });

  it('is nobody else’s to ask for, and not without end', async () => {
    const { errors } = await world.browser().ask(ExportMyDataDocument, {});
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    const browser = await loggedInBrowser(world, await aClient(world));
    for (let i = 0; i < 10; i += 1) expect((await exportOf(browser)).__typename).toBe('OwnData');
    expect((await exportOf(browser)).__typename).toBe('TooManyAttempts');
  });
});

describe('a client who is deleted', () => {
  it('reads by letter what happens, may look and take the data along, and is gone after 30 days', async () => {
    const coach = await aCoach(world);
    const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    const desk = await loggedInBrowser(world, coach);
    const early = await loggedInBrowser(world, client);
    await desk.run(DeleteClientDocument, { id: client.id });
    const letter = await world.latest(client.email);
    expect(letter.subject).toContain('your account will be deleted');
    expect(letter.prose).toContain('Download my data');
    expect(letter.prose).toContain(client.username);
    expect(letter.prose).toMatch(/Fri 25 Dec|25 Dec/);
    expect((await me(early))?.access).toBe('READ_ONLY');
    const browser = await browserByLink(world, client);
    expect((await browser.run(MyDeletionDocument, {})).me?.deleteAt).toBe(
      new Date(world.clock.now().getTime() + 30 * DAY_MS).toISOString(),
    );
    expect((await exportOf(browser)).__typename).toBe('OwnData');
    world.clock.advance(30 * DAY_MS);
    await keepHouse(world);
    expect(await me(browser)).toBeNull();
    expect(await world.rows('select id from account where id = ?', [client.id])).toEqual([]);
  });

  it('stays when the coach thinks better of it, without a trace of the end on the page', async () => {
    const coach = await aCoach(world);
    const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    const desk = await loggedInBrowser(world, coach);
    await desk.run(DeleteClientDocument, { id: client.id });
    await desk.run(ReactivateClientDocument, { id: client.id });
    expect((await desk.run(ClientDocument, { id: client.id })).client).toMatchObject({ deleteAt: null });
    const browser = await loggedInBrowser(world, client);
    expect((await browser.run(MyDeletionDocument, {})).me?.deleteAt).toBeNull();
    expect((await me(browser))?.access).toBe('FULL');
  });
});
