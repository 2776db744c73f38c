// @vitest-environment jsdom
import { composeMessage } from '@latchstring/message-language';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { BodyEditor } from './body-editor.svelte';
import { setStylesAside } from './inert-styles';

const site = 'https://latch.test';
const address = `${site}/login/link#AbCdEfGhIjKlMnOpQr-_12`;
const chip = (source: string) => `<span data-magic-tag="${/\w+/.exec(source)?.[0] ?? ''}">${source}</span>`;

const opened: BodyEditor[] = [];
// An editor left open looks at its page once more when the page is gone.
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

function open(body: string, bodyFormat: 'HTML' | 'TEXT' = 'HTML') {
  const changes: string[] = [];
  const onchange = (html: string) => changes.push(html);
  const editor = new BodyEditor({ body, bodyFormat, tags: [], ownHosts: ['latch.test'], onchange });
  opened.push(editor);
  return { editor, changes };
}

/** jsdom has no clipboard. */
const pasting = new Event('paste') as ClipboardEvent;

/** What the editor makes of it without anybody writing. */
const kept = (body: string) => open(body).editor.html;

test.each([
  '<p>a <strong>b <em>c</em></strong> <u>d</u> <s>e</s><br>f</p>',
  '<h1>One</h1><h2>Two</h2><h3>Three</h3>',
  '<ul><li><p>x</p></li><li><p>y</p><ol><li><p>z</p></li></ol></li></ul>',
  '<blockquote><p>quote</p><ul><li><p>x</p></li></ul></blockquote>',
  '<p><a href="https://x.test/?a=1&amp;b=2">site</a> <a href="mailto:a@x.test">mail</a></p>',
  '<p><a href="[loginLink]">Log in</a></p>',
  `<p>Go: ${chip('[loginLink]')}, ${chip('[firstName|there]')}!</p>`,
  `<p><strong>${chip('[firstName]')}</strong> <a href="[loginLink]">${chip('[firstName]')} in</a></p>`,
  `<p>${chip('[firstName|a b &amp; c]')}${chip('[date]')}</p>`,
  '<p>[loginlnk] [1] [] [username|x] {{7*7}} %recipient.email% &lt;b&gt;</p>',
])('what the server keeps comes back as it was: %s', (body) => {
  expect(kept(body)).toBe(body);
});

test.each([
  ['<p>[LOGINLINK] [ firstName | you ]</p>', `<p>${chip('[loginLink]')} ${chip('[firstName|you]')}</p>`],
  ['<p>[login<b>Link</b>] x</p>', `<p>${chip('[loginLink]')} x</p>`],
  ['<p><b>[date</b>]</p>', `<p><strong>${chip('[date]')}</strong></p>`],
  ['<p>[first&shy;Name&nbsp;]</p>', `<p>${chip('[firstName]')}</p>`],
  ['<p>[loginLink|x]</p>', '<p>[loginLink|x]</p>'],
  ['<span data-magic-tag="date">[date] and more</span>', `<p>${chip('[date]')} and more</p>`],
  ['<a href="http://[loginLink]">in</a>', '<p><a href="[loginLink]">in</a></p>'],
  ['<a href="%5BloginLink%5D">in</a>', '<p><a href="[loginLink]">in</a></p>'],
  ['<a href="javascript:alert(1)">a</a><a href="/relative">b</a>', '<p>ab</p>'],
  ['<p onclick="x()" style="color:red">a<img src=x onerror=y>b</p>', '<p>ab</p>'],
  ['<script>x</script><table><tr><td>a</td></tr></table>', '<p>a</p>'],
])('%s is cut down to what is allowed, its tags to chips', (body, expected) => {
  expect(kept(body)).toBe(expected);
});

test.each([
  [`<p>x ${address} y</p>`, `<p>x ${chip('[loginLink]')} y</p>`],
  [`<p>x ${address.replace('#', '#<b>')}</b> y</p>`, `<p>x ${chip('[loginLink]')} y</p>`],
  [`<p><a href="${address}">here</a></p>`, '<p><a href="[loginLink]">here</a></p>'],
  [`<p><a href="${address}">${address}</a></p>`, `<p>${chip('[loginLink]')}</p>`],
])('C071 a live login address never stays in the text: %s', (body, expected) => {
  expect(kept(body)).toBe(expected);
});

test.each([
  [
    'Hi [firstName|there],\n\nsee [loginLink]\nbye',
    `<p>Hi ${chip('[firstName|there]')},</p><p>see ${chip('[loginLink]')}<br>bye</p>`,
  ],
  ['<b>&\n \n\n  a  b', '<p>&lt;b&gt;&amp;</p><p>&nbsp;&nbsp;a&nbsp;&nbsp;b</p>'],
  [
    '(https://x.test/a?b=1&c=2).',
    '<p>(<a href="https://x.test/a?b=1&amp;c=2">https://x.test/a?b=1&amp;c=2</a>).</p>',
  ],
  [address, `<p>${chip('[loginLink]')}</p>`],
  ['', ''],
])('plain text becomes paragraphs, lines, links and chips: %j', (text, expected) => {
  expect(open(text, 'TEXT').editor.html).toBe(expected);
});

test('C165 a pasted table becomes lines, and what stays behind is told until something else is pasted', () => {
  const { editor } = open('');
  editor.editor.view.pasteHTML(
    '<table><tr><td>a</td><td>[date]</td></tr></table><p style="color:red"><img src="x.png"></p>',
    pasting,
  );
  expect(editor.html).toContain(`<p>a | ${chip('[date]')}</p>`);
  expect(editor.pasted.leftOut).toEqual({ pictures: 1, tables: 1 });
  editor.editor.view.pasteHTML('<p>b</p>', pasting);
  expect(editor.pasted.leftOut).toEqual({ pictures: 0, tables: 0 });
});

test('an unknown tag is mended everywhere, and its fallback stays where the right one takes it', () => {
  const { editor, changes } = open(
    '<p>[name] [name|you] [na<b>me</b>] [names]</p><ul><li><p>[name]</p></li></ul>',
  );
  editor.renameTag('name', 'firstName');
  const first = chip('[firstName]');
  const expected = `<p>${first} ${chip('[firstName|you]')} ${first} [names]</p><ul><li><p>${first}</p></li></ul>`;
  expect(changes).toEqual([expected]);
  editor.editor.commands.undo();
  expect(editor.html).toContain('[name|you]');
});

test('a tag that takes no fallback loses it', () => {
  const { editor } = open('<p>[loginLink|x]</p>');
  editor.renameTag('loginLink|x', 'loginLink');
  expect(editor.html).toBe(`<p>${chip('[loginLink]')}</p>`);
});

test('words for an empty value are added where there are none', () => {
  const { editor } = open('<p>[firstName] <b>[firstName]</b> [firstName|you] [date]</p>');
  editor.addFallback('firstName', 'there');
  const there = chip('[firstName|there]');
  expect(editor.html).toBe(
    `<p>${there} <strong>${there}</strong> ${chip('[firstName|you]')} ${chip('[date]')}</p>`,
  );
});

test('words are also added to a tag that no chip was made of', () => {
  const { editor } = open('<p>Hi</p>');
  const { state, view } = editor.editor;
  view.dispatch(state.tr.insertText(' [firstName] [date]', 3));
  editor.addFallback('firstName', 'there');
  expect(editor.html).toBe(`<p>Hi ${chip('[firstName|there]')} [date]</p>`);
});

test('loading another text can be undone, the first one not', () => {
  const { editor, changes } = open('<p>first</p>');
  editor.editor.commands.undo();
  expect(changes).toEqual([]);
  editor.load({ body: 'second', bodyFormat: 'TEXT' });
  expect(changes).toEqual(['<p>second</p>']);
  editor.editor.commands.undo();
  expect(editor.html).toBe('<p>first</p>');
});

const word = fc.string({ unit: fc.constantFrom(...'abäß&<>"\'[]|{}%$ '), minLength: 1 }).map(escape);
const inline = fc.oneof(
  word,
  fc.constantFrom(chip('[loginLink]'), chip('[firstName]'), chip('[firstName|dear you]'), '<br>'),
  fc
    .tuple(fc.constantFrom('strong', 'em', 'u', 's'), word)
    .map(([mark, text]) => `<${mark}>${text}</${mark}>`),
  word.map((text) => `<a href="https://x.test/?q=1">${text}</a>`),
);
const line = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const block = fc.oneof(
  line.map((text) => `<p>${text}</p>`),
  line.map((text) => `<h2>${text}</h2>`),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((items) => `<ul>${items.map((text) => `<li><p>${text}</p></li>`).join('')}</ul>`),
  line.map((text) => `<blockquote><p>${text}</p></blockquote>`),
);

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function textOf(html: string): string {
  return (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').replace(/\s+/g, '');
}

const bracketed = fc.constantFrom(
  ...[
    '[loginLink]',
    '[ FirstName | you ]',
    '[firstName|a|b]',
    '[log<b>in</b>Link]',
    '%5Bdate%5D',
    '[loginLink|x]',
  ],
  ...[
    '[first&shy;Name]',
    '[date<br>]',
    '[name]',
    '[',
    ']',
    '|',
    'date',
    address,
    chip('[lastName|👩‍👧]'),
    'https://',
  ],
);

test('P109 the editor takes for tags what the server takes for tags', () => {
  const { editor } = open('');
  const stored = (body: string) =>
    composeMessage({ subject: '', body, bodyFormat: 'HTML' }, ['latch.test']).stored.body;
  const chipsIn = (html: string) => html.match(/<span data-magic-tag="\w+">[^<]+/g) ?? [];
  fc.assert(
    fc.property(fc.array(fc.oneof(bracketed, word), { minLength: 1, maxLength: 6 }), (parts) => {
      const body = `<p>${parts.join('')}</p>`;
      editor.load({ body, bodyFormat: 'HTML' });
      expect(chipsIn(editor.html)).toEqual(chipsIn(stored(body)));
      expect(chipsIn(stored(editor.html))).toEqual(chipsIn(editor.html));
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('nothing that can be written is lost on the way through the editor, however often', () => {
  const { editor } = open('');
  const through = (body: string) => {
    editor.load({ body, bodyFormat: 'HTML' });
    return editor.html;
  };
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      const once = through(blocks.join(''));
      expect(through(once)).toBe(once);
      expect(textOf(once)).toBe(textOf(blocks.join('')));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test.each([
  ['<p style="color:red">a &lt;b style="x"&gt;</p>', '<p data-style="color:red">a &lt;b style="x"&gt;</p>'],
  ["use style=\"x\" <b class='y' style='z'>b</b>", "use style=\"x\" <b class='y' data-style='z'>b</b>"],
  [
    '<style>p { color: red }</style><p title="a > b" style="c">d</p>',
    '<p title="a > b" data-style="c">d</p>',
  ],
])(
  'styles are set aside before anything is parsed, and text that speaks of them stays: %s',
  (html, expected) => {
    expect(setStylesAside(html)).toBe(expected);
  },
);

test.each([
  [
    '<b style="font-weight:normal"><p>a <span style="font-weight:700">b</span></p></b>',
    '<p>a <strong>b</strong></p>',
  ],
  [
    '<p>see [loginLink] and <i>[firstName|you]</i></p>',
    `<p>see ${chip('[loginLink]')} and <em>${chip('[firstName|you]')}</em></p>`,
  ],
  ['<table><tr><td><img src="https://x.test/y.png"><font color="red">c</font></td></tr></table>', '<p>c</p>'],
  [`<a href="${address}">here</a>`, '<p><a href="[loginLink]">here</a></p>'],
  ['<h1 onclick="x()">t</h1><script>y</script>', '<h1>t</h1>'],
])('what is pasted is cut down to what is allowed, its tags to chips: %s', (html, expected) => {
  const { editor } = open('');
  editor.editor.view.pasteHTML(html, pasting);
  expect(editor.html).toBe(expected);
});

test('a tag that is pasted as text becomes a chip', () => {
  const { editor } = open('<p>Go:</p>');
  editor.editor.commands.focus('end');
  editor.editor.view.pasteText('[loginLink] or [1]', pasting);
  expect(editor.html).toBe(`<p>Go:${chip('[loginLink]')} or [1]</p>`);
});
