import type { SqlEntityManager } from '@mikro-orm/postgresql';

interface Tools {
  em: SqlEntityManager;
}

interface PracticeFacts {
  name: string;
  supportEmail: string;
  freshStarts: boolean;
  coaches: number;
  clients: number;
}

const PRACTICES = `
  select p.name, p.support_email as "supportEmail", p.fresh_starts_allowed as "freshStarts",
         count(a.id) filter (where a.role = 'COACH')::int as coaches,
         count(a.id) filter (where a.role = 'CLIENT')::int as clients
    from practice p left join account a on a.practice_id = p.id
   group by p.id order by lower(p.name), p.id`;

export function listPractices({ em }: Tools): Promise<PracticeFacts[]> {
  return em.execute<PracticeFacts[]>(PRACTICES);
}

interface CoachFacts {
  username: string;
  firstName: string;
  lastName: string;
  email: string;
  practice: string;
  status: 'ACTIVE' | 'INACTIVE';
  lastLoginAt: Date | null;
  clients: number;
}

const COACHES = `
  select a.username, a.first_name as "firstName", a.last_name as "lastName", a.email, p.name as practice, a.status,
         a.last_login_at as "lastLoginAt", (select count(*)::int from account c where c.coach_id = a.id) as clients
    from account a join practice p on p.id = a.practice_id
   where a.role = 'COACH' order by lower(p.name), a.folded_name, a.id`;

/** Of every practice. */
export function listCoaches({ em }: Tools): Promise<CoachFacts[]> {
  return em.execute<CoachFacts[]>(COACHES);
}
