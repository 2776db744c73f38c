/** `fortress` runs the long form of a test; anywhere else the short one shows the same of fewer. */
export const isLong = process.env['FORTRESS'] !== undefined;

/** As often as a patient stranger would try, or often enough to find a fault that is always there. */
export const longOr = <Value>(long: Value, short: Value): Value => (isLong ? long : short);

/** All of them in the long form, else a few of each table. */
export const someOfEach = <Item>(lists: readonly (readonly Item[])[], few = 2): Item[] =>
  lists.flatMap((list) => (isLong ? list : list.slice(0, few)));
