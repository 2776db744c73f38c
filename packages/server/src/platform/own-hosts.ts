import { domainToUnicode } from 'node:url';
import type { OwnHosts } from '@latchstring/message-language';

/** Both spellings of this site's host: as a URL writes it, and as a person does. */
export function ownHosts(publicUrl: string): OwnHosts {
  const { host, hostname } = new URL(publicUrl);
  return [host, host.replace(hostname, domainToUnicode(hostname))];
}
