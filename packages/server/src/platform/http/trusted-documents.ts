import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { preValidationAsyncHookHandler } from 'fastify';
import { DOCUMENTS } from '../releases/keep-release.ts';
import { readDocuments, type KeptReleases } from '../releases/kept-releases.ts';
import { sendError } from './send-error.ts';

interface TrustedDocument {
  text: string;
  /** Its name, for the log and the metrics. */
  operation: string;
}

/** What the app may send, by id: its build writes the list. Empty where no app was built. */
export function readTrustedDocuments(appDir: string): ReadonlyMap<string, TrustedDocument> {
  try {
    const list = readDocuments(readFileSync(join(appDir, DOCUMENTS), 'utf8'));
    return new Map(Object.entries(list).map(([id, text]) => [id, trusted(text)]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}

function trusted(text: string): TrustedDocument {
  return { text, operation: /\b(?:query|mutation) (\w+)/.exec(text)?.[1] ?? 'other' };
}

/**
 * Puts the text in the place of a document's id. In production a text of one's own is for API tokens alone: what strangers
 * and stolen cookies can run is what the app runs, of this release or of one that may still be open in a tab. Whether the
 * token is a good one is asked where the request is opened.
 */
export function chooseDocument(
  documents: ReadonlyMap<string, TrustedDocument>,
  { production, kept }: { production: boolean; kept: KeptReleases },
): preValidationAsyncHookHandler {
  const ofAnotherRelease = async (id: string) => {
    const text = await kept.document(id);
    return text === undefined ? undefined : trusted(text);
  };
  return async (request, reply) => {
    const { body } = request;
    const id = isObject(body) ? body['documentId'] : undefined;
    if (id !== undefined && isObject(body)) {
      const isAlone = typeof id === 'string' && body['query'] === undefined;
      const known = isAlone ? (documents.get(id) ?? (await ofAnotherRelease(id))) : undefined;
      if (!known) return sendError(reply, 400, 'DOCUMENT_UNKNOWN', UNKNOWN);
      const { documentId: _, ...rest } = body;
      request.body = { ...rest, query: known.text };
      request.told.operation = known.operation;
    } else if (production && request.headers.authorization === undefined)
      return sendError(reply, 403, 'FORBIDDEN', FOR_TOKENS);
    return undefined;
  };
}

const UNKNOWN = 'This server knows no document by this id: the app has changed. Load the page again.';
const FOR_TOKENS = 'A document of your own needs an API token: Authorization: Bearer lst_…';

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
