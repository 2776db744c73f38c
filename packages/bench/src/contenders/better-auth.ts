/** Better Auth over node:http, with the hash of the product, in tables of its own of the same database. */
import { createServer } from 'node:http';
import argon2 from 'argon2';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import { magicLink, username } from 'better-auth/plugins';
import { openPool, port } from './asker.ts';

const HASHING = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const ENDLESS = { window: 10, max: 1_000_000_000 };

const auth = betterAuth({
  baseURL: 'https://login.example.com',
  secret: 'a-secret-for-the-bench-of-32-chars',
  database: openPool({ options: '-c search_path=better_auth' }),
  emailAndPassword: {
    enabled: true,
    password: {
      hash: (password) => argon2.hash(password, HASHING),
      verify: ({ hash, password }) => argon2.verify(hash, password),
    },
  },
  plugins: [username(), magicLink({ sendMagicLink: () => undefined })],
  // It counts, in memory, as it would, but refuses nothing.
  rateLimit: {
    enabled: true,
    ...ENDLESS,
    customRules: {
      '/sign-in/username': ENDLESS,
      '/sign-in/magic-link': ENDLESS,
      '/magic-link/verify': ENDLESS,
    },
  },
  telemetry: { enabled: false },
});

const { runMigrations } = await getMigrations(auth.options);
await runMigrations();
const handle = toNodeHandler(auth);
createServer((request, response) => void handle(request, response)).listen(port, '127.0.0.1');
