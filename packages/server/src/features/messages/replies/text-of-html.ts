import { Parser } from 'htmlparser2';

const BLOCKS = new Set(
  'div tr li table h1 h2 h3 h4 h5 h6 hr section article header footer dl dt dd address center'.split(' '),
);
/** An empty line stands before and behind them. */
const APART = new Set(['p', 'pre', 'ul', 'ol', 'blockquote']);
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'svg']);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const LONGEST = 256 * 1024;
// Nobody's mail program nests as deep, and closing what stands open takes long.
const DEEPEST = 300;

/** The words of an HTML mail, all of them, as plain text; what is quoted is marked as in plain text. */
export function textOfHtml(html: string): string {
  const lines = new Lines();
  let unseen = 0;
  let quotes = 0;
  let depth = 0;
  const parser = new Parser({
    onopentag(name) {
      if (!VOID.has(name)) depth += 1;
      if (depth > DEEPEST) parser.pause();
      if (UNSEEN.has(name)) unseen += 1;
      if (name === 'br') lines.end();
      else if (BLOCKS.has(name)) lines.begin(quotes);
      else if (APART.has(name)) lines.beginApart(quotes);
      if (name === 'blockquote') lines.begin((quotes += 1));
      if (name === 'li') lines.add('- ');
    },
    ontext(text) {
      if (unseen === 0) lines.add(text.replace(/[\s\u00a0]+/g, ' '));
    },
    onclosetag(name) {
      if (VOID.has(name)) return;
      depth -= 1;
      if (UNSEEN.has(name)) unseen -= 1;
      if (name === 'blockquote') quotes -= 1;
      if (BLOCKS.has(name)) lines.begin(quotes);
      else if (APART.has(name)) lines.beginApart(quotes);
    },
  });
  parser.write(html.slice(0, LONGEST));
  if (depth > DEEPEST) return html.slice(0, LONGEST).replace(/<[^<>]*>/g, ' ');
  parser.end();
  return lines.text();
}

class Lines {
  readonly #lines: string[] = [];
  #line = '';
  #quotes = 0;

  add(text: string): void {
    this.#line += this.#line === '' ? text.trimStart() : text;
  }

  end(): void {
    this.#lines.push(`${'> '.repeat(this.#quotes)}${this.#line}`.trimEnd());
    this.#line = '';
  }

  /** From here on a line of its own, quoted so many times. */
  begin(quotes: number): void {
    if (this.#line !== '') this.end();
    this.#quotes = Math.min(quotes, 40);
  }

  beginApart(quotes: number): void {
    if (this.#line !== '') this.end();
    const last = this.#lines.at(-1);
    if (last !== undefined && !/^[> ]*$/.test(last)) this.end();
    this.#quotes = Math.min(quotes, 40);
  }

  text(): string {
    this.end();
    return this.#lines.join('\n').trim();
  }
}
