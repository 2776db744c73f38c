import { join } from 'node:path';
import { escapeHtml } from '@latchstring/message-language';
import { directionOf, type Language } from '@latchstring/texts/languages';
import type { Plugin } from 'vite';

const texts = join(import.meta.dirname, '../../texts/generated');

/** One build speaks one language: the texts that the app asks for are that language's, so no other's are sent. */
export function oneLanguage(language: Language): Plugin {
  return {
    name: 'one-language',
    enforce: 'pre',
    config: () => ({
      resolve: { alias: { '@latchstring/texts/app': join(texts, language, 'app') } },
    }),
    transformIndexHtml: {
      order: 'pre',
      handler: async (html) => {
        const { openingPageTexts } = (await import(join(texts, language, 'app/opening-page.ts'))) as {
          openingPageTexts: Record<string, string>;
        };
        const words = { ...openingPageTexts, language, direction: directionOf(language) };
        return html.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
          const text = words[name as keyof typeof words];
          if (text === undefined) throw new Error(`index.html asks for ${name}, which no catalog has`);
          return escapeHtml(text);
        });
      },
    },
  };
}
