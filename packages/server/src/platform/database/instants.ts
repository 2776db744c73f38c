/** PostgreSQL's own number for the type `timestamptz`, which every instant that is kept here has. */
const TIMESTAMPTZ = 1184;

type Parse = (text: string) => Date;

/**
 * MikroORM has both drivers leave instants as text and reads those of its entities by itself. With this each statement of
 * our own gets a Date as well, on PostgreSQL and on the embedded database alike.
 */
export const instantParsers: Record<number, Parse> = { [TIMESTAMPTZ]: (text) => new Date(text) };

/** The parsers that one pool of PostgreSQL's driver goes by. */
export interface PoolParsers {
  setTypeParser(type: number, parse: Parse): void;
}

export function readInstantsAsDates(parsers: PoolParsers): void {
  for (const [type, parse] of Object.entries(instantParsers)) parsers.setTypeParser(Number(type), parse);
}
