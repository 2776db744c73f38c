import { startServer } from './start-server.ts';

/** Before all journeys: a server fills its database once, and the servers of the journeys begin with copies of it. */
export default async function makeTemplate(): Promise<() => Promise<void>> {
  const server = await startServer();
  await server.halt();
  process.env.LATCHSTRING_TEMPLATE = server.dataDir;
  return () => server.stop();
}
