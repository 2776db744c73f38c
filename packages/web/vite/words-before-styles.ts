import type { Plugin } from 'vite';

/**
 * A browser draws nothing while a stylesheet in the head is on its way. Behind the page's first words it holds up only what
 * comes after it, and the scripts: so that those words can be read while all else is late.
 */
export function wordsBeforeStyles(): Plugin {
  const sheets = /\s*<link rel="stylesheet"[^>]*>/g;
  return {
    name: 'words-before-styles',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const links = html.match(sheets)?.join('') ?? '';
        return html.replace(sheets, '').replace('</main>', `</main>${links}`);
      },
    },
  };
}
