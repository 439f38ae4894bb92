import { and, desc, eq, getTableColumns, type AnyColumn, type Table } from 'drizzle-orm';
import { mayBeId, type SaveOutcome, type Version, type Versioned } from '../../domain/kernel/index.ts';
import type { Session } from '../engine/index.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';

/** What names a text and dates it: no part of what it says. */
const NOT_CONTENT = new Set(['id', 'buurtId', 'slug', 'version', 'publishedAt', 'changedAt', 'reportPromised']);

type Kind = 'buurt' | 'theme' | 'intervention' | 'update' | 'response' | 'meeting' | 'report';

/** How a store writes the text itself: as new, or over the version before. */
interface Writes {
  first(tx: Session<PublishedTables>): PromiseLike<readonly unknown[]>;
  next(tx: Session<PublishedTables>, before: number): PromiseLike<readonly unknown[]>;
}

const contentColumns = (table: Table): [string, AnyColumn][] =>
  Object.entries(getTableColumns(table)).filter(([name]) => !NOT_CONTENT.has(name));

/** What an update leaves alone: a text keeps its address, its buurt and the day it was first published. */
export const KEPT = { slug: undefined, buurtId: undefined, publishedAt: undefined } as const;

/** Keeps every version of one kind of text, for good. `table` tells which of its fields are content. */
export function makeVersions<Content>(database: PublishedDatabase, kind: Kind, table: Table) {
  const columns = contentColumns(table);
  const { db, t } = database.read;

  /**
   * JSON has no dates: those of the table's time columns come back as dates. What a version from before a column was there
   * does not say is what the migration gave that column.
   */
  const revive = (stored: Readonly<Record<string, unknown>>): Content =>
    Object.fromEntries(
      columns.map(([name, { dataType, default: before }]) => {
        const value = name in stored ? stored[name] : (before ?? null);
        return [name, dataType === 'date' && typeof value === 'string' ? new Date(value) : value];
      }),
    ) as Content;

  async function keep(tx: Session<PublishedTables>, entity: Content & Versioned, note: string): Promise<void> {
    const fields = new Map<string, unknown>(Object.entries(entity));
    const content = Object.fromEntries(columns.map(([name]) => [name, fields.get(name) ?? null]));
    const { id: subjectId, version, changedAt: at } = entity;
    await tx.db.insert(tx.t.versions).values({ kind, subjectId, version, at, note, content });
  }

  return {
    /**
     * Stores version n over version n − 1 (none for 1) and keeps it, in one transaction. `first` and `next` give the rows
     * they wrote: none means that somebody else was first, or took the slug.
     */
    save: (entity: Content & Versioned, note: string, { first, next }: Writes): Promise<SaveOutcome> =>
      database.write(async (tx) => {
        const written = await (entity.version === 1 ? first(tx) : next(tx, entity.version - 1));
        if (written.length === 0) return 'stale';
        await keep(tx, entity, note);
        return 'saved';
      }),

    /** Newest first. */
    async history(subjectId: string): Promise<Version<Content>[]> {
      if (!mayBeId(subjectId)) return [];
      const rows = await db
        .select()
        .from(t.versions)
        .where(and(eq(t.versions.kind, kind), eq(t.versions.subjectId, subjectId)))
        .orderBy(desc(t.versions.version));
      return rows.map(({ version, at, note, content }) => ({ version, at, note, content: revive(content) }));
    },
  };
}
