import type { Plugin } from 'vite';

/**
 * Vite wraps each dynamic import in a helper that fetches the chunk's own stylesheets and preloads its imports first.
 * This app has one stylesheet and preloads nothing: the helper would be half a kilobyte that does nothing.
 */
export function noPreload(): Plugin {
  return {
    name: 'no-preload',
    enforce: 'pre',
    load(id) {
      return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined;
    },
  };
}
