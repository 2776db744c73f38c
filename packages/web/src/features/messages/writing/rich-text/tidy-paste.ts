/** What other editors copy and no message can hold as it was. */
export type LeftOut = { pictures: number; tables: number };

type ListLine = { level: number; ordered: boolean; content: Node[] };

const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, pre, table';
// A reader's sign and no picture: Gmail and others copy emoji like that.
const MOST_SIGN_LENGTH = 8;

/**
 * Makes of what was pasted what a message can hold: Word's paragraphs that only look like lists become lists, each row of a
 * table a line. The styles stand in data-style, where parsing leaves them alone.
 */
export function tidyPasted(html: string): { html: string; leftOut: LeftOut } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const leftOut = { pictures: takePictures(body), tables: 0 };
  makeLists(body);
  // The innermost first: they stand last.
  for (const table of [...body.querySelectorAll('table')].reverse()) leftOut.tables += makeLines(table);
  return { html: body.innerHTML, leftOut };
}

function takePictures(body: Element): number {
  let count = 0;
  for (const picture of body.querySelectorAll('img, picture, svg, video, canvas, object')) {
    const words = picture.getAttribute('alt') ?? '';
    const isSign = words.length <= MOST_SIGN_LENGTH && /\p{Extended_Pictographic}/u.test(words);
    // A picture of one point counts who reads, and shows nothing.
    if (!isSign && picture.getAttribute('width') !== '1') count += 1;
    picture.replaceWith(isSign ? words : '');
  }
  return count;
}

/** Neighbouring lines of a list become one, with the lists below them. */
function makeLists(body: Element): void {
  for (const first of body.querySelectorAll('p, h1, h2, h3, div')) {
    if (!first.isConnected || !listLine(first)) continue;
    const lines: ListLine[] = [];
    const used: Element[] = [];
    for (let element: Element | null = first; element; element = element.nextElementSibling) {
      const line = listLine(element);
      if (!line) break;
      lines.push(line);
      used.push(element);
    }
    first.before(...listsOf(lines));
    for (const element of used) element.remove();
  }
}

function listsOf(lines: readonly ListLine[]): Element[] {
  const lists: Element[] = [];
  const open: { list: Element; level: number }[] = [];
  for (const { level, ordered, content } of lines) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const name = ordered ? 'ol' : 'ul';
    const top = open.at(-1);
    let list =
      top?.level === level && (top.list.localName === name || open.length > 1) ? top.list : undefined;
    if (!list) {
      if (top?.level === level) open.pop();
      list = document.createElement(name);
      const into = open.at(-1)?.list.lastElementChild;
      if (into) into.append(list);
      else lists.push(list);
      open.push({ list, level });
    }
    const item = document.createElement('li');
    item.append(...content);
    list.append(item);
  }
  return lists;
}

/** Word's paragraph that is made to look like a line of a list; or its online editor's list of one line. */
function listLine(element: Element): ListLine | null {
  const [, level] = /mso-list:\s*\S+\s+level(\d)/i.exec(element.getAttribute('data-style') ?? '') ?? [];
  if (level) return wordLine(element, Number(level));
  const item = element.matches('.ListContainerWrapper') ? element.querySelector('li') : null;
  if (!item) return null;
  const ordered = item.parentElement?.localName === 'ol';
  return { level: Number(item.getAttribute('data-aria-level') ?? 1), ordered, content: [...item.childNodes] };
}

function wordLine(paragraph: Element, level: number): ListLine {
  const copy = paragraph.cloneNode(true) as Element;
  const sign = [...copy.querySelectorAll('[data-style]')].find((one) =>
    /mso-list:\s*Ignore/i.test(one.getAttribute('data-style') ?? ''),
  );
  const ordered = /[\p{L}\p{N}]+\s*[.)]|^\s*\(/u.test(sign?.textContent ?? '');
  sign?.remove();
  return { level, ordered, content: [...copy.childNodes] };
}

/** 1 where its cells could not stay beside each other as they were. */
function makeLines(table: Element): 0 | 1 {
  const rows = [...table.querySelectorAll('tr')].map((row) => [...row.children]);
  // As letters are laid out by tables of one column, or of cells with many things in them.
  const isLayout =
    rows.every((cells) => cells.length < 2) ||
    rows.flat().some((cell) => cell.querySelectorAll(BLOCKS).length > 1);
  const lines = isLayout ? rows.flat().flatMap(blocksOf) : rows.map(lineOf);
  table.replaceWith(...lines);
  return isLayout ? 0 : 1;
}

function blocksOf(cell: Element): Node[] {
  const block = document.createElement('div');
  block.append(...cell.childNodes);
  return [block];
}

function lineOf(cells: readonly Element[]): Element {
  const line = document.createElement('p');
  for (const cell of cells) {
    if (line.hasChildNodes()) line.append(' | ');
    const [block = cell] = cell.querySelectorAll(BLOCKS);
    line.append(...block.childNodes);
  }
  return line;
}
