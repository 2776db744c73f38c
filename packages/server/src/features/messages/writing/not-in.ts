import type { Mechanisms } from '../../../request-context.ts';

/**
 * Of a delivery `o` to the client `account a`: they have not come in since it was made, by its link or in any other way.
 * In the terms of everything that asks who still has to be written to.
 */
export const IS_NOT_IN = `
  (not o.is_copy and o.link_used_at is null and (a.last_login_at is null or a.last_login_at < o.created_at))`;

const NOT_IN = `
  select a.id from delivery o join account a on a.id = o.client_id
   where o.message_id = ? and a.status = 'ACTIVE' and ${IS_NOT_IN}`;

/** Active clients who got this message and have not come in since, as it stands now. */
export async function findNotIn({ em }: Pick<Mechanisms, 'em'>, messageId: string): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(NOT_IN, [messageId]);
  return rows.map(({ id }) => id);
}
