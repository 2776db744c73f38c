import DataLoader from 'dataloader';
import type { RequestContext } from '../../../request-context.ts';

/** A fact about messages that is read for all of a list by one statement, and never kept. */
export function factOfMessages<Fact>(
  read: (context: RequestContext, ids: readonly string[]) => Promise<Fact[]>,
) {
  const loaders = new WeakMap<RequestContext, DataLoader<string, Fact>>();
  return (context: RequestContext, messageId: string): Promise<Fact> => {
    const loader =
      loaders.get(context) ?? new DataLoader<string, Fact>((ids) => read(context, ids), { cache: false });
    loaders.set(context, loader);
    return loader.load(messageId);
  };
}
