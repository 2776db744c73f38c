import { GraphQLError } from 'graphql';
import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { Scopes } from './api-scopes.ts';

@Scopes('ANY')
@ObjectType({ description: 'Where a page stands in the whole list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'There is more behind this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'There is more before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Of the first node of this page; null where it is empty.',
  })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Hand it in as `after` for the next page.' })
  endCursor!: string | null;
}

/** One page of a list, as it came from the database. */
export interface Page<Node> {
  nodes: { node: Node; cursor: string }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Counted when it is asked for, where counting is work of its own. */
  totalCount: number | (() => Promise<number>);
}

/** Nodes of a page. */
const MOST = 100;

/** The Relay connection over one kind of node. */
export function connectionOf<Node extends object>(name: string, NodeClass: () => ClassType<Node>) {
  @Scopes('ANY')
  @ObjectType(`${name}Edge`, { description: 'One place of a list.' })
  class Edge {
    @Field(() => String, {
      description: 'Hand it in as `after` for what stands behind it, in the same list and order.',
    })
    cursor!: string;

    @Field(NodeClass, { description: 'What stands there.' })
    node!: Node;
  }

  @Scopes('ANY')
  @ObjectType(`${name}Connection`, { description: `A page of a list. At most ${MOST} at once.` })
  class Connection {
    readonly #total: Page<Node>['totalCount'];

    @Field(() => [Edge], { description: 'The places of this page, each with its cursor.' })
    edges: Edge[];

    @Field(() => [NodeClass()], { description: 'What stands on this page, without cursors.' })
    nodes: Node[];

    @Field(() => PageInfo, { description: 'Whether there is more, and where this page ends.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'Of the whole list, on all pages.' })
    totalCount(): number | Promise<number> {
      return typeof this.#total === 'number' ? this.#total : this.#total();
    }

    constructor({ nodes, hasNextPage, hasPreviousPage, totalCount }: Page<Node>) {
      this.edges = nodes;
      this.nodes = nodes.map(({ node }) => node);
      this.#total = totalCount;
      const [first, last] = [nodes[0], nodes.at(-1)];
      this.pageInfo = {
        hasNextPage,
        hasPreviousPage,
        startCursor: first?.cursor ?? null,
        endCursor: last?.cursor ?? null,
      };
    }
  }
  return Connection;
}

/** A place in a list: the text it is sorted by, and the id that breaks ties. */
export interface Place {
  key: string;
  id: string;
}

const NOT_OURS = 'after: hand in a cursor as this list, in this order, gave it.';

/** Checks the page that somebody asks for; cursors are this list's, and anything else is refused in words. */
export function readPage(
  { first, after }: { first: number; after: string | null },
  list: string,
): { first: number; after: Place | null } {
  if (first < 1 || first > MOST) throw badInput(`first: give a number from 1 to ${MOST}.`);
  return { first, after: after === null ? null : readCursor(after, list) };
}

/** A place in a list that is sorted by time. */
export function placeInTime(place: Place | null): { at: Date; id: string } | null {
  if (!place) return null;
  const at = new Date(place.key);
  // As cursorOf writes it; JavaScript knows years that the database does not.
  if (Number.isNaN(at.getTime()) || !/^\d{4}-/.test(place.key)) throw badInput(NOT_OURS);
  return { at, id: place.id };
}

/** `list`: which one, and in which order: in another one the place means nothing. */
export function cursorOf(list: string, { key, id }: Place): string {
  return Buffer.from(JSON.stringify([list, key, id])).toString('base64url');
}

function readCursor(cursor: string, list: string): Place {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(read) && read[0] === list && isKey(read[1]) && isId(read[2]))
      return { key: read[1], id: read[2] };
  } catch {
    // Told below.
  }
  throw badInput(NOT_OURS);
}

/** Whether the database could have given it: no NUL, no halves of characters. */
function isKey(text: unknown): text is string {
  return typeof text === 'string' && text.isWellFormed() && !text.includes('\0');
}

/** Whether text can be one of our ids at all: anything else would be a fault of the database. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
