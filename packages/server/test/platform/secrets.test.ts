import {
  RecoverUsernameDocument,
  RequestLoginLinkDocument,
  SaveDraftDocument,
  SaveMessageTemplateDocument,
  SendMessageDocument,
  type MessageInput,
} from '@latchstring/operations';
import { getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { loggedInBrowser } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { someOfEach } from '../world/long-form.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { argumentsWith, documentsFor, idPaths, rootFields } from '../world/ask-everything.ts';
import { useWorld, withoutLimits } from '../world/world.ts';

const schema = await createSchema();
const roots = rootFields(schema);
const world = useWorld({ settings: withoutLimits });

/** Fields that a name makes suspicious, each with what it gives to whom. A new one is a decision. */
const KNOWN = new Map([
  ['Me.username', 'to its owner'],
  ['InviteInspection.suggestedUsername', 'one made at random, to whoever holds the invite'],
  ['ApiTokenCreated.secret', 'once, to its owner'],
  ['ApiTokenCreated.token', 'its name and scopes, not itself'],
  ['AuthenticatorSetUp.secret', 'once, to its owner'],
  ['AuthenticatorSetUp.uri', 'once, to its owner'],
  ['RecoveryCodes.codes', 'once, to their owner'],
  ['PasskeyChallenge.challenge', 'to the browser that asked'],
  ['PasskeyChallenge.options', 'to the browser that asked'],
  ['SecondStepNeeded.challenge', 'to the browser that asked'],
  ['SecondStepNeeded.passkeyOptions', 'to the browser that asked'],
]);
const SUSPICIOUS =
  /token|hash|secret|username|password|credential|challenge|options$|code|\burl|uri|href|address|link/i;

it('C072 no field of any type is called as if it gave out a secret, but for those that are known to', () => {
  const found: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    if (type === schema.getQueryType() || type === schema.getMutationType()) continue;
    for (const field of Object.values(type.getFields())) {
      const holds = getNamedType(field.type).name;
      const isText = holds === 'String' || holds === 'ID' || field.name === 'token';
      if (isText && SUSPICIOUS.test(field.name)) found.push(`${type.name}.${field.name}`);
    }
  }
  expect(found.filter((name) => !KNOWN.has(name))).toEqual([]);
});

describe('C067 C072 whatever a person reads or does through the API', () => {
  let dana: Person;
  let maria: Person;
  let ids: string[] = [];
  /** What must not come out: tokens, codes and addresses from the letters, hashes from the tables. */
  const secrets = new Map<string, string>();

  beforeAll(async () => {
    const coach = await aCoach(world, { username: 'dana.of.the.north' });
    dana = coach;
    const own = { coachId: coach.id, practiceId: coach.practiceId };
    maria = await aClient(world, { ...own, username: 'maria.of.the.sea' });
    const leo = await aClient(world, { ...own, username: 'leo.of.the.hills' });
    await aClient(world, { ...own, username: 'noor.of.the.isles', registered: false });
    await aClient(world, { ...own, username: 'sam.of.the.plains', status: 'INACTIVE' });
    const browser = await loggedInBrowser(world, dana);
    const input: MessageInput = {
      subject: 'Your way in',
      body: 'Hi [firstName], [loginLink]',
      bodyFormat: 'TEXT',
      copyToMe: true,
      recipients: { clientIds: [maria.id, leo.id], allActive: false },
    };
    await browser.run(SendMessageDocument, { input, idempotencyKey: 'once' });
    await browser.run(SaveDraftDocument, { input });
    await browser.run(SaveMessageTemplateDocument, { name: 'Way in', subject: 'Hi', body: '[loginLink]' });
    for (const username of [maria.username, leo.username, 'noor.of.the.isles', dana.username])
      await world.browser().run(RequestLoginLinkDocument, { username });
    await world.browser().run(RecoverUsernameDocument, { email: leo.email });
    await loggedInBrowser(world, maria);
    for (const letter of await world.letters()) {
      const all = letter.kept.text + letter.kept.html;
      for (const [, token] of all.matchAll(/#([\w-]{22})\b/g)) secrets.set(token ?? '', 'a token');
      for (const [code] of letter.text.matchAll(/\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/g)) {
        secrets.set(code, 'a code');
        secrets.set(code.replace('-', ''), 'a code');
      }
    }
    await gatherFromTables();
  });

  async function gatherFromTables(): Promise<void> {
    const columns = await world.rows<{ t: string; c: string; type: string }>(
      `select quote_ident(table_name) as t, quote_ident(column_name) as c, data_type as type
         from information_schema.columns where table_schema = 'public'`,
    );
    for (const { t, c, type } of columns) {
      const values = await world.rows<{ v: string }>(
        'select ' + c + '::text as v from ' + t + ' where ' + c + ' is not null',
      );
      if (/hash|secret/.test(c)) for (const { v } of values) if (v.length > 8) secrets.set(v, `${t}.${c}`);
      if (c === 'id' && type === 'uuid') ids.push(...someOfEach([values.map(({ v }) => v)], 3));
    }
    for (const { username } of await world.rows<{ username: string }>('select username from account'))
      secrets.set(username, 'a username');
    ids = [...new Set(ids)];
  }

  /** Every field, with its own ids and whatever else it takes; all that came back, as it came. */
  async function everythingFor(person: Person, ownClient: string): Promise<string> {
    const said: string[] = [];
    let browser: Browser = await loggedInBrowser(world, person);
    // What ends the session or changes what opens the account comes last.
    const last = /^(logout|login|redeem|accept|setPassword|changeUsername|revoke|remove|delete|deactivate)/;
    const ordered = [...roots].sort(
      (a, b) => Number(last.test(a.field.name)) - Number(last.test(b.field.name)),
    );
    for (const root of ordered) {
      if (root.field.name === 'logout') continue;
      const places = idPaths(root.field.args);
      for (const id of places.length > 0 ? ids : ['']) {
        const path = places[0] ?? [];
        const variables = argumentsWith(root.field.args, path, { id, ownClient });
        for (const query of documentsFor(root, Object.keys(variables))) {
          const { response, errors } = await browser.post({ query, variables });
          said.push(response.body);
          if (errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED'))
            browser = await loggedInBrowser(world, person).catch(() => browser);
        }
      }
    }
    return said.join('\n');
  }

  function leaked(said: string, allowed: string[]): string[] {
    const found = [...secrets].filter(([secret]) => !allowed.includes(secret) && said.includes(secret));
    const addresses = said.match(/\/(?:login\/link|welcome|stop|account\/email)#[\w-]+/g) ?? [];
    return [...found.map(([secret, what]) => `${what}: ${secret}`), ...addresses];
  }

  it('a client learns no token, code or hash, and no other username', async () => {
    const said = await everythingFor(maria, maria.id);
    expect(said).toContain(maria.username);
    expect(leaked(said, [maria.username])).toEqual([]);
  }, 180_000);

  it('P091 a coach learns no token, code, hash or username of a client', async () => {
    expect(secrets.size).toBeGreaterThan(20);
    const said = await everythingFor(dana, maria.id);
    expect(said).toContain('"Your way in"');
    expect(said).toContain('[loginLink]');
    expect(leaked(said, [dana.username])).toEqual([]);
  }, 180_000);
});
