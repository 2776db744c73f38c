export { MOST_BODY_LENGTH } from './compose-html.ts';
export {
  MOST_SUBJECT_LENGTH,
  composeMessage,
  type ComposedMessage,
  type WrittenMessage,
} from './compose-message.ts';
export { MOST_LINES, plainText } from './compose-text.ts';
export { escapeHtml } from './escape-html.ts';
export { addressesIn, type OwnHosts } from './login-addresses.ts';
export { MAGIC_TAGS, tagValue, type MagicTagName, type MessageFacts } from './magic-tags.ts';
export type { MessageFault, PlacedFault, TagSpot } from './message-document.ts';
export {
  renderMessage,
  wordsOfMessage,
  type MessageWords,
  type Reader,
  type RenderedMessage,
} from './render-message.ts';
export type { WhyNoTag } from './suggest-tag.ts';
export { cutOut, wholeWord, type Cut } from './text/cut.ts';
export { readingsOf, type Readings } from './text/encodings.ts';
export { rangeIn, type Range, type View } from './text/view.ts';
