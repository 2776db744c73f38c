/** What the product stands on, without the product: Apollo Server on Fastify, and the statements by hand. */
import { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { askerOf, port, type Asker } from './asker.ts';
import { contract } from './contract.ts';

const app = fastify();
const apollo = new ApolloServer<Asker>({ schema: contract(), plugins: [fastifyApolloDrainPlugin(app)] });
await apollo.start();
app.post('/graphql', fastifyApolloHandler(apollo, { context: async ({ headers }) => askerOf(headers) }));
await app.listen({ port, host: '127.0.0.1' });
