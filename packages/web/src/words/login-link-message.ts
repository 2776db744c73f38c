import { loginLinkTemplateTexts as texts } from '@latchstring/texts/app/login-link-template';
import { spanWords } from './span-words';

/** The built-in message with a login link. It says how long the link lives, in seconds, where that is known. */
export function loginLinkMessage(lives: number | undefined): { subject: string; body: string } {
  const life = lives ? texts.life({ span: spanWords(lives) }) : texts.once;
  return { subject: texts.subject, body: texts.body({ life }) };
}
