import { rewrite, type View } from './view.ts';

/** Mail filters that wrap addresses in their own and write them in a way of their own. Others percent-encode. */
export function hiddenByFilters(view: View): View[] {
  return [rewrite(rewrite(view, PROOFPOINT_2, readProofpoint2), PROOFPOINT_3, readProofpoint3)];
}

/** Proofpoint's URL Defense 2: - in place of %, and _ in place of /. */
const PROOFPOINT_2 = /\/v2\/url\?u=([^&\s]{1,4000})/gi;

const readProofpoint2 = ([, written = '']: RegExpMatchArray) =>
  written.replace(/-([0-9a-f]{2})|_/gi, (_, hex: string | undefined) =>
    hex === undefined ? '/' : String.fromCharCode(parseInt(hex, 16)),
  );

/** URL Defense 3: * for one special letter, ** and a length for several; which they are follows in base64. */
const PROOFPOINT_3 = /\/v3\/__(\S{1,4000}?)__;([\w-]{1,400})!/gi;
const RUN_LENGTHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function readProofpoint3([, written = '', letters = '']: RegExpMatchArray): string {
  const special = [...Buffer.from(letters, 'base64').toString('utf8')];
  return written.replace(/\*(?:\*([\w-]))?/g, (_, length: string | undefined) =>
    special.splice(0, length === undefined ? 1 : RUN_LENGTHS.indexOf(length) + 2).join(''),
  );
}
