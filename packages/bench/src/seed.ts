/** Who is there to log in: the same people in the product's tables and in Better Auth's, with the same password. */
import { randomUUID } from 'node:crypto';
import argon2 from 'argon2';
import { sql } from './house.ts';
import { trustedDocument } from '../../operations/src/trusted.ts';
import * as operations from '../../operations/src/documents.ts';

/** As many links can be redeemed in one round as there are accounts: using one ends the others of its account. */
export const ACCOUNTS = 12_500;
/** Of these accounts somebody is logged in. */
export const SESSIONS = 32;
export const PASSWORD = 'correct horse battery staple';
export const usernameOf = (n: number) => `client.${n % ACCOUNTS}`;
export const emailOf = (n: number) => `client${n % ACCOUNTS}@client.test`;
export const sessionToken = (n: number) => `session-${n % SESSIONS}`.padEnd(43, '-');
export const linkToken = (n: number) => `link-${n}`.padEnd(22, '-');

export const documents = {
  me: trustedDocument(operations.MeDocument),
  link: trustedDocument(operations.RequestLoginLinkDocument),
  login: trustedDocument(operations.LoginDocument),
  redeem: trustedDocument(operations.RedeemLoginLinkDocument),
};

/** Of a text, as the product keeps tokens. */
const HASH = (text: string) =>
  `translate(encode(sha256(convert_to(${text}, 'utf8')), 'base64'), '+/=', '-_')`;

/** In production the product runs the documents of its app alone: they are put where `migrate` keeps those of a release. */
function keepDocuments(): void {
  const byId = Object.fromEntries(Object.values(documents).map(({ id, text }) => [id, text]));
  sql(`insert into release_file (release, path, content, kept_at) values
    ('bench', '.vite/trusted-documents.json', convert_to($doc$${JSON.stringify(byId)}$doc$, 'utf8'), now())`);
}

const hashing = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const passwordHash = await argon2.hash(PASSWORD, hashing);

export function seedProduct(): void {
  keepDocuments();
  const [practice, coach] = [randomUUID(), randomUUID()];
  const account = `insert into account (id, role, practice_id, coach_id, first_name, last_name, folded_name, email, email_key,
    username, username_key, password_hash, registered_at, created_at)`;
  sql(`
    insert into practice (id, name, support_email, created_at)
      values ('${practice}', 'Northwind Coaching', 'hello@northwind.test', now());
    ${account} values ('${coach}', 'COACH', '${practice}', null, 'Dana', 'Okafor', 'dana okafor', 'dana@northwind.test',
      'dana@northwind.test', 'dana.coach', 'dana.coach', null, now(), now());
    ${account} select gen_random_uuid(), 'CLIENT', '${practice}', '${coach}', 'Maria', 'Keller ' || n, 'maria keller ' || n,
      'client' || n || '@client.test', 'client' || n || '@client.test', 'client.' || n, 'client.' || n, '${passwordHash}',
      now(), now() from generate_series(0, ${ACCOUNTS - 1}) n;
    insert into session (id, account_id, token_hash, method, device, created_at, last_seen_at, expires_at)
      select gen_random_uuid(), a.id, ${HASH(`rpad('session-' || n, 43, '-')`)}, 'PASSWORD', 'Chrome on Linux', now(), now(),
        now() + interval '1 day' from generate_series(0, ${SESSIONS - 1}) n join account a on a.username_key = 'client.' || n;
    analyze;`);
}

export function seedBetterAuth(): void {
  sql(`set search_path = better_auth;
    insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt", username, "displayUsername")
      select 'user-' || n, 'Maria Keller', 'client' || n || '@client.test', true, now(), now(), 'client.' || n, 'client.' || n
        from generate_series(0, ${ACCOUNTS - 1}) n;
    insert into account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
      select 'account-' || n, 'user-' || n, 'credential', 'user-' || n, '${passwordHash}', now(), now()
        from generate_series(0, ${ACCOUNTS - 1}) n;
    analyze;`);
}

/** Fresh links for the product's accounts, numbered from `from`; those before are gone. */
export function mintLinks(from: number, count: number): void {
  sql(`truncate login_link;
    insert into login_link (id, token_hash, purpose, account_id, issuer, credentials_version, created_at, expires_at)
      select gen_random_uuid(), ${HASH(`rpad('link-' || n, 22, '-')`)}, 'LOGIN', a.id, 'HELPER', a.credentials_version, now(),
        now() + interval '1 hour'
        from generate_series(${from}, ${from + count - 1}) n join account a on a.username_key = 'client.' || n % ${ACCOUNTS};
    analyze login_link;`);
}

export function mintMagicLinks(from: number, count: number): void {
  sql(`set search_path = better_auth;
    truncate verification;
    insert into verification (id, identifier, value, "expiresAt", "createdAt", "updatedAt")
      select 'link-' || n, 'magic-link:' || rpad('link-' || n, 22, '-'),
        json_build_object('type', 'magic-link', 'email', 'client' || n % ${ACCOUNTS} || '@client.test'),
        now() + interval '1 hour', now(), now() from generate_series(${from}, ${from + count - 1}) n;
    analyze verification;`);
}
