/** Every page of the app, in each state that an address alone leads to. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { linkOf } from './mailbox.ts';
import { bo, maria } from './people.ts';
import type { RunningServer } from './start-server.ts';

export type Who = 'nobody' | 'client' | 'coach';
export type Visit = { name: string; path: string; as: Who };

/** The one page that is answered with a status other than 200. */
export const NOT_FOUND = '/no-such-page';

const unknown = `#${'A'.repeat(22)}`;

/** Makes what the pages show: links that work, a client, a message. `desk` is where the coach is logged in. */
export async function everyVisit(server: RunningServer, desk: BrowserContext): Promise<Visit[]> {
  const ask = asking(server.url, desk);
  const { links, client, message } = await furnish(server, ask);
  const nobody = {
    login: '/login',
    'login helper': '/login/help',
    'second step, too late': '/login/second-step',
    'login link': links.login,
    'login link, unknown': `/login/link${unknown}`,
    'login link, incomplete': '/login/link',
    welcome: links.invite,
    'welcome, unknown': `/welcome${unknown}`,
    'welcome, incomplete': '/welcome',
    stop: links.stop,
    'stop, unknown': `/stop${unknown}`,
    'stop, incomplete': '/stop',
    'confirm email': links.confirm,
    'confirm email, unknown': `/account/email${unknown}`,
    'confirm email, incomplete': '/account/email',
    mailbox: '/dev/mailbox',
    'not found': NOT_FOUND,
  };
  const coach = {
    'my account of a coach': '/account',
    clients: '/clients',
    client: `/clients/${client}`,
    'client, unknown': '/clients/none',
    'add a client': '/clients/new',
    'import clients': '/clients/import',
    'paste clients': '/clients/paste',
    messages: '/messages',
    'new message': '/messages/new',
    message: `/messages/${message}`,
    explorer: '/dev/graphiql',
  };
  const visits = (as: Who, pages: Record<string, string>) =>
    Object.entries(pages).map(([name, path]) => ({ name, path, as }));
  const all = [
    ...visits('nobody', nobody),
    ...visits('client', {
      'my account of a client': '/account',
      'login link, of oneself': links.login,
      'welcome, of somebody else': links.invite,
    }),
    ...visits('coach', coach),
    ...visits('coach', {
      'login link, of a client': links.login,
      'welcome, of a client': links.invite,
      'confirm email, of a client': links.confirm,
    }),
  ];
  await refuseGaps(all, server.url);
  return all;
}

/** A page that is added to the app's routes has to be added here. */
async function refuseGaps(visits: Visit[], url: string): Promise<void> {
  const source = await readFile(join(import.meta.dirname, '../../web/src/routes.ts'), 'utf8');
  const routes = [...source.matchAll(/^ {2}'(\/[^']*)':/gm)].map(([, path = '']) => path);
  const paths = visits.map(({ path }) => new URL(path, url).pathname);
  // The root leads on to one of the others.
  const missing = routes.filter((route) => {
    const pattern = new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`);
    return route !== '/' && !paths.some((path) => pattern.test(path));
  });
  if (routes.length === 0 || missing.length > 0)
    throw new Error(`Nobody looks at ${missing.join(', ') || 'any page'}: add it to visits.ts.`);
}

type Ask = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;

/** The coach's own API, as a script would use it. */
function asking(url: string, desk: BrowserContext): Ask {
  return async <Data>(query: string, variables: Record<string, unknown> = {}) => {
    const headers = { origin: url };
    const answer = await desk.request.post(`${url}/graphql`, { headers, data: { query, variables } });
    const { data, errors } = (await answer.json()) as { data?: Data; errors?: unknown };
    if (!data || errors) throw new Error(`${query} was answered: ${JSON.stringify(errors)}`);
    return data;
  };
}

async function furnish({ mailbox }: RunningServer, ask: Ask) {
  await ask('mutation ($username: String!) { requestLoginLink(username: $username) { __typename } }', {
    username: maria.username,
  });
  const login = linkOf(await mailbox.next(maria.email, /your login link/));

  const { clients } = await ask<{ clients: { nodes: { id: string; email: string }[] } }>(
    '{ clients(first: 100) { nodes { id email } } }',
  );
  const idOf = (email: string) => clients.nodes.find((node) => node.email === email)?.id ?? '';
  const proposed = 'bo.new@client.test';
  await ask(
    'mutation ($id: ID!, $email: String!) { updateClient(id: $id, input: { email: $email }) { __typename } }',
    { id: idOf(bo.email), email: proposed },
  );
  const stop = linkOf(await mailbox.next(bo.email, /proposed for you/));
  const confirm = linkOf(await mailbox.next(proposed, /confirm your new email address/));

  const added = { firstName: 'Ines', lastName: 'Saez', email: 'ines@client.test' };
  await ask('mutation ($input: AddClientInput!) { addClient(input: $input) { __typename } }', {
    input: added,
  });
  const invite = linkOf(await mailbox.next(added.email, /invitation/));

  const input = {
    // Spanish, so that whatever is English on a Spanish page is ours.
    subject: 'Tu acceso',
    body: 'Hola, [firstName]: [loginLink]',
    bodyFormat: 'TEXT',
    recipients: { clientIds: [idOf(maria.email)] },
  };
  const sent = await ask<{ sendMessage: { acceptedMessage: { id: string } } }>(
    'mutation ($input: MessageInput!) { sendMessage(input: $input) { ... on MessageAccepted { acceptedMessage { id } } } }',
    { input },
  );
  return {
    links: { login, stop, confirm, invite },
    client: idOf(maria.email),
    message: sent.sendMessage.acceptedMessage.id,
  };
}
