import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from './platform/clock.ts';
import type { RequestCookies } from './platform/http/request-cookies.ts';
import type { Told } from './platform/http/told.ts';
import type { Jobs } from './platform/jobs/jobs.ts';
import type { Language } from './platform/language/languages.ts';
import type { Passwords } from './platform/passwords/passwords.ts';
import type { RateLimits } from './platform/rate-limits/rate-limits.ts';
import type { Sealing } from './platform/sealing/sealing.ts';
import type { Settings } from './settings/settings.ts';
import type { Viewer } from './viewer.ts';
import type { Proof } from './platform/graphql/access.ts';

type Limits = RateLimits<keyof Settings['limits']>;

/** What every request and every job has at hand. */
export interface Mechanisms {
  /** A fresh fork, never shared between two requests. */
  em: SqlEntityManager;
  clock: Clock;
  jobs: Jobs;
  limits: Limits;
  passwords: Passwords;
  sealing: Sealing;
  settings: Settings;
  publicUrl: string;
  siteName: string;
  /** Of whoever runs the site: for people who can't tell yet which practice is theirs. */
  supportEmail: string | null;
  /** Where replies to messages arrive; null: nowhere. */
  replyDomain: string | null;
}

/** One request: who asks, from where, with what. */
export interface RequestContext extends Mechanisms {
  [key: string]: unknown;
  requestId: string;
  /** What is told of it in the metrics. */
  told: Told;
  viewer: Viewer | null;
  expectedAccountId: string | null;
  /** Where it comes from, as it is counted. */
  source: string;
  /** In which language this browser asked for answers; null: in none of ours. */
  askedLanguage: Language | null;
  /** In words: Firefox on Windows. */
  device: string;
  cookies: RequestCookies;
  /** Whether the owner sits here, as a field's rule asks. The answer instead; null: go on. */
  proveOwner(proof: Proof, currentPassword: string | null): Promise<object | null>;
  /** SHA-256 of the browser cookie; null where the browser has none yet. */
  browserHash: string | null;
}

/** The viewer behind a field whose rule let only logged-in people in. */
export function loggedIn({ viewer }: RequestContext): Viewer {
  if (!viewer) throw new Error('A field without its access rule');
  return viewer;
}
