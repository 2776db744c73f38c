import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

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
  const server = createServer((request, response) => {
    const say = (status: number, type: string, text: string) =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    if (request.method !== 'GET') return say(405, 'text/plain', 'Use GET.\n');
    if (request.url === '/version')
      return say(200, 'application/json', `${JSON.stringify({ version: options.version })}\n`);
    if (request.url !== '/metrics') return say(404, 'text/plain', 'Here are /metrics and /version.\n');
    return void options.read().then(
      (text) => say(200, options.contentType, text),
      (error: unknown) => {
        options.onFault(error);
        say(500, 'text/plain', 'The metrics could not be read.\n');
      },
    );
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
