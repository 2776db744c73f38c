import { isInterfaceType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { AccessRule, Proof, Rule } from './access.ts';
import { apiScopes, type ApiScope } from './api-scopes.ts';
import { scopesOf } from './token-scopes.ts';

const WHO: Record<Rule, string> = {
  EVERYONE: 'everyone',
  LOGGED_IN: 'whoever is logged in',
  COACH: 'coaches',
};

const PROOFS: Record<Proof, string> = {
  RECENT: 'recent login or password',
  SECOND_STEP: 'fresh second step',
  RECENT_AND_SECOND_STEP: 'recent login or password, fresh second step',
};

/** The rules as a table for people: schema/access.md. A changed rule shows there, and tests hold the server to it. */
export function printAccessTable(schema: GraphQLSchema): string {
  return [
    '# Who may do what',
    'Printed by the server from its own rules (`pnpm schema`); a test asks every row of a running server. For API tokens: any one of the scopes is enough. Every row is about whose it is as well: what another coach owns is answered as if it did not exist.',
    '## Queries',
    table(['field', 'who', 'API tokens'], rootRows(schema.getQueryType(), false)),
    '## Mutations',
    'With read-only access: a deactivated client whose coach lets them look. Proof of the owner: asked for before anything is done; the second step only where the account has one.',
    table(
      ['field', 'who', 'with read-only access', 'proof of the owner', 'API tokens'],
      rootRows(schema.getMutationType(), true),
    ),
    '## What an API token may read of what it is answered',
    'All fields of a type, except those that stand by themselves. What is not named here, no token reads.',
    table(['type or field', 'API tokens'], typeRows(schema)),
    '',
  ].join('\n\n');
}

function rootRows(root: GraphQLObjectType | null | undefined, isMutation: boolean): string[][] {
  return Object.values(root?.getFields() ?? {}).map((field) => {
    const { rule, readOnly, proof, scopes } = field.extensions['access'] as AccessRule;
    const looking = rule === 'COACH' ? '' : rule === 'EVERYONE' || readOnly ? 'yes' : 'no';
    return [
      field.name,
      WHO[rule],
      ...(isMutation ? [looking, proof ? PROOFS[proof] : ''] : []),
      words(scopes ?? []),
    ];
  });
}

function typeRows(schema: GraphQLSchema): string[][] {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()].map((root) => root?.name));
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if ((!isObjectType(type) && !isInterfaceType(type)) || roots.has(type.name)) return [];
    const ofType = type.extensions['scopes'] as ApiScope[] | undefined;
    // What an interface declares stands there, once.
    const shared = new Set(type.getInterfaces().flatMap((each) => Object.keys(each.getFields())));
    const fields = Object.values(type.getFields())
      .filter(({ name }) => !shared.has(name))
      .filter((field) => words(scopesOf(type, field)) !== words(ofType ?? []))
      .map((field) => [`${type.name}.${field.name}`, words(scopesOf(type, field))]);
    return [...(ofType ? [[type.name, words(ofType)]] : []), ...fields];
  });
}

function words(scopes: readonly ApiScope[]): string {
  if (scopes.length === apiScopes.length) return 'any';
  return scopes.length === 0 ? 'none' : scopes.join(', ');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
