import type { House } from './house.ts';
import { linkOf } from './mailbox.ts';

/** A login link that this person asked for, out of their mailbox; no page was opened for it. */
export async function freshLink(
  house: Pick<House, 'server' | 'mailbox'>,
  { username, email }: { username: string; email: string },
): Promise<string> {
  await fetch(`${house.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation { requestLoginLink(username: "${username}") { __typename } }`,
    }),
  });
  return linkOf(await house.mailbox.next(email, /your login link/));
}
