import type { OwnHosts } from './token-links.ts';
import { Parser } from 'htmlparser2';
import { BlockBuilder } from './block-builder.ts';
import { findTags } from './find-tags.ts';
import { knownTag, type MagicTagName } from './magic-tags.ts';
import type { Mark, MessageDocument, MessageFault } from './message-document.ts';
import { readLinkTarget } from './read-link-target.ts';

/** Characters of a body, markup included. */
export const MOST_BODY_LENGTH = 100_000;
// What no person's editor makes. Ends the reading of a body at once, so that it stays cheap.
const MOST_ELEMENTS = 10_000;
const MOST_DEPTH = 100;

const MARK_OF: Record<string, Mark> = { strong: 'strong', b: 'strong', em: 'em', i: 'em', u: 'u', s: 's' };
const LEVEL_OF: Record<string, 1 | 2 | 3> = { h1: 1, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 };
// Unknown elements that begin a paragraph; all others are as if they weren't there.
const BLOCK =
  /^(?:p|div|section|article|header|footer|main|aside|nav|address|pre|figure|figcaption|table|t[rdh]|hr|d[ltd]|form|fieldset|center)$/;
// What stands in these is not for readers.
const UNREAD =
  /^(?:script|style|title|head|textarea|template|noscript|noembed|noframes|iframe|object|svg|math|select|option|button|audio|video|canvas|xmp|plaintext)$/;

/**
 * Reads the coach's HTML into a document. What is not on the small list of allowed shapes is gone: there is nothing in
 * a document to keep it in. Linear in the length of the body.
 */
export function composeHtml(html: string, ownHosts: OwnHosts): MessageDocument {
  if (html.length > MOST_BODY_LENGTH) return tooLong('BODY');
  const faults: MessageFault[] = [];
  const reader = new HtmlReader(new BlockBuilder(ownHosts, faults), ownHosts, faults);
  return reader.read(html) ?? tooLong('MARKUP');
}

const tooLong = (what: 'BODY' | 'MARKUP'): MessageDocument => ({
  blocks: [],
  faults: [{ kind: 'TOO_LONG', what }],
});

class HtmlReader {
  readonly #builder: BlockBuilder;
  readonly #ownHosts: OwnHosts;
  readonly #faults: MessageFault[];
  /** What to do at the end of each element that stands open. */
  readonly #ends: (() => void)[] = [];
  #elements = 0;
  #unread = 0;
  /** Grows with each text: tells an empty chip. */
  #texts = 0;
  #overLimit = false;

  constructor(builder: BlockBuilder, ownHosts: OwnHosts, faults: MessageFault[]) {
    this.#builder = builder;
    this.#ownHosts = ownHosts;
    this.#faults = faults;
  }

  /** Null for markup beyond all measure. */
  read(html: string): MessageDocument | null {
    const parser = new Parser({
      onopentag: (name, attributes) => {
        this.#elements += 1;
        if (this.#elements > MOST_ELEMENTS || this.#ends.length >= MOST_DEPTH) {
          this.#overLimit = true;
          parser.pause();
        }
        if (!this.#overLimit) this.#ends.push(this.#open(name, attributes));
      },
      onclosetag: () => {
        if (!this.#overLimit) this.#ends.pop()?.();
      },
      ontext: (text) => {
        if (!this.#overLimit) this.#text(text);
      },
    });
    parser.write(html.replace(/\p{Cs}/gu, ''));
    if (this.#overLimit) return null;
    parser.end();
    this.#builder.flush();
    return { blocks: this.#builder.blocks, faults: this.#faults };
  }

  #text(text: string): void {
    if (this.#unread > 0) return;
    this.#texts += 1;
    this.#builder.text(text.replace(/(?![ \t\r\n\f])\p{Cc}/gu, '').replace(/[ \t\r\n\f]+/g, ' '));
  }

  #open(name: string, attributes: Record<string, string>): () => void {
    this.#checkAttributes(name, attributes);
    const builder = this.#builder;
    if (UNREAD.test(name)) {
      this.#unread += 1;
      return () => (this.#unread -= 1);
    }
    const mark = MARK_OF[name];
    if (mark) return builder.mark(mark);
    if (name === 'a')
      return builder.link(readLinkTarget(attributes.href ?? '', this.#ownHosts, this.#faults));
    if (name === 'span') return this.#openChip(attributes['data-magic-tag']);
    if (name === 'br') builder.lineBreak();
    if (name === 'ul' || name === 'ol') return builder.list(name === 'ol');
    if (name === 'li') return builder.item();
    if (name === 'blockquote') return builder.quote();
    const level = LEVEL_OF[name];
    return level || BLOCK.test(name) ? builder.paragraph(level) : () => undefined;
  }

  /** The composer's chip: what is written in it counts, as its reader sees it. An empty one is the tag it names. */
  #openChip(named: string | undefined): () => void {
    const tag = knownTag(named ?? '');
    const before = this.#texts;
    return () => {
      if (tag && before === this.#texts) this.#text(`[${tag}]`);
    };
  }

  /** A tag may be the whole of a link's target, and stand in no other attribute. */
  #checkAttributes(name: string, attributes: Record<string, string>): void {
    const found = new Set<MagicTagName>();
    for (const [attribute, text] of Object.entries(attributes))
      if (!(name === 'a' && attribute === 'href'))
        for (const tag of findTags(text)) if (tag.kind === 'known') found.add(tag.tag);
    for (const tag of found) this.#faults.push({ kind: 'TAG_NOT_ALLOWED_HERE', tag, inside: 'ATTRIBUTE' });
  }
}
