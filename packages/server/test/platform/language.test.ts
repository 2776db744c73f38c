import {
  AcceptInviteDocument,
  AddClientDocument,
  ClientDocument,
  MagicTagsDocument,
  MessageDocument,
  UpdateMyProfileDocument,
} from '@latchstring/operations';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aClient, aCoach } from '../world/people.ts';
import { loggedInBrowser, logIn, me, sessionsOf } from '../world/acts.ts';
import { changeToken } from '../world/changes.ts';
import { deliverNow, sendTo } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const appDir = await mkdtemp(join(tmpdir(), 'latchstring-app-'));
await mkdir(join(appDir, 'es'));
await writeFile(join(appDir, 'index.html'), '<!doctype html><html lang="en">');
await writeFile(join(appDir, 'es/index.html'), '<!doctype html><html lang="es">');
const world = useWorld({ env: { appDir } });

async function pageFor(headers: Record<string, string>) {
  return world.http.inject({ method: 'GET', url: '/login', headers: { host: 'localhost:4000', ...headers } });
}

const languageOf = (page: string) => /lang="(\w+)"/.exec(page)?.[1];

describe('the language of a page', () => {
  it.each([
    ['nothing', {}, 'en'],
    ['Spanish', { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' }, 'es'],
    ['Spanish after a language that is not spoken here', { 'accept-language': 'ca,es;q=0.7,en;q=0.3' }, 'es'],
    ['English before Spanish, whatever the order', { 'accept-language': 'es;q=0.4,en-GB;q=0.9' }, 'en'],
    ['anything but Spanish', { 'accept-language': 'es;q=0,*' }, 'en'],
    ['nonsense', { 'accept-language': ';;q=,es-;q=x,\u00ff' }, 'en'],
    ['English, but Spanish was chosen', { 'accept-language': 'en', cookie: 'latchstring-language=es' }, 'es'],
    ['Spanish, but English was chosen', { 'accept-language': 'es', cookie: 'latchstring-language=en' }, 'en'],
    [
      'Spanish, and a choice that is none',
      { 'accept-language': 'es', cookie: 'latchstring-language=../x' },
      'es',
    ],
  ])('for a browser that asks for %s', async (_, headers, expected) => {
    const page = await pageFor(headers);
    expect(languageOf(page.body)).toBe(expected);
  });

  it('is told to caches, and the page itself is kept by none', async () => {
    const { headers } = await pageFor({});
    expect(headers['vary']).toBe('Accept-Language, Cookie');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('the page of a language is no file of its own', async () => {
    const page = await world.http.inject({ url: '/es/index.html', headers: { host: 'localhost:4000' } });
    expect(page.statusCode).toBe(404);
  });
});

describe('the language of a person', () => {
  it('is kept once it is chosen, and nothing else of the profile changes', async () => {
    const browser = await loggedInBrowser(world, await aClient(world));
    expect((await me(browser))?.locale).toBe('en');
    await browser.run(UpdateMyProfileDocument, { input: { locale: 'es' } });
    expect(await me(browser)).toMatchObject({ locale: 'es', firstName: 'Maria', timeZone: 'Europe/Madrid' });
  });

  it("a new client begins with their coach's", async () => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    await browser.run(UpdateMyProfileDocument, { input: { locale: 'es' } });
    const input = { firstName: 'Lucía', lastName: 'Gil', email: 'lucia@client.test' };
    await browser.run(AddClientDocument, { input, invite: false, allowDuplicateEmail: false });
    expect(await world.rows('select locale from account where email = ?', [input.email])).toEqual([
      { locale: 'es' },
    ]);
  });
});

describe('the language of a client who accepts an invitation', () => {
  it.each([
    ['that of their browser', 'en', { 'accept-language': 'es-ES,es;q=0.9' }, 'es'],
    ["their coach's, where the browser asks for none of ours", 'es', { 'accept-language': 'ca' }, 'es'],
    ['that of their browser, whatever their coach speaks', 'es', { 'accept-language': 'en-GB' }, 'en'],
  ])('is %s', async (_, coachLocale, headers, expected) => {
    const coach = await aCoach(world);
    const desk = await loggedInBrowser(world, coach);
    await desk.run(UpdateMyProfileDocument, { input: { locale: coachLocale } });
    const email = `${coach.username}@client.test`;
    const input = { firstName: 'Lucía', lastName: 'Gil', email };
    await desk.run(AddClientDocument, { input, invite: true, allowDuplicateEmail: false });
    const token = await changeToken(world, email, 'INVITE');
    const phone = world.browser({ headers });
    const credentials = { username: `${coach.username}.client`, password: 'seven quiet tin boats' };
    const { acceptInvite } = await phone.run(AcceptInviteDocument, { token, ...credentials });
    expect(acceptInvite.__typename).toBe('LoggedIn');
    expect((await me(phone))?.locale).toBe(expected);
  });
});

describe('the language of an answer', () => {
  const spanish = { headers: { cookie: 'latchstring-language=es' } };
  const wrong = async (traits: object) => {
    const answer = await logIn(world.browser(traits), 'nobody.here', 'paper boats at noon');
    return answer.__typename === 'InvalidCredentials' ? answer.message : answer.__typename;
  };

  it('is that of its own request, however many come at once', async () => {
    const languages = Array.from({ length: 12 }, (_, at) => (at % 3 === 0 ? 'es' : 'en'));
    const words = await Promise.all(
      languages.map((language) => wrong({ headers: { 'accept-language': language } })),
    );
    for (const [at, said] of words.entries())
      expect(said).toMatch(languages[at] === 'es' ? /^El nombre de usuario o/ : /^Username or password/);
    expect(await wrong(spanish)).toMatch(/^El nombre de usuario o/);
  });

  it('reaches the faults of fields, faults that are thrown, and what was written down in English', async () => {
    const coach = await aCoach(world);
    const client = await aClient(world, {
      coachId: coach.id,
      practiceId: coach.practiceId,
      status: 'INACTIVE',
    });
    const browser = world.browser();
    browser.cookies.set('latchstring-language', 'es');
    await logIn(browser, coach.username, coach.password);
    const { updateMyProfile } = await browser.run(UpdateMyProfileDocument, { input: { locale: 'tlh' } });
    expect(updateMyProfile).toMatchObject({ fields: [{ message: 'Elige una de estas opciones: en, es.' }] });
    const [session] = await sessionsOf(browser);
    expect(session?.device).toBe('Firefox en Windows');
    const { client: shown } = await browser.run(ClientDocument, { id: client.id });
    expect(shown?.loginHelp.verdict).toBe(
      'Maria tiene el acceso desactivado, así que no puede entrar de ninguna forma. Reactívalo para que pueda.',
    );
    const own = await loggedInBrowser(world, await aClient(world));
    own.cookies.set('latchstring-language', 'es');
    const { errors } = await own.ask(ClientDocument, { id: client.id });
    expect(errors?.[0]?.message).toBe('No puedes hacer esto.');
  });

  it('tells a coach what each magic tag stands for in the language of the page', async () => {
    const browser = await loggedInBrowser(world, await aCoach(world));
    const told = async () => (await browser.run(MagicTagsDocument, {})).magicTags;
    const english = await told();
    browser.cookies.set('latchstring-language', 'es');
    const spanish = await told();
    expect(spanish.map(({ name }) => name)).toEqual(english.map(({ name }) => name));
    expect(spanish.find(({ name }) => name === 'loginLink')?.description).toBe(
      'El enlace de acceso personal de cada cliente. Nadie más lo ve nunca, tampoco tú.',
    );
    for (const [at, { description }] of spanish.entries())
      expect(description).not.toBe(english[at]?.description);
  });

  it('keeps the reason of a held delivery in English, and tells it in the language of whoever reads', async () => {
    const { browser, id, people } = await sendTo(world, 1, {
      schedule: { localTime: '2026-12-24T09:00', timeZone: 'Europe/Madrid' },
    });
    await world.em.execute("update account set email_state = 'BOUNCED' where id = ?", [people[0]?.id]);
    const minutes = (Date.parse('2026-12-24T08:01:00Z') - world.clock.now().getTime()) / 60_000;
    world.clock.advance(minutes * 60_000);
    await deliverNow(world);
    expect(await world.rows('select reason from delivery where message_id = ?', [id])).toEqual([
      { reason: 'Mail to this address came back. Correct it or try it again, then retry.' },
    ]);
    const coach = await world.rows<{ username: string }>(
      'select a.username from account a join message m on m.coach_id = a.id where m.id = ?',
      [id],
    );
    browser.cookies.set('latchstring-language', 'es');
    await logIn(browser, coach[0]?.username ?? '', 'paper boats at noon');
    const { message } = await browser.run(MessageDocument, { id, deliveries: 1 });
    expect(message?.deliveries.nodes[0]?.reason).toMatch(/^El correo a esta dirección ha vuelto/);
  });
});
