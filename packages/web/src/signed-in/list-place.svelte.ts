import { tick } from 'svelte';
import { stateOf } from '../page-states';
import { route } from '../routes';

/** Of a list's page, beside what its address says: how far somebody had come. It is kept in the history entry. */
type ListPlace = { scrollTop?: number; pages?: number };

type List = {
  /** Of how many pages it shows the rows, once they are here. */
  readonly pageCount: number;
  readonly isWaiting: boolean;
  readonly hasMore: boolean;
  readonly nodes: unknown[] | undefined;
  showMore(): void;
};

const settleMs = 100;

/** Back leads to the very row that was left: as many pages are shown again, and the page is scrolled to where it was. */
export function keepPlaceIn(list: () => List): void {
  let restored: unknown = {};

  function keep(): void {
    if (restored !== route.state) return;
    const place: ListPlace = { scrollTop: scrollY, pages: list().pageCount };
    history.replaceState({ ...stateOf<object>(history.state), ...place }, '');
  }

  $effect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const keepSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(keep, settleMs);
    };
    addEventListener('scroll', keepSoon, { passive: true });
    // Before anybody goes elsewhere by it.
    addEventListener('click', keep, true);
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', keepSoon);
      removeEventListener('click', keep, true);
    };
  });

  $effect(() => {
    const { scrollTop = 0, pages = 1 } = stateOf<ListPlace>(route.state);
    const { nodes, isWaiting, hasMore, pageCount } = list();
    if (restored === route.state || !nodes || isWaiting) return;
    if (pageCount < pages && hasMore) return list().showMore();
    restored = route.state;
    if (scrollTop > 0) void tick().then(() => scrollTo(0, scrollTop));
  });
}
