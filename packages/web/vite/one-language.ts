import type { Plugin } from 'vite';

/** What the page says before any script has run. */
const pageWords = {
  '<html lang="en">': '<html lang="es">',
  '>Log in<': '>Iniciar sesión<',
  '"Log in"': '"Iniciar sesión"',
  '"Log in, or find your way back in."': '"Inicia sesión o recupera tu acceso."',
  'This page needs JavaScript. Please switch it on, or open the page in another browser.':
    'Esta página necesita JavaScript. Actívalo o abre la página en otro navegador.',
  'One moment …': 'Un momento…',
  'This page is slow to come': 'Esta página tarda en llegar',
  'Check your connection, then try again.': 'Comprueba tu conexión y vuelve a intentarlo.',
  'If you came with a link from a mail, it is still good.':
    'Si has venido con un enlace de un correo, sigue siendo válido.',
  '>Try again<': '>Intentarlo de nuevo<',
};

/**
 * One build speaks one language: `pick({ en, es })` becomes the texts of that language before anything is bundled, so
 * the other's are used by nobody and are not sent.
 */
export function oneLanguage(language: 'en' | 'es'): Plugin {
  const choice = /\bpick\(\{ en, es \}\)/;
  return {
    name: 'one-language',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]web[\\/]src[\\/]messages[\\/][\w-]+\.ts$/.test(id) || !choice.test(code)) return undefined;
      return { code: code.replace(choice, language), map: null };
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        language === 'en'
          ? html
          : Object.entries(pageWords).reduce((page, [en, es]) => {
              if (!page.includes(en)) throw new Error(`index.html no longer says ${en}`);
              return page.replaceAll(en, es);
            }, html),
    },
  };
}
