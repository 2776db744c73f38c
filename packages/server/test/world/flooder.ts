/**
 * A flood of logins from a process of its own: `node flooder.ts URL ROUND`. Prints as JSON how they ended, and how long
 * each look at /healthz took meanwhile.
 */
import { setTimeout as pause } from 'node:timers/promises';

const [, , url = '', round = '0'] = process.argv;
const query = 'mutation ($u: String!, $p: String!) { login(username: $u, password: $p) { __typename } }';

async function tryToLogIn(i: number): Promise<string> {
  const cut = new AbortController();
  if (i % 2 === 1) setTimeout(() => cut.abort(), 5 + (i % 100));
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.18.${round}.${i}` },
      body: JSON.stringify({ query, variables: { u: `nobody.${round}.${i}`, p: 'not the password' } }),
      signal: cut.signal,
    });
    const { data } = (await response.json()) as { data: { login: { __typename: string } } };
    return data.login.__typename;
  } catch (error) {
    if (cut.signal.aborted) return 'cut off';
    throw error;
  }
}

const health: number[] = [];
let isOver = false;
const flood = Promise.all(Array.from({ length: 200 }, (_, i) => tryToLogIn(i))).finally(() => {
  isOver = true;
});
while (!isOver) {
  const start = performance.now();
  const { status } = await fetch(`${url}/healthz`);
  health.push(status === 200 ? performance.now() - start : Infinity);
  await pause(5);
}
process.stdout.write(JSON.stringify({ ended: await flood, health }));
