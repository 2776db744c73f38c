/** graphql-yoga over node:http. */
import { createServer, type IncomingMessage } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { askerOf, port } from './asker.ts';
import { contract } from './contract.ts';

const yoga = createYoga<{ req: IncomingMessage }>({
  schema: contract(),
  context: ({ req }) => askerOf(req.headers),
  logging: false,
  graphiql: false,
  landingPage: false,
});
createServer((request, response) => void yoga(request, response)).listen(port, '127.0.0.1');
