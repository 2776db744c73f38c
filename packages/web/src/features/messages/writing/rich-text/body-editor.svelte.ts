import {
  htmlOfText,
  LOGIN_LINK,
  magicTag,
  tidyFallback,
  type MagicTagName,
  type OwnHosts,
} from '@latchstring/message-language';
import { Editor } from '@tiptap/core';
import { DOMParser as DocumentParser, type Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { createSubscriber } from 'svelte/reactivity';
import { bodyExtensions } from './extensions';
import { restoreStyles, setStylesAside } from './inert-styles';
import { linksTo } from './links-to';
import type { TagAttributes } from './magic-tag';
import { TagOffers, offerTags, type OfferedTag } from './tag-offers.svelte';
import { fallbackFor, knownTags, spansOf, unknownTags } from './tags-in';
import { Pasted } from './pasted.svelte';
import { inlineText, sliceWithChips, withChips, type ChipRules } from './with-chips';

export type Body = { body: string; bodyFormat: 'HTML' | 'TEXT' };

type Start = Body & {
  tags: readonly OfferedTag[];
  /** The hosts of this house's addresses: `localhost:4000`. */
  ownHosts: OwnHosts;
  /** Called after every change a person makes. */
  onchange: (html: string) => void;
};

/** A tag that is chosen in the text, and takes words for when it has nothing to put. */
export type ChosenTag = TagAttributes & { at: number };

/** The text of a message while it is written. Holds Tiptap; what reads it in Svelte is drawn again as it changes. */
export class BodyEditor {
  readonly editor: Editor;
  readonly offers: TagOffers;
  readonly ownHosts: OwnHosts;
  readonly pasted = new Pasted();
  /** Where the words of the chosen tag are written; set while that place is shown. */
  editFallback: (() => void) | undefined;
  readonly #rules: ChipRules;
  readonly #subscribe: () => void;

  constructor({ tags, ownHosts, onchange, ...body }: Start) {
    this.ownHosts = ownHosts;
    this.offers = new TagOffers(tags);
    this.editor = new Editor({
      // The content security policy lets no style element in: the rules stand in BodyField.
      injectCSS: false,
      extensions: [...bodyExtensions(ownHosts, () => this.#openTag()), offerTags(this.offers)],
      editorProps: {
        ...this.pasted.handlers,
        transformPasted: (slice) => sliceWithChips(slice, this.#rules),
        handleDOMEvents: { click: stayHere },
      },
      onUpdate: () => onchange(this.html),
    });
    this.editor.view.setProps({ clipboardParser: styledParser(this.editor.schema) });
    this.#rules = { schema: this.editor.schema, ownHosts };
    this.#subscribe = createSubscriber((update) => {
      // Not at once: an editor that loses the focus because its page goes away changes while Svelte is drawing.
      const updateSoon = (): void => queueMicrotask(update);
      this.editor.on('transaction', updateSoon);
      return () => this.editor.off('transaction', updateSoon);
    });
    this.load(body, { asFirst: true });
  }

  /** As it is saved; '' where nothing stands. */
  get html(): string {
    return this.editor.isEmpty ? '' : this.editor.getHTML();
  }

  /** Looks at the editor's state so that what is drawn follows it. */
  watch<Seen>(look: (editor: Editor) => Seen): Seen {
    this.#subscribe();
    return look(this.editor);
  }

  /** Another text in the place of this one. Undo brings the old one back, unless it is the first. */
  load({ body, bodyFormat }: Body, { asFirst = false } = {}): void {
    const content = this.#read(bodyFormat === 'HTML' ? body : htmlOfText(body, this.ownHosts));
    const { state } = this.editor;
    const change = state.tr.replaceWith(0, state.doc.content.size, content);
    if (asFirst) change.setMeta('addToHistory', false).setMeta('preventUpdate', true);
    this.#dispatch(change);
  }

  /** At once, so that the next key lands in the text: the editor's own command waits for a frame. */
  focus(): void {
    this.editor.view.focus();
  }

  insertTag(name: MagicTagName): void {
    this.focus();
    this.editor
      .chain()
      .insertContent({ type: 'magicTag', attrs: { name, fallback: null } })
      .run();
  }

  /** Makes a link of what is chosen; where nothing is, the address itself is written. */
  setLink(href: string): void {
    const { editor } = this;
    this.focus();
    if (editor.isActive('link') || !editor.state.selection.empty)
      editor.chain().extendMarkRange('link').setLink({ href }).run();
    else if (href === LOGIN_LINK) this.insertTag('loginLink');
    else
      editor
        .chain()
        .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
        .run();
  }

  /** The right tag in the place of one that nobody knows; its fallback stays where the right one takes it. */
  renameTag(wrong: string, right: MagicTagName): void {
    this.#putChips(
      (text) => unknownTags(text, wrong),
      ({ fallback }) => ({ name: right, fallback: fallbackFor(right, fallback) }),
    );
  }

  /** The tag in the place of each such piece of text. */
  replaceWithTag(shown: string, name: MagicTagName): void {
    this.#putChips(
      (text) => spansOf(text, shown),
      () => ({ name, fallback: null }),
    );
  }

  /** Null where no tag is chosen, or one that takes no words of its own. */
  get chosenTag(): ChosenTag | null {
    const { selection } = this.editor.state;
    if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'magicTag') return null;
    const { name, fallback } = selection.node.attrs as TagAttributes;
    return magicTag(name).takesFallback ? { at: selection.from, name, fallback } : null;
  }

  /** Words for when the tag at this place has nothing to put; none when they are empty. */
  setFallback(at: number, words: string): void {
    const fallback = tidyFallback(words);
    const { state } = this.editor;
    if (state.doc.nodeAt(at)?.attrs['fallback'] === fallback) return;
    this.#dispatch(state.tr.setNodeAttribute(at, 'fallback', fallback));
  }

  /** Back into the text, behind the chosen tag. */
  leaveTag(): void {
    const { tr, selection } = this.editor.state;
    this.editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(selection.to))));
    this.focus();
  }

  /** Words for when the value is empty, for each of these tags that has none. */
  addFallback(name: MagicTagName, fallback: string): void {
    const change = this.editor.state.tr;
    this.editor.state.doc.descendants((node, at) => {
      if (node.type.name === 'magicTag' && node.attrs['name'] === name && node.attrs['fallback'] === null)
        change.setNodeAttribute(at, 'fallback', fallback);
    });
    // Dictation and the like write a tag without making a chip of it.
    this.#putChips(
      (text) => knownTags(text, name).filter((tag) => tag.fallback === null),
      () => ({ name, fallback }),
      change,
    );
  }

  /** The address itself in the place of the words of a link that look like another one. */
  showTarget(shown: string, href: string): void {
    const { tr, doc } = this.editor.state;
    for (const { from, to, text } of linksTo(doc, href).reverse()) {
      if (!text.includes(shown) && !shown.includes(text)) continue;
      const [link] = doc.nodeAt(from)?.marks.filter(({ type }) => type.name === 'link') ?? [];
      const words =
        href === LOGIN_LINK
          ? this.#chip({ name: 'loginLink', fallback: null })
          : this.editor.schema.text(href, link && [link]);
      tr.replaceWith(from, to, words);
    }
    this.#dispatch(tr);
  }

  destroy(): void {
    this.editor.destroy();
  }

  /** Enter on a chosen tag. True when there was something to open. */
  #openTag(): boolean {
    if (!this.chosenTag || !this.editFallback) return false;
    this.editFallback();
    return true;
  }

  #read(html: string): Fragment {
    // Inert: nothing in it is fetched or run.
    const parsed = new DOMParser().parseFromString(setStylesAside(html), 'text/html');
    return withChips(DocumentParser.fromSchema(this.editor.schema).parse(parsed.body).content, this.#rules);
  }

  #chip(attrs: TagAttributes): Node {
    return this.editor.schema.nodeFromJSON({ type: 'magicTag', attrs });
  }

  #dispatch(change: Editor['state']['tr']): void {
    if (change.docChanged) this.editor.view.dispatch(change);
  }

  /** A chip in the place of each such span. */
  #putChips<Span extends { start: number; end: number }>(
    find: (text: string) => Span[],
    chipOf: (span: Span) => TagAttributes,
    change = this.editor.state.tr,
  ): void {
    const found: [number, number, Span][] = [];
    this.editor.state.doc.descendants((node, at) => {
      if (!node.isTextblock) return;
      for (const span of find(inlineText(node.content)))
        found.push([at + 1 + span.start, at + 1 + span.end, span]);
    });
    // From the last to the first, so that a change leaves the places before it as they are.
    for (const [from, to, span] of found.reverse())
      change.replaceRangeWith(from, to, this.#chip(chipOf(span)));
    this.#dispatch(change);
  }
}

/** Reads what is pasted with the styles it came with. */
function styledParser(schema: Schema): DocumentParser {
  const parser = DocumentParser.fromSchema(schema);
  const styled = Object.create(parser) as DocumentParser;
  styled.parseSlice = (dom, options) => {
    restoreStyles(dom);
    return parser.parseSlice(dom, options);
  };
  return styled;
}

/** A link in the text is text: it leads nowhere while somebody writes. */
function stayHere(_view: unknown, event: Event): boolean {
  if (!(event.target instanceof Element && event.target.closest('a'))) return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}
