import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request } from 'playwright-core';

const trusted = join(import.meta.dirname, '../../web/dist/.vite/trusted-documents.json');
let texts: Record<string, string> | undefined;

/** The name of the operation that a request of the built app runs. The app itself sends its hash. */
export function askedOperation(request: Request): string | undefined {
  texts ??= JSON.parse(readFileSync(trusted, 'utf8')) as Record<string, string>;
  if (request.method() !== 'POST') return undefined;
  const body = request.postDataJSON() as { documentId?: string } | null;
  return /\b(?:query|mutation) (\w+)/.exec(texts[body?.documentId ?? ''] ?? '')?.[1];
}
