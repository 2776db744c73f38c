import type { AddressInfo } from 'node:net';
import fastify from 'fastify';

export interface MetricsServerOptions {
  host: string;
  port: number;
  contentType: string;
  read(): Promise<string>;
  version: string;
  onFault(error: unknown): void;
}

export interface MetricsServer {
  port: number;
  close(): Promise<void>;
}

/** Metrics and version, at a place of their own: what the world may ask and what the operator may are two ports. */
export async function openMetricsServer(options: MetricsServerOptions): Promise<MetricsServer> {
  const app = fastify({ logger: false, forceCloseConnections: true });
  app.get('/version', () => ({ version: options.version }));
  app.get('/metrics', async (_request, reply) => reply.type(options.contentType).send(await options.read()));
  app.setErrorHandler((error, _request, reply) => {
    options.onFault(error);
    return reply.code(500).type('text/plain').send('This could not be read.\n');
  });
  await app.listen({ host: options.host, port: options.port });
  return { port: (app.server.address() as AddressInfo).port, close: () => app.close() };
}
