import { Extension } from '@tiptap/core';
import { exitSuggestion, Suggestion, SuggestionPluginKey, type SuggestionProps } from '@tiptap/suggestion';

/** A magic tag with the words that offer it, as the API lists it. */
export type OfferedTag = { name: string; description: string };

/** The magic tags that fit what stands behind a `[`, while it is typed. */
export class TagOffers {
  readonly #all: readonly OfferedTag[];
  #props = $state.raw<SuggestionProps<unknown, string>>();
  active = $state(0);
  readonly list = $derived(this.#fitting());

  constructor(all: readonly OfferedTag[]) {
    this.#all = all;
  }

  /** Where the bracket stands on the screen. */
  get place(): DOMRect | undefined {
    return this.#props?.clientRect?.() ?? undefined;
  }

  show(props: SuggestionProps<unknown, string>): void {
    if (props.query !== this.#props?.query) this.active = 0;
    this.#props = props;
  }

  hide(): void {
    this.#props = undefined;
    this.active = 0;
  }

  choose(tag: OfferedTag | undefined = this.list[this.active]): void {
    if (tag) this.#props?.command(tag.name);
  }

  /** True when the key was meant for the list. */
  steer(key: string): boolean {
    const { length } = this.list;
    if (length === 0) return false;
    if (key === 'ArrowDown') this.active = (this.active + 1) % length;
    else if (key === 'ArrowUp') this.active = (this.active - 1 + length) % length;
    else if (key === 'Enter' || key === 'Tab') this.choose();
    else return false;
    return true;
  }

  #fitting(): OfferedTag[] {
    if (!this.#props) return [];
    const typed = this.#props.query.toLowerCase();
    return this.#all.filter(({ name }) => name.toLowerCase().startsWith(typed));
  }
}

/** Opens the offers at a `[`, wherever it stands. */
export function offerTags(offers: TagOffers): Extension {
  return Extension.create({
    name: 'tagOffers',
    addProseMirrorPlugins() {
      return [
        Suggestion<unknown, string>({
          editor: this.editor,
          char: '[',
          allowedPrefixes: null,
          command: ({ editor, range, props: name }) => {
            const chip = { type: 'magicTag', attrs: { name, fallback: null } };
            editor.view.focus();
            editor.chain().insertContentAt(range, chip).run();
          },
          render: () => ({
            onStart: (props) => offers.show(props),
            onUpdate: (props) => offers.show(props),
            onExit: () => offers.hide(),
            onKeyDown: ({ event, view }) => {
              if (event.key !== 'Escape') return offers.steer(event.key);
              exitSuggestion(view, SuggestionPluginKey);
              return true;
            },
          }),
        }),
      ];
    },
  });
}
