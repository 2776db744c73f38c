export type Piece = { text: string; isLink: boolean };

/** Cuts a letter's text at its web addresses; what closes a sentence or bracket behind one stays outside. */
export function linksInText(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(/https?:\/\/[^\s<>"]+/g)) {
    const address = found.replace(/[.,;:!?)\]']+$/, '');
    if (index > end) pieces.push({ text: text.slice(end, index), isLink: false });
    pieces.push({ text: address, isLink: true });
    end = index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isLink: false });
  return pieces;
}
