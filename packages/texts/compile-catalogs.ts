import { readMessage, type Kind, type Known, type Message } from './read-message.ts';

/** Texts by their keys, in as many levels as are of use: what a translator's tool reads as nested JSON. */
export interface Catalog {
  [key: string]: string | Catalog;
}

/** Levels above a group: its module holds everything below. */
interface Group {
  part: string;
  name: string;
  texts: Catalog;
}

const HEAD = '// Compiled from the catalogs beside: change those.\n';

/**
 * Catalogs as code: one module for each group and language, each message a string or a function of its values. English
 * says which messages there are and what they are filled with; whatever another language lacks, has too much, or fills
 * otherwise, is a fault.
 */
export function compileCatalogs(
  catalogs: Record<string, Catalog> & { en: Catalog },
  known: Known = {},
): {
  files: Map<string, string>;
  faults: string[];
} {
  const faults: string[] = [];
  const messages = new Map(
    Object.entries(catalogs).map(([language, catalog]) => [
      language,
      messagesOf({ language, catalog, known }, faults),
    ]),
  );
  const english = messages.get('en') ?? new Map<string, Message>();
  const values = valuesOfAll(english, messages);
  for (const [language, found] of messages) faults.push(...unlike(language, english, found));
  const files = new Map<string, string>();
  if (faults.length > 0) return { files, faults };
  for (const [language, found] of messages) {
    files.set(`${language}/speak.ts`, speak(language));
    for (const group of groupsOf(catalogs.en))
      files.set(`${language}/${group.part}/${fileName(group.name)}.ts`, moduleOf(group, found, values));
    for (const part of Object.keys(catalogs.en))
      files.set(`${language}/${part}.ts`, partOf(part, catalogs.en));
  }
  for (const part of Object.keys(catalogs.en))
    files.set(`${part}.ts`, inEveryLanguage(part, [...messages.keys()]));
  return { files, faults };
}

interface Translation {
  language: string;
  catalog: Catalog;
  known: Known;
}

function messagesOf({ language, catalog, known }: Translation, faults: string[]): Map<string, Message> {
  const found = new Map<string, Message>();
  const walk = (level: Catalog, path: string[]) => {
    for (const [key, text] of Object.entries(level)) {
      const name = [...path, key].join('.');
      if (typeof text !== 'string') walk(text, [...path, key]);
      else
        try {
          found.set(name, readMessage(text, language, known));
        } catch (error) {
          faults.push(`${language}: ${name}: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
  };
  walk(catalog, []);
  return found;
}

/** What each message is filled with, in any language: a form that English does without may be needed elsewhere. */
function valuesOfAll(
  english: Map<string, Message>,
  messages: Map<string, Map<string, Message>>,
): Map<string, Map<string, Kind>> {
  return new Map(
    [...english].map(([name, message]) => {
      const all = new Map(message.values);
      for (const found of messages.values())
        for (const [value, kind] of found.get(name)?.values ?? [])
          if (!all.has(value) || kind === 'number') all.set(value, kind);
      return [name, all];
    }),
  );
}

/** How a language's messages differ from the English ones in what nobody may change. */
function unlike(language: string, english: Map<string, Message>, found: Map<string, Message>): string[] {
  const missing = [...english.keys()].filter((name) => !found.has(name));
  const surplus = [...found.keys()].filter((name) => !english.has(name));
  const others = [...found].flatMap(([name, { values }]) => {
    const wanted = english.get(name)?.values;
    if (!wanted) return [];
    const lacks = [...wanted].filter(([value, kind]) => kind !== 'form' && !values.has(value));
    const strange = [...values].filter(
      ([value, kind]) => !wanted.has(value) && !isFormOf(value, kind, wanted),
    );
    return [
      ...lacks.map(([value]) => `${language}: ${name}: does not say {${value}}`),
      ...strange.map(([value]) => `${language}: ${name}: nobody fills {${value}}`),
    ];
  });
  return [
    ...missing.map((name) => `${language}: ${name}: is missing`),
    ...surplus.map((name) => `${language}: ${name}: is not said`),
    ...others,
  ];
}

/** `timeForm` chooses words around `time`. */
const isFormOf = (value: string, kind: Kind, wanted: Map<string, Kind>) =>
  kind === 'form' && value.endsWith('Form') && wanted.has(value.slice(0, -'Form'.length));

function groupsOf(english: Catalog): Group[] {
  return Object.entries(english).flatMap(([part, groups]) =>
    typeof groups === 'string'
      ? []
      : Object.entries(groups).flatMap(([name, texts]) =>
          typeof texts === 'string' ? [] : [{ part, name, texts }],
        ),
  );
}

const fileName = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const keyOf = (key: string) => (/^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key));

function moduleOf(
  { part, name, texts }: Group,
  found: Map<string, Message>,
  values: Map<string, Map<string, Kind>>,
): string {
  const object = (level: Catalog, path: string[], indent: string): string =>
    Object.entries(level)
      .map(([key, text]) => {
        const here = [...path, key];
        const content =
          typeof text === 'string'
            ? messageCode(found.get(here.join('.')), values.get(here.join('.')))
            : `{\n${object(text, here, `${indent}  `)}${indent}}`;
        return `${indent}${keyOf(key)}: ${content},\n`;
      })
      .join('');
  const code = `export const ${name}Texts = {\n${object(texts, [part, name], '  ')}};\n`;
  const helpers = ['plural', 'numberWords'].filter((helper) => code.includes(`${helper}(`));
  const imported = helpers.length > 0 ? `import { ${helpers.join(', ')} } from '../speak.ts';\n\n` : '';
  return HEAD + imported + code;
}

const TYPE_OF: Record<Exclude<Kind, 'known'>, string> = {
  text: 'string | number',
  number: 'number',
  form: 'string',
};

function messageCode(message: Message | undefined, all = new Map<string, Kind>()): string {
  if (!message) return "''";
  const types = [...all].flatMap(([value, kind]) => (kind === 'known' ? [] : [`${value}: ${TYPE_OF[kind]}`]));
  if (types.length === 0) return message.code;
  const used = [...message.values].filter(([, kind]) => kind !== 'known').map(([value]) => value);
  return `({ ${used.join(', ')} }: { ${types.join('; ')} }) => ${message.code}`;
}

/** All groups of a part in one object, for whoever speaks several languages at once. */
function partOf(part: string, english: Catalog): string {
  const groups = groupsOf(english).filter((group) => group.part === part);
  const imports = groups.map(
    ({ name }) => `import { ${name}Texts as ${name} } from './${part}/${fileName(name)}.ts';\n`,
  );
  return `${HEAD}${imports.join('')}\nexport const ${part}Texts = { ${groups.map(({ name }) => name).join(', ')} };\n`;
}

/** A part in every language, each with the shape of the English one. */
function inEveryLanguage(part: string, languages: string[]): string {
  const imports = languages.map(
    (language) => `import { ${part}Texts as ${language} } from './${language}/${part}.ts';\n`,
  );
  const names = languages.map((language) => `'${language}'`).join(' | ');
  return `${HEAD}${imports.join('')}\nexport const ${part}Texts: Record<${names}, typeof en> = { ${languages.join(', ')} };\n`;
}

function speak(language: string): string {
  return `${HEAD}
const rules = new Intl.PluralRules('${language}');
const numbers = new Intl.NumberFormat('${language}');

/** The words for this many: those for exactly so many, else those of the language's kind of number. */
export const plural = (count: number, forms: Record<string, string>): string =>
  forms[\`=\${count}\`] ?? forms[rules.select(count)] ?? forms['other'] ?? '';

/** As the language writes a number. */
export const numberWords = (number: number): string => numbers.format(number);
`;
}
