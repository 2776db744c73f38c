import fc from 'fast-check';

/** Values that nobody sends by mistake, of every kind that the schema knows. */

/** Of about 100,000 characters each; written «long0», «long1», … so that a failing example stays readable. */
export const LONG = [
  'a',
  '\u0000',
  ' ',
  'é',
  '👩‍👩‍👧',
  '%25',
  '<b>',
  '&amp;',
  '[loginLink]',
  '[firstName|',
  '"',
  '\\u0023',
  '=?utf-8?Q?=C3?=',
  'a@',
  '\n> ',
  '{"a":',
].map((part) => part.repeat(100_000 / part.length));

const TEXTS = [
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', '\udfffx', 'x\ud83d', '\ufeff', '\uffff', '\u{10ffff}'],
  // Right to left, of no width, stacked, and what folding makes longer or shorter.
  ...['\u202edcba', '\u200b', 'ma\u200bria', '\u2066x\u2069', '\u00ad', 'İ', 'ß', 'ﬃ', '\u0345', '℀', 'Ａ'],
  ...['a' + '\u0301'.repeat(200), '\u3164', '\u2800', '1\u20e3', '👩‍👩‍👧', 'نص', '𝐦𝐚𝐫𝐢𝐚', '\u{e0041}'],
  // Of other languages than ours.
  ...["'", "' or '1'='1", "'; drop table account; --", '") or 1=1 --', "\\'; select pg_sleep(9); --"],
  ...['%', '_', '%%%', '\\', '\\%', '$1', '?', '??', ':id', '$$x$$', "E'\\x00'", "' || pg_sleep(9) || '"],
  ...['${7*7}', '{{7*7}}', '<%= 7*7 %>', '#{7*7}', '$(id)', '`id`', '../../etc/passwd', 'file:///etc/passwd'],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;', '&#0;'],
  ...[
    '%00',
    '%2500',
    '%c0%ae',
    '%u0000',
    '%',
    '%zz',
    '=00',
    '=?utf-8?B?AAAA?=',
    '\\u0000',
    '\\x00',
    '&#xd800;',
  ],
  // Of mail, of HTTP, of the product itself.
  ...['a@b.test\r\nBcc: x@evil.test', 'a@client.test,x@evil.test', 'maria@bücher.test', '"a b"@client.test'],
  ...['a@[127.0.0.1]', '@', 'a@', '@b', 'a@b', 'x@client.test\n', '<a@b.test>', 'a@xn--.test', 'ä@ö.ü'],
  ...[
    '\r\nSet-Cookie: a=b',
    '[loginLink]',
    '[[loginLink]]',
    '[firstName|[loginLink]]',
    '[]',
    '[|]',
    '[firstName',
  ],
  // Names that JavaScript has a meaning for.
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'null',
    'undefined',
    'NaN',
    'true',
  ],
  ...['[object Object]', '0', '-1', '1e999', '0x10', '9'.repeat(400), '1'.repeat(20), '-0', 'Infinity'],
  // Times and zones that are nearly some.
  ...['2030-02-30T00:00', '0000-00-00T00:00', '9999-12-31T23:59', '-271821-04-20T00:00:00.000Z'],
  ...['+275760-09-13T00:00:00.000Z', '2030-01-01T24:00', '2030-03-31T02:30', '10000-01-01T00:00'],
  ...['Etc/GMT+14', 'europe/madrid', 'Europe/../Madrid', '+25:00', 'UTC+99', 'GMT0', '+02:00', 'Factory'],
  ...[
    '{}',
    '[]',
    '{"id":"x"}',
    '{"response":{}}',
    '{"id":"a","rawId":"a","type":"public-key","response":null}',
  ],
  ...['Bearer x', 'en-US-u-nu-arab', 'xx-', 'de_DE', 'x'.repeat(65), 'x'.repeat(256), 'é'.repeat(320)],
];

/** What a place in a list may look like, with keys and ids that are none. */
const cursor = fc
  .tuple(
    fc.oneof(fc.constantFrom<unknown>(...TEXTS, null, 1, [], {}), fc.string({ unit: 'binary' })),
    fc.oneof(
      fc.uuid().map((id): unknown => id),
      fc.constantFrom<unknown>('«client.id»', '', null, 'x'.repeat(36), '0'.repeat(36)),
    ),
    fc.constantFrom('base64url', 'base64', 'hex') as fc.Arbitrary<BufferEncoding>,
  )
  .map(([key, id, encoding]) => Buffer.from(JSON.stringify([key, id])).toString(encoding));

const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

/** The secrets and ids that are real, for a place where they do not belong or with something behind them. */
const bent = fc
  .tuple(
    fc.constantFrom('«client.username»', '«client.email»', '«link»', '«client.id»', '«password»'),
    fc.constantFrom('', '\u0000', '\ud800', "'", ' ', '\u200b', '%00', '\r\n', '=', '#', '/..', '-'),
  )
  .map(([real, more]) => real + more);

/** A browser's answer about a passkey, with anything where something is expected. */
const deviceAnswer = fc
  .record(
    {
      id: fc.constantFrom(...TEXTS, 'AAAA'),
      rawId: fc.constantFrom(...TEXTS, 'AAAA'),
      type: fc.constantFrom('public-key', ''),
      response: fc.dictionary(
        fc.constantFrom(
          'clientDataJSON',
          'authenticatorData',
          'attestationObject',
          'signature',
          'userHandle',
          'transports',
        ),
        fc.oneof(
          fc.constantFrom<unknown>(...TEXTS),
          fc.base64String(),
          fc.constantFrom<unknown>('e30', 1, null, ['\u0000']),
        ),
      ),
    },
    { requiredKeys: [] },
  )
  .map((answer) => JSON.stringify(answer));

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: deviceAnswer },
  { weight: 8, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  { weight: 1, arbitrary: codeUnits },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.emailAddress() },
  { weight: 2, arbitrary: cursor },
  { weight: 2, arbitrary: bent },
  { weight: 1, arbitrary: fc.nat(LONG.length - 1).map((i) => `«long${i}»`) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...TEXTS)).map((two) => two.join('')),
  },
);

/** Of another type than the one that is asked for. */
const wrongTypes: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...[null, true, 0, -1, 0.5, 1e308, 2 ** 31, -(2 ** 31), 2 ** 53, [], [[]], {}, 'x', { a: 1 }],
  { toString: 1 },
  Object.fromEntries([['__proto__', { isAdmin: true }]]),
  Array.from({ length: 1_001 }, () => 'x'),
);

const mixed = (own: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 15, arbitrary: own }, { weight: 1, arbitrary: wrongTypes });

/** By the name of the scalar. */
export const hostile: Record<string, fc.Arbitrary<unknown>> = {
  String: mixed(hostileText),
  ID: mixed(fc.oneof(hostileText, fc.uuid(), fc.integer())),
  Int: mixed(fc.oneof(fc.integer(), fc.constantFrom<unknown>(0, -1, 101, 2 ** 31 - 1, '5', 1e21, 5.5))),
  Boolean: mixed(fc.constantFrom<unknown>('true', 1, 'false')),
  DateTime: mixed(
    fc.oneof(
      hostileText,
      fc.integer(),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.constantFrom<unknown>(
        '0001-01-01T00:00:00Z',
        '9999-12-31T23:59:59Z',
        '2030-06-30T23:59:60Z',
        8.64e15,
        -8.64e15,
      ),
    ),
  ),
};

/** Where one of a few words is asked for, a list, or an object. */
export const hostileEnum = mixed(
  fc.constantFrom<unknown>('active', '__proto__', 'toString', '', 'ACTIVE ', 'null'),
);
export const hostileShape = wrongTypes;
