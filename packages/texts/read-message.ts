import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/**
 * A value that a message is filled with. `form`: chooses words around another value, and is never shown itself. `known`:
 * filled when the message is compiled.
 */
export type Kind = 'text' | 'number' | 'form' | 'known';

/** A message as code: what it is filled with, and the expression that fills it. */
export interface Message {
  values: Map<string, Kind>;
  code: string;
}

/** Values that are known when a message is compiled. */
export type Known = Readonly<Record<string, number>>;

/** Reads one ICU message. What stands in it besides values, plurals, selections and numbers is refused. */
export function readMessage(icu: string, language: string, known: Known = {}): Message {
  const values = new Map<string, Kind>();
  const fill = (elements: MessageFormatElement[]) =>
    elements.flatMap((element) => filledIn(element, { language, known, values, fill }));
  // Markup is none of a catalog's business: a < is a <.
  const elements = fill(parse(icu, { ignoreTag: true, requiresOtherClause: true }));
  return { code: template(elements, values), values };
}

interface Filling {
  language: string;
  known: Known;
  values: Map<string, Kind>;
  fill: (elements: MessageFormatElement[]) => MessageFormatElement[];
}

/** What is known in place of its name, as the language writes a number; of a plural the words for just so many. */
function filledIn(
  element: MessageFormatElement,
  { language, known, values, fill }: Filling,
): MessageFormatElement[] {
  const number = 'value' in element ? known[element.value] : undefined;
  if (element.type === TYPE.plural || element.type === TYPE.select) {
    const { options } = element;
    if (element.type === TYPE.plural && number !== undefined) {
      values.set(element.value, 'known');
      const form = options[`=${number}`] ?? options[new Intl.PluralRules(language).select(number)];
      return fill((form ?? options['other'])?.value ?? []);
    }
    const filled = Object.entries(options).map(
      ([form, option]) => [form, { ...option, value: fill(option.value) }] as const,
    );
    return [{ ...element, options: Object.fromEntries(filled) }];
  }
  if (number === undefined || (element.type !== TYPE.argument && element.type !== TYPE.number))
    return [element];
  values.set(element.value, 'known');
  return [{ type: TYPE.literal, value: number.toLocaleString(language) }];
}

function template(elements: MessageFormatElement[], values: Map<string, Kind>): string {
  return `\`${elements.map((element) => part(element, values)).join('')}\``;
}

function part(element: MessageFormatElement, values: Map<string, Kind>): string {
  switch (element.type) {
    case TYPE.literal:
      return element.value.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\r', '\\r');
    case TYPE.argument:
      note(values, element.value, 'text');
      return `\${${element.value}}`;
    case TYPE.number:
      if (element.style != null) throw new Error(`{${element.value}, number} takes no style`);
      note(values, element.value, 'number');
      return `\${numberWords(${element.value})}`;
    case TYPE.plural: {
      if (element.offset !== 0 || element.pluralType !== 'cardinal')
        throw new Error(`{${element.value}} is counted in a way that is not known here`);
      note(values, element.value, 'number');
      const forms = Object.entries(element.options).map(
        ([form, { value }]) => `'${form}': ${template(value, values)}`,
      );
      return `\${plural(${element.value}, { ${forms.join(', ')} })}`;
    }
    case TYPE.select: {
      note(values, element.value, 'form');
      const { other, ...named } = element.options;
      const chosen = Object.entries(named).map(
        ([form, { value }]) => `${element.value} === ${JSON.stringify(form)} ? ${template(value, values)} : `,
      );
      return `\${${chosen.join('')}${template(other?.value ?? [], values)}}`;
    }
    default:
      throw new Error('only values, {n, number}, {n, plural, …} and {form, select, …} are known here');
  }
}

/** A number that is also shown as it is stays a number. */
function note(values: Map<string, Kind>, name: string, kind: Kind): void {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name))
    throw new Error(`{${name}} is no name of a value: write it like {firstName}`);
  const before = values.get(name);
  if (before === undefined || before === 'text') values.set(name, kind);
}
