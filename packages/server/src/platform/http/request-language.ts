import type { FastifyRequest } from 'fastify';
import { acceptedLanguage, isLanguage, type Language } from '../language/languages.ts';

/** What the page sets when somebody chooses a language. It says nothing else, so scripts may read and write it. */
const COOKIE = 'latchstring-language';

/** The page and the words of its answers go by the same rule, so they speak the same language. */
export function requestLanguage(request: FastifyRequest): Language {
  return askedLanguage(request) ?? 'en';
}

/** Null for a browser or a program that asks for none of ours. */
export function askedLanguage({ cookies, headers }: FastifyRequest): Language | null {
  const chosen = cookies[COOKIE];
  return isLanguage(chosen) ? chosen : acceptedLanguage(headers['accept-language']);
}

/** For whoever keeps an answer that depends on it. */
export const LANGUAGE_VARIES = 'Accept-Language, Cookie';
