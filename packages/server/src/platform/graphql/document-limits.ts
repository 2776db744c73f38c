import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** What a document may hold, and what its answer may come to. ASVS 5.0 4.3.1: judged before anything runs. */
export interface DocumentLimits {
  /** Fields inside fields. */
  depth: number;
  /** Fields once every fragment stands where it is spread: thirty fragments of two spreads each make a billion. */
  fields: number;
  /** Selections side by side, in one pair of braces. */
  breadth: number;
  /** Other names for fields, that of __typename included. */
  aliases: number;
  directives: number;
  operations: number;
  /** Fields of the answer, with pages counted in full. */
  cost: number;
}

interface Measures {
  depth: number;
  fields: number;
  breadth: number;
  aliases: number;
  directives: number;
}

const NONE: Measures = { depth: 0, fields: 0, breadth: 0, aliases: 0, directives: 0 };
const ENDLESS: Measures = { ...NONE, fields: Number.POSITIVE_INFINITY };

/**
 * The rule that comes before all others: validation itself compares fields with fields, which takes long for such a
 * document. An error beyond the most that validation gives out ends it, so this one is reported until it does.
 */
export function withinLimits(limits: DocumentLimits): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    Document(document) {
      const fault = documentFault(document, limits);
      while (fault) context.reportError(new GraphQLError(fault));
    },
  });
}

/**
 * What a document holds too much of, in words; null when it is fine. Each fragment is measured once, however often it
 * is spread, so the work grows with the text and not with what it means.
 */
function documentFault(document: DocumentNode, limits: DocumentLimits): string | null {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operations.length > limits.operations) return tooMuch('operations');
  const measure = measurer(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      continue;
    const found = plusDirectives(measure(definition.selectionSet), definition.directives);
    for (const name of ['fields', 'depth', 'breadth', 'aliases', 'directives'] as const)
      if (found[name] > limits[name]) return tooMuch(name);
  }
  return null;
}

function measurer(document: DocumentNode): (set: SelectionSetNode) => Measures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, Measures>();

  const ofFragment = (name: string): Measures => {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return NONE;
    // Whoever meets it again while it is being measured is inside of it: it spreads itself.
    measured.set(name, ENDLESS);
    const found = plusDirectives(ofSet(fragment.selectionSet), fragment.directives);
    measured.set(name, found);
    return found;
  };

  const ofSet = (set: SelectionSetNode): Measures => {
    let sum: Measures = { ...NONE, breadth: set.selections.length };
    for (const selection of set.selections) {
      let found: Measures;
      if (selection.kind === Kind.FRAGMENT_SPREAD) found = ofFragment(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) found = ofSet(selection.selectionSet);
      else {
        const inner = selection.selectionSet ? ofSet(selection.selectionSet) : NONE;
        const aliases = inner.aliases + (selection.alias ? 1 : 0);
        found = { ...inner, depth: inner.depth + 1, fields: inner.fields + 1, aliases };
      }
      sum = add(sum, plusDirectives(found, selection.directives));
    }
    return sum;
  };
  return ofSet;
}

function add(a: Measures, b: Measures): Measures {
  return {
    depth: Math.max(a.depth, b.depth),
    breadth: Math.max(a.breadth, b.breadth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
  };
}

function plusDirectives(found: Measures, directives: readonly unknown[] = []): Measures {
  return directives.length === 0 ? found : { ...found, directives: found.directives + directives.length };
}

function tooMuch(what: string): string {
  return `This document holds too much: ${WORDS[what] ?? what}. Ask for it in parts.`;
}

const WORDS: Record<string, string> = {
  depth: 'fields inside fields',
  breadth: 'fields side by side',
};
