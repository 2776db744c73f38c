import { domainToUnicode } from 'node:url';
import { readingsOf } from '../../platform/text/disguises.ts';
import { findAll, type Range } from '../../platform/text/view.ts';

const TOKEN_LENGTH = 22;
const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/**
 * An address of ours that opens something, live or not, in either spelling of its host; or its end alone. `withTail`:
 * whatever is stuck to its end goes with it, where words stand apart.
 */
export function loginAddress(publicUrl: string, { withTail }: { withTail: boolean }): RegExp {
  const { host, hostname } = new URL(publicUrl);
  const hosts = [host, host.replace(hostname, domainToUnicode(hostname))].map(escapeRegExp).join('|');
  const token = `[\\w-]{${TOKEN_LENGTH}${withTail ? ',' : ''}}`;
  return new RegExp(
    `(?:(?:h\\w{2}ps?:\\/\\/)?(?:${hosts})\\/+|(?<![\\w.:/-])\\/?)(?:login\\/+link|welcome|account\\/+email|stop)\\/?(?:\\?[^\\s#]{0,200})?#${token}`,
    'gi',
  );
}

/**
 * Where a text that somebody composes holds such addresses, however they are wrapped; words that stand apart stay so,
 * since a sentence about a page of ours is none. In order, and none within another.
 */
export function findLoginAddresses(text: string, publicUrl: string): Range[] {
  if (text.length < TOKEN_LENGTH) return [];
  const address = loginAddress(publicUrl, { withTail: true });
  const found = readingsOf(text)
    .wordwise.flatMap((view) => findAll(view, address))
    .sort((a, b) => a.start - b.start);
  const apart: Range[] = [];
  for (const { start, end } of found) {
    const last = apart.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}
