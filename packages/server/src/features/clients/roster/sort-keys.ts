/*
 * Orders of lists, in SQL. Each is a text that sorts upwards in the collation "C", so that one comparison with a cursor
 * serves all, and is the same on every database.
 */

/** Clients by name. */
export const BY_NAME = `lower(last_name || ' ' || first_name)`;

/** The newest have the least. */
export const newest = (column: string) =>
  `lpad((99999999999999 - (extract(epoch from ${column}) * 1000)::bigint)::text, 14, '0')`;
