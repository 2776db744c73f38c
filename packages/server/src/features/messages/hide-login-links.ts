import { cutOut } from '../../platform/text/cut.ts';
import { findLoginAddresses } from '../login-links/index.ts';

/** Text or HTML with each address of ours that opens something replaced by the literal tag: what is stored holds no token. */
export function hideLoginLinks(text: string, publicUrl: string): string {
  const cuts = findLoginAddresses(text, publicUrl).map((range) => ({ ...range, put: '[loginLink]' }));
  return cutOut(text, cuts);
}
