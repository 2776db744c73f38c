import type { ClientsShown } from '@latchstring/operations';

/** The list that somebody came from: a client's page steps through it, and leads back to it. */
type Trail = {
  /** What the list's address says behind its path. */
  search: string;
  show: ClientsShown;
  ids: string[];
  /** Of the whole list, on all pages. */
  total: number;
};

// As long as the tab is open: a reload, or a client opened by an address, has no list to step through.
let trail: Trail | undefined;

export function leaveTrail(seen: Trail): void {
  trail = seen;
}

export type Steps = {
  search: string;
  show: ClientsShown;
  /** Counted from one. */
  at: number;
  total: number;
  before: string | undefined;
  after: string | undefined;
};

/** Where a client stands in it; undefined where they are none of it. */
export function stepsFrom(id: string): Steps | undefined {
  const at = trail?.ids.indexOf(id) ?? -1;
  if (!trail || at < 0) return undefined;
  const { search, show, ids, total } = trail;
  return { search, show, at: at + 1, total, before: ids[at - 1], after: ids[at + 1] };
}
