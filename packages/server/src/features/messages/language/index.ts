export { MOST_BODY_LENGTH } from './compose-html.ts';
export {
  MOST_SUBJECT_LENGTH,
  composeMessage,
  type ComposedMessage,
  type WrittenMessage,
} from './compose-message.ts';
export { MOST_LINES, plainText } from './compose-text.ts';
export { MAGIC_TAGS, tagValue, type MagicTagName, type MessageFacts } from './magic-tags.ts';
export type { MessageFault, PlacedFault, TagSpot } from './message-document.ts';
export { renderMessage, wordsOfMessage, type Reader, type RenderedMessage } from './render-message.ts';
