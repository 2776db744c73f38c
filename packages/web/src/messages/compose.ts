import { pick } from './locale';

const en = {
  title: 'New message',
  opening: 'One moment …',
  draftGone: 'This draft isn’t here any more. You can begin a new message.',

  recipients: 'Recipients',
  allActive: 'All active clients',
  allActiveHint: 'Whoever is active when it goes out.',
  search: 'Add a client',
  searchHint: 'Type a part of the name or address, then choose.',
  found: 'Clients found',
  noneFound: 'Nobody matches.',
  add: (name: string) => `Add ${name}`,
  chosen: 'Chosen recipients',
  remove: (name: string) => `Remove ${name}`,

  subject: 'Subject',
  body: 'Message',
  bodyHint: 'Type [ to choose a magic tag. Each reader gets their own words in its place.',
  tags: 'Insert a magic tag',
  offers: 'Magic tags',
  offered: (count: number) => `${count} magic tags. Choose with the arrow keys and Enter.`,

  copyToMe: 'Copy to me',
  copyToMeHint: 'In your copy [loginLink] stays as it is written: nobody but your client ever gets the link.',
  later: 'Send later',
  laterAt: 'Day and time',
  laterMissing: 'Choose a day and a time.',
  timeZone: 'Time zone',
  goesOut: (time: string) => `On your clock that is ${time}.`,

  problems: 'Before it can go',
  warnings: 'Good to know',
  removeThese: 'Remove these recipients',
  useTag: (tag: string) => `Use [${tag}]`,
  preview: (name: string) => `Preview for ${name}`,
  previewSubject: 'Subject:',
  test: 'Send test mail to me',
  testSent: 'A test mail is on its way to you.',

  send: (count: number) => (count === 1 ? 'Send to 1 client' : `Send to ${count} clients`),
  sendPlain: 'Send',
  schedule: 'Schedule',
  discard: 'Discard draft',
  saving: 'Saving the draft …',
  saved: (time: string) => `Draft saved ${time}`,
  notSaved: 'The draft could not be saved. It is tried again when you go on writing.',
};

export const composeTexts = pick({ en });
