/** The newest have the least: a text that sorts upwards in the collation "C". */
export const newest = (column: string) =>
  `lpad((99999999999999 - (extract(epoch from ${column}) * 1000)::bigint)::text, 14, '0')`;

/** Clients by name: foldedName() of a row of `account a`, the same on every database. */
export const BY_NAME = 'a.folded_name';
