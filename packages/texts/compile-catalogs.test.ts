import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { compileCatalogs, type Catalog } from './compile-catalogs.ts';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const group = (texts: Catalog): Catalog => ({ app: { greeting: texts } });
const faultsOf = (en: Catalog, es: Catalog) => compileCatalogs({ en: group(en), es: group(es) }).faults;

/** What the compiled texts of a language say. */
async function said(
  en: Catalog,
  es: Catalog,
  language: string,
  known = {},
): Promise<Record<string, unknown>> {
  const { files, faults } = compileCatalogs({ en: group(en), es: group(es) }, known);
  assert.deepEqual(faults, []);
  const folder = await mkdtemp(join(tmpdir(), 'latchstring-texts-'));
  folders.push(folder);
  for (const [name, code] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), code);
  }
  const module = (await import(join(folder, language, 'app/greeting.ts'))) as Record<string, unknown>;
  return module['greetingTexts'] as Record<string, unknown>;
}

const one = { hello: 'Hello {name}, {count, plural, one {one link} other {{count} links}}' };
const otro = { hello: 'Hola, {name}: {count, plural, one {un enlace} other {{count} enlaces}}' };

describe('a catalog that is not what English says', () => {
  it('lacks a text, or has one that nobody says', () => {
    assert.deepEqual(faultsOf({ a: 'A', b: 'B' }, { a: 'Á', c: 'Ć' }), [
      'es: app.greeting.b: is missing',
      'es: app.greeting.c: is not said',
    ]);
    assert.deepEqual(faultsOf({ a: { b: 'B' } }, { a: 'Á' }), [
      'es: app.greeting.a.b: is missing',
      'es: app.greeting.a: is not said',
    ]);
  });

  it('leaves a value out, or asks for one that nobody fills', () => {
    assert.deepEqual(faultsOf({ a: 'For {name}' }, { a: 'Para {nombre}' }), [
      'es: app.greeting.a: does not say {name}',
      'es: app.greeting.a: nobody fills {nombre}',
    ]);
    assert.deepEqual(faultsOf({ a: 'A' }, { a: '{form, select, x {X} other {Y}}' }), [
      'es: app.greeting.a: nobody fills {form}',
    ]);
  });

  it('leaves out a number that is known when it is compiled', () => {
    const catalogs = { en: group({ a: 'For {days} days' }), es: group({ a: 'Unos días' }) };
    assert.deepEqual(compileCatalogs(catalogs, { days: 7 }).faults, [
      'es: app.greeting.a: does not say {days}',
    ]);
  });

  it('can not be read', () => {
    for (const text of [
      '{',
      '{name',
      '{n, plural, one {x}}',
      '{at, date}',
      '{x y}',
      '{NAME}',
      '{n, plural, offset:1 other {}}',
    ])
      assert.equal(faultsOf({ a: text }, { a: 'x' }).length > 0, true, text);
  });
});

describe('compiled texts', () => {
  it('are filled, counted as the language counts, and may choose words around a value', async () => {
    const [english, spanish] = [await said(one, otro, 'en'), await said(one, otro, 'es')];
    const hello = (texts: typeof english, count: number) =>
      (texts['hello'] as (values: object) => string)({ name: 'Maria', count });
    assert.equal(hello(english, 1), 'Hello Maria, one link');
    assert.equal(hello(english, 0), 'Hello Maria, 0 links');
    assert.equal(hello(spanish, 1), 'Hola, Maria: un enlace');
    assert.equal(hello(spanish, 2), 'Hola, Maria: 2 enlaces');
    const at = await said(
      { at: 'at {time}' },
      { at: '{timeForm, select, one {a la} other {a las}} {time}' },
      'es',
    );
    const told = at['at'] as (values: object) => string;
    assert.equal(told({ time: '1:05', timeForm: 'one' }), 'a la 1:05');
    assert.equal(told({ time: '14:05', timeForm: 'hours' }), 'a las 14:05');
    const many = await said({ many: '{most, number} letters' }, { many: '{most, number} letras' }, 'es');
    assert.equal((many['many'] as (values: object) => string)({ most: 100_000 }), '100.000 letras');
  });

  it('are filled with the numbers of the product, in words for just so many', async () => {
    const text = '{days, plural, one {one day} other {{days} days}} of {most} for {name}';
    const { a } = await said({ a: text }, { a: text }, 'es', { days: 1, most: 20_000 });
    assert.equal((a as (values: object) => string)({ name: 'Ana' }), 'one day of 20.000 for Ana');
    const { b } = await said({ b: '{days} days' }, { b: '{days} días' }, 'es', { days: 7 });
    assert.equal(b, '7 días');
  });

  it('say what a catalog says and do nothing else, whatever it says', async () => {
    const hostile: Catalog = {
      code: "`; process.exit(1); `$'{'process.exit(1)'}'",
      quotes: 'a "b" \'c\' \\ \\` \\u0041 \n \r\n \u2028',
      markup: '</script><img src=x onerror=alert(1)> & &amp; <b>',
      key: 'x',
      'of-two words': 'y',
    };
    const texts = await said(hostile, hostile, 'es');
    const plain = Object.fromEntries(Object.entries(texts));
    assert.deepEqual(plain, {
      ...hostile,
      code: ['`; process.exit(1); `$', '{process.exit(1)}'].join(''),
    });
  });
});
