import type { ClientRowOutcome } from '@latchstring/operations';
import { clientImportTexts as texts } from '@latchstring/texts/app/client-import';
import type { BadgeLook } from '../../../ui/badge-look';
import type { RowNote } from './people/read-people';

const looks: Record<ClientRowOutcome, Omit<BadgeLook, 'text'>> = {
  ADDED: { kind: 'good', icon: 'plus' },
  ALREADY_THERE: { kind: 'quiet', icon: 'check' },
  ADDRESS_IN_USE: { kind: 'wait', icon: 'swap' },
  REPEATED: { kind: 'quiet', icon: 'copy' },
  FAULTY: { kind: 'bad', icon: 'warn' },
};

export function rowBadge(outcome: ClientRowOutcome): BadgeLook {
  return { ...looks[outcome], text: texts.outcomes[outcome] };
}

/** What was made of a row, or left out of it. */
export function noteWords({ kind, was = '', is = '' }: RowNote): string {
  const { notes } = texts;
  if (kind === 'NO_NAME') return notes.NO_NAME;
  if (kind === 'MORE_ADDRESSES') return notes.MORE_ADDRESSES({ was });
  if (kind === 'ZONE_READ_AS') return notes.ZONE_READ_AS({ was, is });
  return kind === 'ZONE_LEFT_OUT' ? notes.ZONE_LEFT_OUT({ was }) : notes.LANGUAGE_LEFT_OUT({ was });
}
