import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** One year, as preload lists ask. */
const HSTS = 'max-age=31536000; includeSubDomains';

/** For whatever is no page: an answer that a browser opens by itself may do nothing (ASVS 5.0 3.2.1). */
const CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** For the app's page: its own files, and nothing inline but the one style that its first words come with, by its hash. */
export function appPolicy(page: string): string {
  const styles = [...page.matchAll(/<style>([^<]*)<\/style>/g)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function headersFor(publicUrl: string): Record<string, string> {
  return {
    'content-security-policy': CLOSED_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': HSTS } : {}),
  };
}

/** On every answer, faults included. */
export function securityHeaders(app: FastifyInstance, publicUrl: string): void {
  const headers = headersFor(publicUrl);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
