import { hideSecrets } from '../../login/index.ts';
import { FieldError, InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import { say } from '../../../platform/language/say.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { MOST_BODY_LENGTH, plainText } from '@latchstring/message-language';

// Neither is ever kept.
const PICTURES = /(["'])data:[^"']*\1/gi;
const CONTROLS = /(?![\t\n\f\r])\p{Cc}/gu;

/**
 * What a coach wrote, with each link of ours that opens something replaced by the literal tag: what is stored, shown and
 * sent holds no token.
 */
export async function hideLoginLinks<Input extends { subject: string; body: string; bodyFormat: string }>(
  tools: Pick<Mechanisms, 'em' | 'clock' | 'publicUrl' | 'sealing'>,
  input: Input,
): Promise<Input | InvalidInput> {
  const faults: FieldError[] = [];
  const hide = async (field: string, typed: string) => {
    // More is refused as too long, and nothing of it kept.
    if (typed.length > MOST_BODY_LENGTH) return typed;
    const { text, unread } = await hideSecrets(tools, typed, { codesOf: null, strange: false });
    if (unread !== null)
      faults.push(new FieldError(`input.${field}`, say().messages.whatBeginsWithGoesOnForToo({ unread })));
    return text;
  };
  const typed =
    input.bodyFormat === 'HTML'
      ? input.body.replace(PICTURES, '$1$1').replace(CONTROLS, '')
      : plainText(input.body);
  const hidden = {
    ...input,
    subject: await hide('subject', plainText(input.subject)),
    body: await hide('body', typed),
  };
  return faults.length > 0 ? new InvalidInput(faults) : hidden;
}
