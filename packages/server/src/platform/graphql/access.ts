import { HeaderMap } from '@apollo/server';
import { getNamedType, GraphQLError, isUnionType, type GraphQLResolveInfo } from 'graphql';
import { Extensions, UseMiddleware, type MiddlewareFn } from 'type-graphql';
import type { ApiScope } from './api-scopes.ts';
import { ReadOnlyAccess } from './user-errors.types.ts';
import { say } from '../language/say.ts';

/** Who may use a field of Query or Mutation. A field without a rule stops the start: see require-rules.ts. */
export type Rule = 'EVERYONE' | 'LOGGED_IN' | 'COACH';

/**
 * What shows that the owner sits here, and not somebody who found their browser open. RECENT: a login of any kind in this
 * session a short while ago, or else the argument currentPassword. SECOND_STEP: one passed in this session just now, where
 * the account has one.
 */
export type Proof = 'RECENT' | 'SECOND_STEP' | 'RECENT_AND_SECOND_STEP';

export interface AccessRule {
  rule: Rule;
  /** API tokens with any of these reach the field. Left out, none does: see token-scopes.ts. */
  scopes?: readonly ApiScope[];
  /**
   * A mutation that a deactivated client with read-only access may use all the same: it changes their own credentials,
   * or only takes access away. Left out, it answers ReadOnlyAccess.
   */
  readOnly?: true;
  /** Asked for before the field's own work: what is missing is the answer, and nothing is changed. */
  proof?: Proof;
  /** Tries a secret or sends a letter: at most one of them in a request, so that one request is one counted try. */
  isTry?: true;
}

/** What the check needs to know of the request. */
interface Asker {
  viewer: { account: { role: 'COACH' | 'CLIENT' }; access: 'FULL' | 'READ_ONLY' } | null;
  /** What the answer is instead; null: go on. */
  proveOwner(proof: Proof, currentPassword: string | null): Promise<object | null>;
}

/** Put on every field of Query and Mutation. */
export const Access = (rule: Rule, options: Omit<AccessRule, 'rule'> = {}): MethodDecorator => {
  const access: AccessRule = { rule, ...options };
  return (target, name, descriptor) => {
    Extensions({ access })(target, name as string, descriptor);
    UseMiddleware(guard(access))(target, name as string, descriptor);
  };
};

/** Asked before the field's own work, and before its arguments are judged. */
const guard =
  ({ rule, readOnly, proof }: AccessRule): MiddlewareFn<Asker> =>
  ({ context, args, info }, next) => {
    if (rule === 'EVERYONE') return next();
    const { viewer } = context;
    if (!viewer) throw unauthenticated();
    if (rule === 'COACH' && viewer.account.role !== 'COACH') throw forbidden(say().platform.youMayNotDoThis);
    const mayWrite = viewer.access === 'FULL' || readOnly === true || info.parentType.name !== 'Mutation';
    if (!mayWrite) return refuseReadOnly(info);
    const { currentPassword } = args as { currentPassword?: string | null };
    if (!proof) return next();
    return context.proveOwner(proof, currentPassword ?? null).then((refusal): unknown => refusal ?? next());
  };

/** As data where the mutation's answer has a place for it. */
function refuseReadOnly({ returnType }: GraphQLResolveInfo): Promise<ReadOnlyAccess> {
  const answer = getNamedType(returnType);
  const refused = new ReadOnlyAccess();
  const isMember = isUnionType(answer) && answer.getTypes().some(({ name }) => name === ReadOnlyAccess.name);
  if (!isMember) throw forbidden(refused.message);
  return Promise.resolve(refused);
}

// The document was understood, wherever it is refused: without this a refusal before the first field would be a 500.
const http = { status: 200 };

export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN', http } });
}

/** The header is there and opens nothing: told at once, and never made good by a cookie (RFC 6750, 3). */
export function badToken(): GraphQLError {
  const challenge = { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer']]) };
  return new GraphQLError('This API token does not work: it is mistyped, has expired or was revoked.', {
    extensions: { code: 'UNAUTHENTICATED', http: challenge },
  });
}

export function unauthenticated(reason?: 'ACCOUNT_CHANGED'): GraphQLError {
  return new GraphQLError(reason ? say().platform.someoneElseIsLoggedInHereNow : say().platform.logInFirst, {
    extensions: { code: 'UNAUTHENTICATED', http, ...(reason ? { reason } : {}) },
  });
}
