/** mercurius on Fastify. */
import fastify from 'fastify';
import mercurius from 'mercurius';
import { askerOf, port } from './asker.ts';
import { contract } from './contract.ts';

const app = fastify();
await app.register(mercurius, { schema: contract(), context: ({ headers }) => askerOf(headers) });
await app.listen({ port, host: '127.0.0.1' });
