import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { tidied } from '../names/index.ts';
import { Practice } from '../practice.entity.ts';
import { Refusal } from './refusal.ts';

/** Of two commands at once the second sees what the first has made, and makes no twin of it. */
export async function lockPractices(em: SqlEntityManager): Promise<void> {
  await em.execute('lock table practice in share row exclusive mode');
}

/** The practice of this name, however many spaces it was typed with; null: there is none. */
export async function findPractice(em: SqlEntityManager, typed: string): Promise<Practice | null> {
  const name = tidied(typed);
  const all = await em.find(Practice, {}, { orderBy: { createdAt: 'asc' } });
  const [found, ...others] = all.filter((practice) => tidied(practice.name) === name);
  if (others.length > 0)
    throw new Refusal(`--practice: there are ${others.length + 1} practices called "${name}".`);
  return found ?? null;
}

export async function practiceNamed(em: SqlEntityManager, typed: string): Promise<Practice> {
  const found = await findPractice(em, typed);
  if (!found) throw new Refusal(`--practice: there is no practice called "${tidied(typed)}".`);
  return found;
}
