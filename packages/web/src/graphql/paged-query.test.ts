import { expect, test } from 'vitest';
import type { LiveQuery } from './live-query.svelte';
import { PagedQuery } from './paged-query.svelte';

type Page = {
  nodes: { id: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

/** As a live query stands once its answer is here. */
const answered = (ids: string, endCursor: string | null) =>
  ({
    current: {
      nodes: [...ids].map((id) => ({ id })),
      totalCount: 4,
      pageInfo: { hasNextPage: endCursor !== null, endCursor },
    },
    failure: undefined,
  }) as LiveQuery<Page>;

test('a row that moved from one page to the next between their answers stands once', () => {
  const list = new PagedQuery(
    (after) => (after === null ? answered('abc', 'c') : answered('cd', null)),
    (page: Page) => page,
  );
  expect(list.nodes?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  list.showMore();
  expect(list.nodes?.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  expect(list.totalCount).toBe(4);
});
