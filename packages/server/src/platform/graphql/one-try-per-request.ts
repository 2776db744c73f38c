import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext } from 'graphql';
import type { AccessRule } from './access.ts';

/**
 * At most one login or recovery mutation in a document, however it is hidden: aliases, fragments, a second operation.
 * Refused before anything runs, so that one request is one counted try.
 */
export function oneTryPerRequest(context: ValidationContext): ASTVisitor {
  const mutations = context.getSchema().getMutationType()?.getFields() ?? {};
  const isTry = (name: string) =>
    (mutations[name]?.extensions['access'] as AccessRule | undefined)?.isTry === true;
  const entered = new Set<string>();
  const count = (set: SelectionSetNode): number => {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) sum += isTry(selection.name.value) ? 1 : 0;
      else if (selection.kind === Kind.INLINE_FRAGMENT) sum += count(selection.selectionSet);
      else if (!entered.has(selection.name.value)) {
        // Spread twice it merges into the same fields, so each fragment counts once.
        entered.add(selection.name.value);
        const fragment = context.getFragment(selection.name.value);
        sum += fragment ? count(fragment.selectionSet) : 0;
      }
    }
    return sum;
  };
  return {
    Document(document) {
      let found = 0;
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== 'mutation') continue;
        entered.clear();
        found += count(definition.selectionSet);
      }
      if (found > 1)
        context.reportError(new GraphQLError('Only one login or recovery mutation may stand in a request.'));
    },
  };
}
