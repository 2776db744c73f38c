import type { ClientQuery } from '@latchstring/operations';

type Client = NonNullable<ClientQuery['client']>;
type Delivery = Client['deliveries']['nodes'][number];

/** What was sent to a client and what became of it, and what they did, newest first. */
export type Moment =
  | { kind: 'MESSAGE'; at: string; delivery: Delivery }
  | { kind: 'INVITED'; at: string }
  | { kind: 'LAST_LOGIN'; at: string }
  | { kind: 'ADDED'; at: string };

/** How the bead of a moment looks: full where it came through, a square where it came back, open where that is not known yet. */
export type Bead = 'OPEN' | 'CAME' | 'BACK';

export function timelineOf(client: Client): Moment[] {
  const moments: Moment[] = client.deliveries.nodes.map((delivery) => ({
    kind: 'MESSAGE',
    at: delivery.updatedAt,
    delivery,
  }));
  if (client.lastLoginAt) moments.push({ kind: 'LAST_LOGIN', at: client.lastLoginAt });
  if (client.invitedAt) moments.push({ kind: 'INVITED', at: client.invitedAt });
  moments.push({ kind: 'ADDED', at: client.createdAt });
  // Of two at the same moment the one that stands first here is the later one.
  return moments.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

export function beadOf(moment: Moment): Bead {
  if (moment.kind !== 'MESSAGE') return moment.kind === 'INVITED' ? 'OPEN' : 'CAME';
  const { state, loginLink } = moment.delivery;
  if (state === 'BOUNCED' || state === 'FAILED') return 'BACK';
  if (state !== 'DELIVERED') return 'OPEN';
  return loginLink === 'ACTIVE' || loginLink === 'WAITING' ? 'OPEN' : 'CAME';
}
