export { MOST_BODY_LENGTH } from './compose-html.ts';
export {
  MOST_SUBJECT_LENGTH,
  composeMessage,
  type ComposedMessage,
  type MessageContent,
  type WrittenMessage,
} from './compose-message.ts';
export { MOST_LINES, plainText } from './compose-text.ts';
export { escapeHtml } from './escape-html.ts';
export { htmlOfText } from './html-of-text.ts';
export { findTags, type KnownTag, type UnknownTag } from './find-tags.ts';
export { tokenLinksIn, findTokenLinks, hideTokenLinks, type OwnHosts } from './token-links.ts';
export { knownTag, MAGIC_TAGS, magicTag, tagValue, type MagicTagName, type TagValues } from './magic-tags.ts';
export { LOGIN_LINK, type MessageFault, type PlacedFault, type TagSpot } from './message-document.ts';
export { readLinkTarget } from './read-link-target.ts';
export {
  renderMessage,
  wordsOfMessage,
  type MessageWords,
  type Reader,
  type RenderedMessage,
} from './render-message.ts';
export type { WhyNoTag } from './suggest-tag.ts';
export { tagSource, tidyFallback } from './tag-source.ts';
export { cutOut, wholeWord, type Cut } from './text/cut.ts';
export { readingsOf, type Readings } from './text/encodings.ts';
export { rangeIn, type Range, type View } from './text/view.ts';
