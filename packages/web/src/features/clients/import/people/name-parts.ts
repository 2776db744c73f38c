export type NameParts = { firstName: string; lastName: string };

// Small words with which a last name begins.
const PARTICLE =
  /^(?:van|von|vom|zu|zum|de|del|della|di|da|das|do|dos|du|des|der|den|la|las|los|le|lo|el|al|bin|ibn|ter|ten|y)$/;

/** A name in one cell, taken apart: "Keller, Maria" and "Maria Keller"; the last word is the last name, with its small words. */
export function nameParts(name: string): NameParts {
  const whole = name.replaceAll(/[\s\u00a0]+/gu, ' ').trim();
  const [, last, first] = /^([^,]+),\s*([^,]+)$/u.exec(whole) ?? [];
  if (last && first) return { firstName: first.trim(), lastName: last.trim() };
  const words = whole.split(' ');
  let from = Math.max(words.length - 1, 1);
  while (from > 1 && PARTICLE.test(words[from - 1] ?? '')) from -= 1;
  return { firstName: words.slice(0, from).join(' '), lastName: words.slice(from).join(' ') };
}
