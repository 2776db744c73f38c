import { GraphQLError } from 'graphql';
import { Authorized, type AuthChecker } from 'type-graphql';

/** Who may use a field of Query or Mutation. A field without a rule refuses everybody: see requireRules. */
export type Rule = 'EVERYONE' | 'LOGGED_IN' | 'COACH';

/** What the check needs to know of the request. */
export interface Asker {
  viewer: { account: { role: 'COACH' | 'CLIENT' } } | null;
}

/** Put on every field of Query and Mutation. */
export const Access = (rule: Rule) => Authorized<Rule>(rule);

export const checkAccess: AuthChecker<Asker, Rule> = ({ context: { viewer } }, rules) => {
  const rule = rules[0];
  if (rule === 'EVERYONE') return true;
  if (!viewer) throw unauthenticated();
  if (rule === 'LOGGED_IN') return true;
  if (rule === 'COACH' && viewer.account.role === 'COACH') return true;
  throw new GraphQLError('You may not do this.', { extensions: { code: 'FORBIDDEN' } });
};

export function unauthenticated(reason?: 'ACCOUNT_CHANGED'): GraphQLError {
  return new GraphQLError(reason ? 'Someone else is logged in here now.' : 'Log in first.', {
    extensions: { code: 'UNAUTHENTICATED', ...(reason ? { reason } : {}) },
  });
}
