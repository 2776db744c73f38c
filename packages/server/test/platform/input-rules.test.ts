import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loggedInBrowser } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aCoach } from '../world/people.ts';
import { useWorld, withoutLimits } from '../world/world.ts';

const world = useWorld({ settings: withoutLimits });

/** `what(which)` → how many characters, from the page that says so. */
const page = readFileSync(join(import.meta.dirname, '../../../../docs/security.md'), 'utf8');
const written = new Map(
  [...page.matchAll(/^\| `(\w+\(\w+\))` +\| ([\d,]+) +\|/gm)].map(([, input = '', most = '']) => [
    input,
    Number(most.replaceAll(',', '')),
  ]),
);

interface Asked {
  query: string;
  /** Puts a text of this length in its place, right in every other way. */
  variables: (text: string) => Record<string, unknown>;
  ofLength?: (length: number) => string;
}

const faults = '__typename ... on InvalidInput { fields { field message } }';
const message = { body: 'Hello', bodyFormat: 'TEXT', copyToMe: false, recipients: { clientIds: [] } };
const check = `query ($input: MessageInput!) { checkMessage(input: $input) { ${faults} ... on MessageCheck { problems { message } } } }`;
const asked: Record<string, Asked> = {
  'changeUsername(username)': {
    query: `mutation ($x: String!) { changeUsername(username: $x) { ${faults} } }`,
    variables: (x) => ({ x }),
  },
  'login(username)': {
    query: `mutation ($x: String!) { login(username: $x, password: "y") { ${faults} } }`,
    variables: (x) => ({ x }),
  },
  'login(password)': {
    query: `mutation ($x: String!) { login(username: "nobody", password: $x) { ${faults} } }`,
    variables: (x) => ({ x }),
  },
  'recoverUsername(email)': {
    query: `mutation ($x: String!) { recoverUsername(email: $x) { ${faults} } }`,
    variables: (x) => ({ x }),
    ofLength: (length) => `x@${`${'d'.repeat(60)}.`.repeat(5).slice(0, length - 'x@.test'.length)}.test`,
  },
  'updateMyProfile(firstName)': {
    query: `mutation ($x: String!) { updateMyProfile(input: { firstName: $x }) { ${faults} } }`,
    variables: (x) => ({ x }),
  },
  'addClient(lastName)': {
    query: `mutation ($x: String!) { addClient(input: { firstName: "A", lastName: $x, email: "new@client.test" }) { ${faults} } }`,
    variables: (x) => ({ x }),
  },
  'redeemLoginCode(code)': {
    query: `mutation ($x: String!) { redeemLoginCode(username: "nobody", code: $x) { ${faults} } }`,
    variables: (x) => ({ x }),
  },
  'redeemLoginLink(token)': {
    query: `mutation ($x: String!) { redeemLoginLink(token: $x) { ${faults} } }`,
    variables: (x) => ({ x }),
  },
  'createApiToken(name)': {
    query: `mutation ($x: String!) { createApiToken(name: $x, scopes: [ACCOUNT_READ]) { ${faults} } }`,
    variables: (x) => ({ x }),
  },
  'checkMessage(subject)': { query: check, variables: (x) => ({ input: { ...message, subject: x } }) },
  'checkMessage(body)': {
    query: check,
    variables: (x) => ({ input: { ...message, subject: 'News', body: x } }),
    ofLength: (length) => 'word '.repeat(length / 5 + 1).slice(0, length),
  },
  'saveMessageTemplate(name)': {
    query: `mutation ($x: String!) { saveMessageTemplate(name: $x, subject: "s", body: "b") { ${faults} } }`,
    variables: (x) => ({ x }),
  },
};

describe('each input', () => {
  let coach: Browser;
  beforeAll(async () => {
    coach = await loggedInBrowser(world, await aCoach(world));
  });

  it('that docs/security.md names is asked for here, and the other way round', () => {
    expect([...written.keys()].sort()).toEqual(Object.keys(asked).sort());
  });

  it.each(Object.entries(asked))(
    'P051 takes as much as docs/security.md says, and no more: %s',
    async (name, { query, variables, ofLength = (length) => 'x'.repeat(length) }) => {
      const most = written.get(name) ?? 0;
      // The login itself must not end the coach's session.
      const browser = /^(login|redeem|recover)/.test(name) ? world.browser() : coach;
      const said = async (length: number) => {
        const { response } = await browser.post({ query, variables: variables(ofLength(length)) });
        expect(response.statusCode, response.body).toBe(200);
        return response.body;
      };
      const tooLong = /at most|has at most|too long/i;
      expect(await said(most)).not.toMatch(tooLong);
      expect(await said(most + 1)).toMatch(tooLong);
    },
  );
});
