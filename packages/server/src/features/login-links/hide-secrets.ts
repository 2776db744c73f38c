import { addressesAsHosts } from '../../platform/text/addresses.ts';
import { cutOut, wholeWord, type Cut } from '../../platform/text/cut.ts';
import { readingsOf } from '../../platform/text/disguises.ts';
import { findAll } from '../../platform/text/view.ts';
import type { Mechanisms } from '../../request-context.ts';
import { findLoginCodes } from './find-login-codes.ts';
import { findTokens } from './find-tokens.ts';
import { loginAddress } from './login-addresses.ts';

const TAG = '[loginLink]';

export interface Hiding {
  /** Whose login codes may stand in the text. */
  accountIds: string[];
  emailKeys: string[];
  /** Show every web address as its host: it may be a mail filter's, behind which a login link lies. */
  addressesAsHosts: boolean;
}

type Tools = Pick<Mechanisms, 'em' | 'clock' | 'publicUrl' | 'sealing'>;

const MOST_ROUNDS = 4;

/**
 * The text without anything that opens an account: whatever decodes to a token of ours, to an address of ours that
 * holds one, or to a login code reads [loginLink]. A token is known by its hash, so that nothing else is cut.
 */
export async function hideSecrets(tools: Tools, text: string, hiding: Hiding): Promise<string> {
  let seen = text;
  // What stood around a cut may read differently once it is gone.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = await hideOnce(tools, seen, hiding);
    if (next === seen) return seen;
    seen = next;
  }
  return withoutLongWords(seen);
}

async function hideOnce(tools: Tools, text: string, hiding: Hiding): Promise<string> {
  const { views, wordwise, squeezed, complete } = readingsOf(text);
  const address = loginAddress(tools.publicUrl, { withTail: false });
  const tokens = await findTokens(tools, [...views, squeezed]);
  const codes = await findLoginCodes(tools, views, hiding);
  const addresses = views.flatMap((view) => findAll(view, address));
  const found = [...addresses, ...tokens.ranges, ...codes];
  const cuts: Cut[] = found.map((range) => ({ ...wholeWord(text, range), put: TAG }));
  cuts.push(
    ...views.flatMap((view) => findAll(view, REPLY_ADDRESS)).map((range) => ({ ...range, put: '[…]' })),
  );
  if (hiding.addressesAsHosts) cuts.push(...wordwise.flatMap(addressesAsHosts));
  const rest = cutOut(text, cuts);
  return complete && tokens.complete ? rest : withoutLongWords(rest);
}

const REPLY_ADDRESS = /reply-[0-9a-f]{32}/gi;

/** For a text that hides things on purpose, deeper than we look: what is left can hide nothing. */
function withoutLongWords(text: string): string {
  return text.replace(/[^\s[\]]{20,}/g, '[…]');
}
