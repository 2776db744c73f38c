import { noteLastLinks } from '../../accounts/index.ts';
import { hashToken, randomToken } from '../../../platform/random-token.ts';
import { later } from '../../../platform/clock.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { insertLinks, noteMade } from './link-store.ts';

// 128 bits, so that links stay short: 22 characters (ASVS 6.5.2 asks for 112).
const TOKEN_BYTES = 16;

const PAGES = { LOGIN: '/login/link', INVITE: '/welcome' };

interface Request {
  accountId: string;
  credentialsVersion: number;
  /** Sets how long it lives. */
  issuer: 'HELPER' | 'ADMIN' | 'COACH';
  purpose?: 'LOGIN' | 'INVITE';
  askedByBrowserHash?: string | null;
}

export interface MintedLink {
  url: string;
  expiresAt: Date;
}

/** Makes a link that logs in once. The token stands in the fragment, so that no server, proxy or Referer ever sees it. */
export async function mintLoginLink(
  { em, clock, settings, publicUrl }: Pick<Mechanisms, 'em' | 'clock' | 'settings' | 'publicUrl'>,
  request: Request,
): Promise<MintedLink> {
  const token = randomToken(TOKEN_BYTES);
  const now = clock.now();
  const purpose = request.purpose ?? 'LOGIN';
  const lives = settings.loginLinkLifeMs;
  const life = { HELPER: lives.helper, ADMIN: lives.admin, COACH: lives.message }[request.issuer];
  const expiresAt = later(now, purpose === 'INVITE' ? lives.invite : life);
  const link = {
    tokenHash: hashToken(token),
    purpose,
    accountId: request.accountId,
    issuer: request.issuer,
    credentialsVersion: request.credentialsVersion,
    askedByBrowserHash: request.askedByBrowserHash ?? null,
    deliveryId: null,
    createdAt: now,
    expiresAt,
  };
  await insertLinks({ em }, [link]);
  return { url: `${publicUrl}${PAGES[purpose]}#${token}`, expiresAt };
}

/** Makes the links of many deliveries by one statement; keyed by delivery. */
export async function mintLoginLinks(
  { em, clock, settings, publicUrl }: Pick<Mechanisms, 'em' | 'clock' | 'settings' | 'publicUrl'>,
  requests: { deliveryId: string; accountId: string; credentialsVersion: number }[],
): Promise<Map<string, MintedLink>> {
  const now = clock.now();
  const expiresAt = later(now, settings.loginLinkLifeMs.message);
  const minted = requests.map((request) => ({ ...request, token: randomToken(TOKEN_BYTES) }));
  await em.transactional(async (inside) => {
    const links = minted.map(({ deliveryId, accountId, credentialsVersion, token }) => ({
      tokenHash: hashToken(token),
      purpose: 'LOGIN' as const,
      accountId,
      issuer: 'COACH' as const,
      credentialsVersion,
      askedByBrowserHash: null,
      deliveryId,
      createdAt: now,
      expiresAt,
    }));
    await insertLinks({ em: inside }, links);
    await noteMade(
      { em: inside, clock },
      minted.map(({ deliveryId }) => deliveryId),
    );
    await noteLastLinks(
      { em: inside },
      links.map(({ accountId }) => accountId),
    );
  });
  return new Map(
    minted.map(({ deliveryId, token }) => [
      deliveryId,
      { url: `${publicUrl}${PAGES.LOGIN}#${token}`, expiresAt },
    ]),
  );
}
