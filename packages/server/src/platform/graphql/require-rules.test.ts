import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { AccessRule } from './access.ts';
import { requireRules } from './require-rules.ts';

/** A schema whose fields of Query and Mutation say this of who may use them. */
function schemaWith(rules: Record<string, AccessRule>) {
  const schema = buildSchema(`
    type Query { open: String  notes: [Note] }
    type Mutation { change: String }
    type Note { text: String }
  `);
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {})) {
      const access = rules[field.name];
      field.extensions = access ? { access } : {};
    }
  return schema;
}

const told: Record<string, AccessRule> = {
  open: { rule: 'EVERYONE', scopes: [] },
  notes: { rule: 'EVERYONE', scopes: [] },
  change: { rule: 'EVERYONE', scopes: [] },
};

describe('a schema', () => {
  it('whose fields all say who may use them is started', () => {
    expect(() => requireRules(schemaWith(told))).not.toThrow();
  });

  it.each(['open', 'notes', 'change'])('P077 is not started where %s says nothing', (name) => {
    const { [name]: _left, ...rest } = told;
    expect(() => requireRules(schemaWith(rest))).toThrow(`.${name} has no access rule`);
  });

  it('P077 is not started where a change asks for the owner, and its answer has no place for what is missing', () => {
    const asking: Record<string, AccessRule> = { ...told, change: { rule: 'LOGGED_IN', proof: 'RECENT' } };
    expect(() => requireRules(schemaWith(asking))).toThrow("can't answer CurrentPasswordWrong");
  });

  it('is not started where a type that API tokens reach says nothing of them', () => {
    const reached: Record<string, AccessRule> = {
      ...told,
      notes: { rule: 'COACH', scopes: ['MESSAGES_READ'] },
    };
    expect(() => requireRules(schemaWith(reached))).toThrow('API tokens reach Note');
  });
});
