import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { preValidationHookHandler } from 'fastify';
import { sendError } from './send-error.ts';

interface TrustedDocument {
  text: string;
  /** Its name, for the log and the metrics. */
  operation: string;
}

/** What the app may send, by id: its build writes the list. Empty where no app was built. */
export function readTrustedDocuments(appDir: string): ReadonlyMap<string, TrustedDocument> {
  try {
    const list = readFileSync(join(appDir, '.vite/trusted-documents.json'), 'utf8');
    const documents = Object.entries(JSON.parse(list) as Record<string, string>);
    return new Map(documents.map(([id, text]) => [id, { text, operation: nameIn(text) }]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}

const nameIn = (text: string) => /\b(?:query|mutation) (\w+)/.exec(text)?.[1] ?? 'other';

/**
 * Puts the text in the place of a document's id. In production a text of one's own is for API tokens alone: what strangers
 * and stolen cookies can run is what the app runs. Whether the token is a good one is asked where the request is opened.
 */
export function chooseDocument(
  documents: ReadonlyMap<string, TrustedDocument>,
  { production }: { production: boolean },
): preValidationHookHandler {
  return (request, reply, done) => {
    const { body } = request;
    const id = isObject(body) ? body['documentId'] : undefined;
    if (id !== undefined && isObject(body)) {
      const known = typeof id === 'string' && body['query'] === undefined ? documents.get(id) : undefined;
      if (!known) return void sendError(reply, 400, 'DOCUMENT_UNKNOWN', UNKNOWN);
      const { documentId: _, ...rest } = body;
      request.body = { ...rest, query: known.text };
      request.told.operation = known.operation;
    } else if (production && request.headers.authorization === undefined)
      return void sendError(reply, 403, 'FORBIDDEN', FOR_TOKENS);
    done();
  };
}

const UNKNOWN = 'This server knows no document by this id: the app has changed. Load the page again.';
const FOR_TOKENS = 'A document of your own needs an API token: Authorization: Bearer lst_…';

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
