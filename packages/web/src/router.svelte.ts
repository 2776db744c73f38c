import type { Component } from 'svelte';
import { isOutdated, loadFile } from './ui/load-file';

/*
 * Which page stands at which address. Small, because every signed-out page carries it, and because a page whose file can't
 * be fetched must leave the one before it standing, with what was typed there, and say so.
 */

type Load = () => Promise<{ default: Component }>;

export type NavigateOptions = {
  /** Instead of the history entry that is open now. */
  replace?: boolean;
  /** Goes into history state: plain objects only. */
  state?: object;
  /** What stands behind the question mark, with it. */
  search?: string;
  /** For the parts of a path that begin with a colon. */
  params?: Record<string, string>;
  scrollToTop?: boolean;
};

type Place = {
  page?: Component;
  pathname: string;
  search: string;
  params: Record<string, string>;
  state: unknown;
};

/** What could not be fetched, and how to go there all the same. */
export type Missing = { again: () => Promise<boolean>; putAddress: () => void };

let pages: Record<string, Load> = {};
let turns = 0;
let place = $state.raw<Place>({ pathname: location.pathname, search: '', params: {}, state: history.state });
let missing = $state.raw<Missing>();

/** What App.svelte shows. */
export const shown = {
  get page(): Component | undefined {
    return place.page;
  },
  get missing(): Missing | undefined {
    return missing;
  },
};

/** Of patterns that fit alike, the first one counts; '*' is for whatever fits no other. */
export function createRouter<Path extends string>(routes: Record<Path | '*', Load>) {
  pages = routes;
  return {
    /** Opens the page of the address, and from now on every one that somebody goes to. */
    start(): void {
      addEventListener('popstate', () => void open(new URL(location.href)));
      addEventListener('click', follow);
      void open(new URL(location.href));
    },
    /** Ends when the page is there, or it is said that it could not be fetched. -1 is the page before. */
    async navigate(path: Path | -1, options: NavigateOptions = {}): Promise<void> {
      if (path === -1) return history.back();
      await open(new URL(fill(path, options.params) + (options.search ?? ''), location.origin), options);
    },
    /** Fetches a page ahead. Nobody waits for it, so nobody hears that it can't be fetched. */
    preload(path: Path): void {
      routes[path]().catch(() => undefined);
    },
    route: {
      get pathname(): string {
        return place.pathname;
      },
      /** What stands behind the question mark, with it. */
      get search(): string {
        return place.search;
      },
      get params(): Record<string, string> {
        return place.params;
      },
      /** The page's own, from history state. */
      get state(): unknown {
        return place.state;
      },
    },
  };
}

/** Whether nothing is missing: the page is there, or somebody has gone elsewhere meanwhile. */
async function open(url: URL, options?: NavigateOptions): Promise<boolean> {
  const turn = ++turns;
  const { load, pathname, params } = match(url.pathname);
  const putAddress = (): void => {
    const address = pathname + url.search + url.hash;
    if (options && !options.replace) history.pushState(options.state ?? null, '', address);
    else history.replaceState(options ? (options.state ?? null) : history.state, '', address);
  };
  const fetching = load();
  const loaded = await loadFile(fetching).catch(() => undefined);
  if (turn === turns && !loaded && (await isOutdated())) {
    putAddress();
    location.reload();
    return true;
  }
  if (turn !== turns) return true;
  const again = (): Promise<boolean> => open(url, options);
  missing = loaded ? undefined : { again, putAddress };
  if (!loaded) {
    // It may come all the same, later than anybody should wait without a word.
    fetching.then(
      () => turn === turns && again(),
      () => undefined,
    );
    return false;
  }
  putAddress();
  const isElsewhere = pathname !== place.pathname;
  place = { page: loaded.default, pathname, search: url.search, params, state: history.state };
  if (options ? options.scrollToTop !== false : isElsewhere) scrollTo(0, 0);
  return true;
}

/** A click on a link to a page of ours. What asks for a new tab or window, or for a file, belongs to the browser. */
function follow(event: MouseEvent): void {
  const isForBrowser = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button;
  const anchor = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href]');
  if (!anchor || isForBrowser || event.defaultPrevented || anchor.origin !== location.origin) return;
  if (anchor.hasAttribute('target') || anchor.hasAttribute('download')) return;
  if (anchor.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  void open(new URL(anchor.href), {});
}

/** The page of a path, also as people write it: in capitals, with a slash at its end. */
function match(typed: string): { load: Load; pathname: string; params: Record<string, string> } {
  const parts = partsOf(typed);
  for (const [pattern, load] of Object.entries(pages)) {
    const wanted = partsOf(pattern);
    const params: Record<string, string> = {};
    const fits = (part: string, index: number) => {
      const given = parts[index] ?? '';
      if (part.startsWith(':')) params[part.slice(1)] = given;
      return part.startsWith(':') || part === given.toLowerCase();
    };
    if (wanted.length === parts.length && wanted.every(fits))
      return { load, params, pathname: fill(pattern, params) };
  }
  return { load: pages['*'] as Load, params: {}, pathname: typed };
}

function partsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}

function fill(pattern: string, params: Record<string, string> = {}): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
}
