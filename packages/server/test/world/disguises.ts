/** Ways in which mail programs and filters write an address, and people who paste it. */
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const lines = (text: string, width: number, joint: string) =>
  (text.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? []).join(joint);

export const disguises: Record<string, (address: string) => string> = {
  'as it is': (a) => a,
  'within brackets': (a) => `(${a}).`,
  'in Markdown': (a) => `[log in](${a})`,
  'in HTML': (a) => `<a href="${a}">${a}</a>`,
  'percent-encoded': encodeURIComponent,
  'percent-encoded twice': (a) => encodeURIComponent(encodeURIComponent(a)),
  'every letter percent-encoded': percent,
  'quoted-printable': (a) =>
    [...a].map((c) => (/[=#_:/-]/.test(c) ? `=${c.charCodeAt(0).toString(16).toUpperCase()}` : c)).join(''),
  'with soft line breaks': (a) => lines(a, 20, '=\r\n'),
  'broken over quoted lines': (a) => lines(a, 24, '\n> '),
  'broken over lines, quoted twice': (a) => lines(a, 13, '\r\n>> '),
  'in base64': base64,
  'in base64 of 76 letters a line': (a) =>
    lines(base64(`Hello Maria,\r\n\r\nlog in here: ${a}\r\n\r\nUntil soon, Dana`), 76, '\r\n'),
  'in base64url': (a) => Buffer.from(a).toString('base64url'),
  'as character references': (a) => [...a].map((c) => `&#${c.charCodeAt(0)};`).join(''),
  'as hexadecimal references': (a) => [...a].map((c) => `&#x${c.charCodeAt(0).toString(16)};`).join(''),
  'as named references': (a) => a.replaceAll(':', '&colon;').replaceAll('/', '&sol;').replace('#', '&num;'),
  'escaped as in JSON': (a) => a.replaceAll('/', '\\/').replace('#', '\\u0023'),
  'behind Outlook’s safe links': (a) =>
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(a)}&amp;data=05%7C01%7Cx&amp;reserved=0`,
  'behind Google’s redirect': (a) => `https://www.google.com/url?q=${encodeURIComponent(a)}&source=gmail`,
  'behind URL Defense 2': (a) =>
    `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(
      a.replaceAll('-', '%2D').replaceAll('_', '%5F'),
    )
      .replaceAll('%252D', '-2D')
      .replaceAll('%255F', '-5F')
      .replaceAll('%2F', '_')
      .replaceAll('%', '-')}&d=DwMFaQ&c=x`,
  'behind URL Defense 3': (a) => `https://urldefense.com/v3/__${a.replace('#', '*')}__;Iw!!GqivPVa7Brio!abc$`,
  'behind a filter that takes base64': (a) =>
    `https://eu-west-1.protection.sophos.test/?d=x&u=${base64(a)}&t=1`,
  'with what nobody sees inside': (a) => [...a].join('\u200b'),
  'with soft hyphens': (a) => a.replace(/(.{5})/g, '$1\u00ad'),
  'with its host in capitals': (a) => a.replace(/^[^#]*?\/\/[^/]*/, (host) => host.toUpperCase()),
  'broken by markup': (a) => a.replace(/(.{9})/g, '$1<wbr>'),
  'in an encoded word': (a) => `=?utf-8?B?${base64(a)}?=`,
  'in an encoded word, quoted': (a) =>
    `=?utf-8?Q?${a.replace(/[=?_#:/-]/g, (c) => `=${c.charCodeAt(0).toString(16).toUpperCase()}`)}?=`,
  'without its host': (a) => a.replace(/^.*?(?=\w+\/link#|welcome#)/, ''),
  'with a dot in its path': (a) => a.replace('/login/', '/login/./'),
  'with backslashes': (a) => a.replaceAll('/', '\\'),
  'with encoded dots': (a) => a.replaceAll('.', '%2e'),
  'the token broken over lines': (a) => a.replace(/.{9}$/, '\n$&'),
  'the token alone': (a) => a.slice(a.indexOf('#') + 1),
  'the token alone, with a full stop': (a) => `${a.slice(a.indexOf('#') + 1)}.`,
  'the token alone, underlined': (a) => `_${a.slice(a.indexOf('#') + 1)}_`,
  'the token glued to words': (a) => `token${a.slice(a.indexOf('#') + 1)}thanks`,
};

/** Those that wrap an address which was wrapped already. */
export const wrappings = Object.entries(disguises).filter(
  ([name]) => !/token|without its host|base64|broken|soft line|by markup|encoded word/.test(name),
);
