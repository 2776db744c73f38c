import { spanWords } from '@latchstring/texts/span-words';
import { findOwnClients } from '../../clients/index.ts';
import { SECOND_MS } from '../../../platform/clock.ts';
import { currentLanguage, speakingTo } from '../../../platform/language/say.ts';
import type { RequestContext } from '../../../request-context.ts';
import type { Viewer } from '../../../viewer.ts';
import { sendMessage } from './send-message.ts';

/**
 * The standard letter with a login link, in one call: it also teaches the way that needs no coach. In the language of its
 * readers where they have one in common, else in the coach's.
 */
export async function sendLoginLink(
  context: RequestContext,
  viewer: Viewer,
  { clientIds, idempotencyKey }: { clientIds: string[]; idempotencyKey: string | null },
): ReturnType<typeof sendMessage> {
  const readers = await findOwnClients(context, viewer, clientIds);
  const [locale, another] = new Set(readers.map((reader) => reader.locale));
  const seconds = context.settings.loginLinkLifeMs.message / SECOND_MS;
  // The same that the app begins with, where a coach edits it first; the app's other texts are none of a server's start.
  const { appTexts } = await import('@latchstring/texts/app');
  const letter = speakingTo({ locale: another || !locale ? viewer.account.locale : locale }, () => {
    const language = currentLanguage();
    const { subject, body, life } = appTexts[language].loginLinkTemplate;
    return { subject, body: body({ life: life({ span: spanWords(seconds, language) }) }) };
  });
  const recipients = { clientIds, allActive: false };
  return sendMessage(context, viewer, {
    input: { ...letter, bodyFormat: 'TEXT', recipients, copyToMe: false },
    idempotencyKey,
    draftId: null,
    asked: { operation: 'sendLoginLink', input: clientIds },
  });
}
