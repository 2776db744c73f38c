import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useWorld } from '../world/world.ts';

const world = useWorld({ env: { demoData: true } });

/** The fenced blocks of schema/README.md, as somebody would copy them. */
const readme = readFileSync(join(import.meta.dirname, '../../../../schema/README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
  language,
  text,
}));

describe('J8 schema/README.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchstring-readme-'));
  let said = '';
  let again = '';
  beforeAll(async () => {
    const url = await world.http.listen({ port: 0, host: '127.0.0.1' });
    for (const { language, text } of blocks) {
      const name = /^\/\/ ([\w.]+):/.exec(text)?.[1];
      if (language === 'js' && name) writeFileSync(join(folder, name), text);
    }
    const commands = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text);
    const script = commands.join('\necho\n').replaceAll('http://localhost:4000', url);
    const run = async (text: string) =>
      (await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', text], { cwd: folder })).stdout;
    said = await run(`${script}\necho "TOKEN $LATCHSTRING_TOKEN"`);
    again = await run(
      `export LATCHSTRING=${url} LATCHSTRING_TOKEN=${/TOKEN (\w+)/.exec(said)?.[1] ?? ''}\nnode send.mjs`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('leads from a token to a sent message by its own commands', async () => {
    expect(said).toContain('"__typename":"LoggedIn"');
    expect(said).toContain('"firstName":"Maria"');
    expect(said).toMatch(/Pre-flight: \{"ok":true/);
    expect(said).toMatch(/MessageAccepted \{"id":/);
    const letter = (await world.letters('maria@example.com')).at(-1);
    expect(letter?.text).toContain('Hi Maria,');
    expect(letter?.links()).toHaveLength(1);
  });

  it('walks a list to its end, and counts whom a message has not brought in', () => {
    const [, walked, all, names = ''] = /Walked (\d+) of (\d+): (.+)/.exec(said) ?? [];
    expect(walked).toBe(all);
    expect(new Set(names.split(', ')).size).toBeGreaterThan(2);
    expect(said).toMatch(/Your way in \{"cameIn":0,/);
    const [, notIn, writtenTo] = /Not in yet: (\d+); written to now: (\d+)/.exec(said) ?? [];
    expect(Number(notIn)).toBeGreaterThan(2);
    expect(writtenTo).toBe(notIn);
  });

  it('shows what such a token is refused', () => {
    expect(said.slice(said.indexOf('MessageAccepted'))).toContain('"code":"FORBIDDEN"');
  });

  it('sends nothing the second time', async () => {
    const id = /MessageAccepted \{"id":"([\w-]+)"/;
    expect(id.exec(again)?.[1]).toBe(id.exec(said)?.[1]);
    expect(await world.letters('maria@example.com')).toHaveLength(1);
  });

  it('says nothing of scopes, codes and limits that is not so', async () => {
    const schema = readFileSync(join(import.meta.dirname, '../../../../schema/schema.graphql'), 'utf8');
    for (const [scope] of readme.matchAll(/\b[A-Z]+_(?:READ|WRITE|SEND)\b/g)) expect(schema).toContain(scope);
    const { defaultSettings } = await import('../../src/settings/settings.ts');
    expect(readme).toContain(`At most ${defaultSettings.apiTokensAtOnce} tokens an account`);
  });

  it('states each limit as the settings have it', async () => {
    const { defaultSettings } = await import('../../src/settings/settings.ts');
    const { limits, documents, clientIdsPerMessage } = defaultSettings;
    const digits = (number: number) => number.toLocaleString('en');
    const { createSchema } = await import('../../src/schema.ts');
    const schema = await createSchema();
    const costOf = (type: string, field: string) =>
      digits(Number((schema.getType(type) as GraphQLObjectType).getFields()[field]?.extensions['cost']));
    const often = ({ points, seconds }: { points: number; seconds: number }) =>
      `${digits(points)} ${seconds === 3_600 ? 'an hour' : `in ${seconds / 60} minutes`}`;
    const stated = new Map(
      [...readme.matchAll(/^\| (.+?) +\| (.+?) +\| .+ \|$/gm)].map(([, what = '', limit = '']) => [
        what,
        limit,
      ]),
    );
    const { depth, fields, breadth, aliases, directives, operations, cost } = documents;
    const expected = {
      'a document, with every fragment where it is spread': `fields ${depth} deep, ${digits(fields)} in all, ${breadth} side by side; ${aliases} aliases, ${directives} directives; ${operations} operations`,
      'the answer of a document': `${digits(cost)} fields, pages counted in full; a message checked or saved counts as ${costOf('Query', 'checkMessage')}, a preview as ${costOf('MessageCheck', 'previews')}`,
      'clients named in one message': digits(clientIdsPerMessage),
      'messages of a coach, test mails included': often(limits.messagesPerCoach),
      'messages of a coach checked, saved, tested and sent': `${often(limits.composedPerCoach)}; three in one document`,
      'recipients of a coach’s messages': often(limits.recipientsPerCoach),
      'invites of a coach, proposed addresses and fresh starts included': often(limits.invitesPerCoach),
      'of all these together, to one client; to one address nobody has come in from': often(
        limits.mailsPerReader,
      ),
      'clients added without an invite': often(limits.clientsAddedPerCoach),
      'new addresses, fresh starts and deletions of one client': often(limits.accessChangesPerAccount),
      'tries of a secret, from one place': `${often(limits.perSource)}, ${limits.perTypedText.points} for the same text`,
      'usernames that turn out to be taken, from one place': `${often(limits.takenUsernamesPerSource)}, ${often(limits.takenUsernamesPerPractice)} for a practice`,
    };
    for (const [what, limit] of Object.entries(expected)) expect(stated.get(what), what).toBe(limit);
    expect(limits.perTypedText.seconds).toBe(limits.perSource.seconds);
  });
});
