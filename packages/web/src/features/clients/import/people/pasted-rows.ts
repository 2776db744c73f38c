import { readTable, type TableRow } from '../file/csv-text';

/** A list as people paste it: cells of a spreadsheet, one person a line, or addresses as a mail names them. */
export function pastedRows(text: string): TableRow[] {
  const isAddressList = /<[^<>]*@[^<>]*>/u.test(text) || text.split('\n').some((line) => /@.*@/u.test(line));
  if (text.includes('\t') || !isAddressList) return readTable(text).rows;
  return text
    .split('\n')
    .flatMap(peopleOf)
    .map((cell, n) => ({ line: n + 1, cells: [cell] }));
}

/** "Keller, Maria <m@…>; Leo <l@…>" and "m@…, l@…": each ends behind its address. */
function peopleOf(line: string): string[] {
  const people = line.includes('<')
    ? line.split(/(?<=@[^<>]*>)\s*[,;]?/u)
    : line.split(/(?<=@[^\s,;]+)\s*[,;\s]/u);
  return people.map((each) => each.replaceAll(/^[\s,;]+|[\s,;]+$/gu, '')).filter((each) => each !== '');
}
