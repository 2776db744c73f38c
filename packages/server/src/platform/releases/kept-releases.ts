import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { DOCUMENTS } from './keep-release.ts';
import { ReleaseFile } from './release-file.entity.ts';

/** What other releases need that may be open in somebody's tab. */
export interface KeptReleases {
  /** Null: none of them has it. */
  file(path: string): Promise<Uint8Array | null>;
  /** The text that an app of theirs names by this id. */
  document(id: string): Promise<string | undefined>;
}

interface Known {
  /** By the path of a file: a release that has it. */
  files: Map<string, string>;
  documents: Map<string, string>;
}

const NOTHING: Known = { files: new Map(), documents: new Map() };

/** Whoever asks for what nobody has must not make the database look each time. */
const LOOK_AFTER_MS = 5_000;

const KNOWN = `
  select release, path, case when path = ? then content end as content from release_file order by kept_at`;

export function createKeptReleases(em: () => SqlEntityManager): KeptReleases {
  let lookedAt = -Infinity;
  let looking = Promise.resolve(NOTHING);
  const known = (): Promise<Known> => {
    if (performance.now() - lookedAt < LOOK_AFTER_MS) return looking;
    lookedAt = performance.now();
    return (looking = look(em()));
  };
  return {
    async file(path) {
      const release = (await known()).files.get(path);
      if (release === undefined) return null;
      const row = await em().findOne(ReleaseFile, { release, path });
      return row?.content ?? null;
    },
    document: async (id) => (await known()).documents.get(id),
  };
}

async function look(em: SqlEntityManager): Promise<Known> {
  const rows = await em.execute<{ release: string; path: string; content: Uint8Array | null }[]>(KNOWN, [
    DOCUMENTS,
  ]);
  const documents = rows.flatMap(({ content }) =>
    content === null ? [] : Object.entries(readDocuments(Buffer.from(content).toString('utf8'))),
  );
  return {
    files: new Map(rows.map(({ path, release }) => [path, release])),
    documents: new Map(documents),
  };
}

export const readDocuments = (list: string) => JSON.parse(list) as Record<string, string>;
