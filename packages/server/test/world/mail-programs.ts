/** How mail programs quote what they answer. `between` stands in the middle of the quote. */
interface Own {
  above: string[];
  between: string[];
  below: string[];
}

type Program = (quoted: string[], own: Own) => { text?: string; html?: string };

const FROM = 'Dana Okafor (Northwind Coaching) <no-reply@localhost>';
const TO = 'Maria Keller <maria@client.test>';

const text = (lines: string[]) => ({ text: lines.join('\r\n') });
const marked = (lines: string[], mark = '> ') => lines.map((line) => `${mark}${line}`.trimEnd());
const half = (lines: string[]) => Math.ceil(lines.length / 2);

/** Lines of a quote with marks, what is said between without. */
const withMarks = (introduction: string[], quoted: string[], own: Own, mark = '> ') =>
  text([
    ...own.above,
    ...introduction,
    ...marked(quoted.slice(0, half(quoted)), mark),
    ...(own.between.length > 0 ? ['', ...own.between, ''] : []),
    ...marked(quoted.slice(half(quoted)), mark),
    ...own.below,
  ]);

const bare = (introduction: string[], quoted: string[], own: Own) =>
  text([
    ...own.above,
    ...introduction,
    ...quoted.slice(0, half(quoted)),
    ...own.between,
    ...quoted.slice(half(quoted)),
    ...own.below,
  ]);

const escaped = (line: string) =>
  line.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c);
const inHtml = (lines: string[], tag = 'div') =>
  lines.map((line) => `<${tag}>${line === '' ? '<br>' : escaped(line)}</${tag}>`).join('');

/** Wraps what is quoted anew, as programs do that have no room for their marks. */
const narrower = (lines: string[]) =>
  lines.flatMap((line) => line.match(/.{1,60}(?:\s|$)|\S{61,}/g) ?? [line]).map((line) => line.trimEnd());

export const mailPrograms: Record<string, Program> = {
  Gmail: (quoted, own) =>
    withMarks(
      [
        '',
        'On Wed, Nov 25, 2026 at 10:00 AM Dana Okafor (Northwind Coaching) <',
        'no-reply@localhost> wrote:',
        '',
      ],
      quoted,
      own,
    ),
  'Gmail in German, wrapped anew': (quoted, own) =>
    withMarks(['', `Am Mi., 25. Nov. 2026 um 10:00 Uhr schrieb ${FROM}:`, ''], narrower(quoted), own),
  'Apple Mail': (quoted, own) =>
    withMarks(['', `On 25 Nov 2026, at 10:00, ${FROM} wrote:`, '> '], quoted, own),
  'Thunderbird in Spanish': (quoted, own) =>
    withMarks(['', 'El 25/11/26 a las 10:00, Dana Okafor (Northwind Coaching) escribió:'], quoted, own),
  'a program that wraps its introduction': (quoted, own) =>
    withMarks(
      ['> On Wed, 25 Nov 2026 at 10:00 Dana Okafor (Northwind Coaching)', 'wrote:'],
      quoted,
      own,
      '>',
    ),
  'mutt, no empty line': (quoted, own) =>
    withMarks([`On Wed, Nov 25, 2026 at 10:00:00AM +0000, Dana Okafor wrote:`], quoted, own),
  Outlook: (quoted, own) =>
    bare(
      [
        '',
        '________________________________',
        `From: ${FROM}`,
        'Sent: Wednesday, November 25, 2026 10:00 AM',
        `To: ${TO}`,
        'Subject: Thursday',
        '',
      ],
      quoted,
      own,
    ),
  'Outlook in German': (quoted, own) =>
    bare(
      [
        '',
        '-----Ursprüngliche Nachricht-----',
        `Von: ${FROM}`,
        'Gesendet: Mittwoch, 25. November 2026 10:00',
        `An: ${TO}`,
        'Betreff: Thursday',
        '',
      ],
      quoted,
      own,
    ),
  GMX: (quoted, own) =>
    bare(
      [
        '',
        'Gesendet: Mittwoch, 25. November 2026 um 10:00 Uhr',
        `Von: "Dana Okafor (Northwind Coaching)" <no-reply@localhost>`,
        `An: ${TO}`,
        'Betreff: Thursday',
        '',
      ],
      quoted,
      own,
    ),
  'Gmail, HTML': (quoted, own) => ({
    html: `<div dir="ltr">${inHtml(own.above)}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Wed, Nov 25, 2026 at 10:00 AM ${escaped(FROM)} wrote:<br></div><blockquote class="gmail_quote">${inHtml(quoted.slice(0, half(quoted)))}</blockquote></div>${inHtml(own.between)}<blockquote class="gmail_quote">${inHtml(quoted.slice(half(quoted)), 'p')}</blockquote>${inHtml(own.below)}`,
  }),
  'Outlook, HTML': (quoted, own) => ({
    html: `<html><head><style>p{margin:0}</style></head><body>${inHtml(own.above, 'p')}<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> ${escaped(FROM)}<br><b>Sent:</b> Wednesday, November 25, 2026 10:00 AM<br><b>To:</b> ${escaped(TO)}<br><b>Subject:</b> Thursday<div>&nbsp;</div></div>${inHtml(quoted.slice(0, half(quoted)), 'p')}${inHtml(own.between, 'p')}${inHtml(quoted.slice(half(quoted)), 'p')}${inHtml(own.below, 'p')}</body></html>`,
  }),
  'plain HTML without classes': (quoted, own) => ({
    html: `${inHtml(own.above, 'p')}<p>On 25 November 2026 at 10:00, Dana Okafor wrote:</p><blockquote>${inHtml(quoted.slice(0, half(quoted)), 'p')}</blockquote>${inHtml(own.between, 'p')}<blockquote>${inHtml(quoted.slice(half(quoted)), 'p')}</blockquote>${inHtml(own.below, 'p')}`,
  }),
  'Proton Mail': (quoted, own) =>
    withMarks(['', `On Wednesday, November 25th, 2026 at 10:00, ${FROM} wrote:`, ''], quoted, own),
};
