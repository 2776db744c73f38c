import { InputRule, mergeAttributes, Node } from '@tiptap/core';
import { findTags, tagSource, type KnownTag, type MagicTagName } from '@latchstring/message-language';

export type MagicTagOptions = {
  /** Enter was pressed: opens what can be changed of the chosen tag, if one is. */
  openTag: () => boolean;
};

/** A magic tag as one thing: it can't be broken by an edit or by markup. Its text stands in it as it is sent. */
export const MagicTag = Node.create<MagicTagOptions>({
  name: 'magicTag',
  group: 'inline',
  inline: true,
  atom: true,

  addOptions: () => ({ openTag: () => false }),

  addAttributes: () => ({
    name: { default: '', rendered: false },
    fallback: { default: null, rendered: false },
  }),

  parseHTML() {
    return [
      {
        tag: 'span[data-magic-tag]',
        // What is written in it counts, as for the server; with anything else in it, it is ordinary text.
        getAttrs: (element) => {
          const text = element.textContent.trim();
          const [tag] = findTags(text);
          return tag?.kind === 'known' && tag.start === 0 && tag.end === text.length
            ? { name: tag.tag, fallback: tag.fallback }
            : false;
        },
      },
    ];
  },

  renderHTML({ node, HTMLAttributes }) {
    const { name, fallback } = node.attrs as TagAttributes;
    return ['span', mergeAttributes(HTMLAttributes, { 'data-magic-tag': name }), tagSource(name, fallback)];
  },

  renderText({ node }) {
    const { name, fallback } = node.attrs as TagAttributes;
    return tagSource(name, fallback);
  },

  addKeyboardShortcuts() {
    return { Enter: () => this.options.openTag() };
  },

  addInputRules() {
    return [
      new InputRule({
        find: (typed) => {
          const tag = findTags(typed).find(
            (found): found is KnownTag => found.kind === 'known' && found.end === typed.length,
          );
          return tag
            ? {
                index: tag.start,
                text: typed.slice(tag.start),
                data: { name: tag.tag, fallback: tag.fallback },
              }
            : null;
        },
        handler: ({ state, range, match }) => {
          const { name, fallback } = match.data as TagAttributes;
          const marks = state.doc.resolve(range.from + 1).marks();
          state.tr.replaceRangeWith(range.from, range.to, this.type.create({ name, fallback }, null, marks));
        },
      }),
    ];
  },
});

export type TagAttributes = { name: MagicTagName; fallback: string | null };
