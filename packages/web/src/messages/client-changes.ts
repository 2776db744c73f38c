import { es } from './es/client-changes';
import { pick } from './locale';

const en = {
  proposed: (email: string) =>
    `You proposed ${email}. It counts once the client, logged in, has opened the link we sent there. Until then login links go to the address on file only, and no message of yours to them may hold [loginLink].`,
  withdraw: 'Withdraw the proposal',
  withdrawn: 'The proposal is withdrawn. The address on file stays.',
  emailHint:
    'They log in by themselves, so a new address is a proposal: it counts once they have confirmed it, logged in. The address on file is told.',
  uninvitedHint:
    'They have never logged in, so a new address counts at once. An invitation that is on its way stops working then; you can mail one to the new address after saving.',
  savedUninvited: (email: string) =>
    `Saved. An invitation mailed before has stopped working, and nothing has gone to ${email} yet.`,
  mailInvite: 'Mail the invitation',

  card: 'Start over with a new address',
  about:
    'Only for a client who can neither get mail at the address on file nor log in, and whom you know to be the one asking: by a call, for example. Whoever still reads the old mailbox or can log in stops it.',
  switchedOff:
    'Fresh starts are switched off at your practice. The person who runs this site can switch them on again.',
  open: 'Start over …',
  steps: [
    'At once, and again on day six, the old address is told and can stop it. So can any login.',
    'After seven days username, password, login links and all sessions of before end.',
    'An invitation goes to the new address. Nothing in the account is lost.',
    'Your client sees in their diary, for good, that you asked for this.',
  ],
  email: 'New email address',
  emailAbout: 'It can’t be your own, a colleague’s or the practice’s.',
  missing: 'Type the new email address.',
  goOn: 'Go on',
  question: (name: string, email: string) =>
    `Start over for ${name}, with the invitation going to ${email} in seven days?`,
  ask: 'Yes, start over',
  back: 'Back',
  asked: 'The seven days have begun. The old address is told now.',
  waits: (time: string) =>
    `A fresh start waits: on ${time} the old way in ends and an invitation goes to the new address, unless somebody stops it.`,
  cancel: 'Cancel the fresh start',
  cancelled: 'The fresh start is off. Everything stays as it was.',
};

export const clientChangesTexts = pick({ en, es });
