import type { EditorProps } from '@tiptap/pm/view';
import { setStylesAside } from './inert-styles';
import { tidyPasted, type LeftOut } from './tidy-paste';

/** What is pasted or dropped into a text, and what of it could not be taken over the last time. */
export class Pasted {
  leftOut = $state.raw<LeftOut>({ pictures: 0, tables: 0 });
  readonly handlers: EditorProps = {
    transformPastedHTML: (pasted) => {
      const { html, leftOut } = tidyPasted(setStylesAside(pasted));
      this.leftOut = leftOut;
      return html;
    },
    handlePaste: (_view, { clipboardData }) => this.#refuseFiles(clipboardData),
    handleDrop: (_view, { dataTransfer }) => this.#refuseFiles(dataTransfer),
  };

  /** A picture on its own. True: the browser must not open it in the place of the page either. */
  #refuseFiles(carried: DataTransfer | null): boolean {
    const files = carried?.files.length ?? 0;
    if (files === 0 || carried?.types.includes('text/html')) return false;
    this.leftOut = { pictures: files, tables: 0 };
    return true;
  }
}
