import { es } from './es/clients';
import { pick } from './locale';

const en = {
  title: 'Clients',
  search: 'Search by name or email address',
  show: 'Show',
  all: 'All clients',
  active: 'Active',
  inactive: 'Deactivated',
  order: 'Order',
  byName: 'By name',
  byAttention: 'Who needs attention first',
  byLogin: 'Last login first',
  byAdded: 'Newest first',
  count: (count: number) => (count === 1 ? '1 client' : `${count} clients`),
  list: 'Clients',
  none: 'No clients yet. Add the first one, and an invitation goes out by mail.',
  noneFound: 'Nobody matches. Try fewer letters, or show all clients.',
  showMore: 'Show more',
  opening: 'Fetching your clients …',
  tryAgain: 'Try again',

  addTitle: 'Add a client',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Email address',
  invite: 'Mail an invitation right away',
  inviteHint: 'It lets them choose a username and a password.',
  add: 'Add client',
  firstNameMissing: 'Type a first name.',
  emailMissing: 'Type an email address.',
  added: (name: string) => `${name} is added.`,
  addedInvited: (name: string, email: string) => `${name} is added. An invitation is on its way to ${email}.`,
  duplicateTitle: 'This email address is taken already',
  duplicateText: 'It belongs to:',
  reactivate: (name: string) => `Reactivate ${name}`,
  reactivated: (name: string) => `${name} is active again.`,
  addAnyway: 'Add anyway',
};

export const clientsTexts = pick({ en, es });
