import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { emailFault, practiceFault, tidied } from '../names/index.ts';
import { Practice } from '../practice.entity.ts';
import { lockPractices, practiceNamed } from './find-practice.ts';
import { Refusal } from './refusal.ts';

interface Tools {
  em: SqlEntityManager;
}

/** As the options of the command are called. */
interface Change {
  practice: string;
  freshStarts?: string;
  supportEmail?: string;
}

/** Lets a practice's coaches ask for fresh starts, or not; says whom its clients write to. */
export async function setPractice({ em }: Tools, { practice, freshStarts, supportEmail }: Change) {
  if (freshStarts === undefined && supportEmail === undefined)
    throw new Refusal('Say what is to change: --fresh-starts, --support-email, or both.');
  const fault = supportEmail === undefined ? null : emailFault(supportEmail);
  if (fault) throw new Refusal(`--support-email: ${fault}`);
  const { id } = await practiceNamed(em, practice);
  const change = {
    ...(freshStarts === undefined ? {} : { freshStartsAllowed: freshStarts === 'on' }),
    ...(supportEmail === undefined ? {} : { supportEmail: supportEmail.trim() }),
  };
  await em.nativeUpdate(Practice, { id }, change);
  return change;
}

/** Under the rules of a new name: the present one is nobody else's. */
export async function renamePractice({ em }: Tools, { practice, to }: { practice: string; to: string }) {
  await lockPractices(em);
  const { id, name: was } = await practiceNamed(em, practice);
  const others = await em.find(Practice, { id: { $ne: id } });
  const name = tidied(to);
  const fault = practiceFault(
    name,
    others.map((other) => other.name),
  );
  if (fault) throw new Refusal(`--to: ${fault}`);
  await em.nativeUpdate(Practice, { id }, { name });
  return { was, name };
}
