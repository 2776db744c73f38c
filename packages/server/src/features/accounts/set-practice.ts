import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Practice } from './practice.entity.ts';

/** Lets a practice's coaches ask for fresh starts, or not. Tells what was wrong, in words; null when it was done. */
export async function setPractice(
  { em }: { em: SqlEntityManager },
  { practice, 'fresh-starts': freshStarts }: { practice?: string; 'fresh-starts'?: string },
): Promise<string | null> {
  if (freshStarts !== 'on' && freshStarts !== 'off') return '--fresh-starts is on or off.';
  const name = practice?.trim() ?? '';
  const changed = await em.nativeUpdate(Practice, { name }, { freshStartsAllowed: freshStarts === 'on' });
  return changed > 0 ? null : `--practice: there is no practice called "${name}".`;
}
