import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Kit } from './kit.ts';
import type { RealmDatabase } from './realm.ts';

/** The table of pictures, the same in each realm that keeps any: one row per width. */
export const pictureFilesTable = (k: Kit) =>
  k.table(
    'picture_files',
    {
      pictureId: k.text('picture_id').notNull(),
      width: k.int('width').notNull(),
      height: k.int('height').notNull(),
      bytes: k.bytes('bytes').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.pictureId, t.width] })],
  );

interface PictureTables {
  readonly pictureFiles: ReturnType<typeof pictureFilesTable>;
}

interface File {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

interface Sized {
  readonly id: string;
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

/** SQLite gives a Buffer, PostgreSQL plain bytes: outside they are the same. */
const plain = ({ width, height, bytes }: File): File => ({ width, height, bytes: new Uint8Array(bytes) });

/** Keeps pictures in a realm; the store behind the port `PictureStore` of domain/pictures. */
export const makePictureFiles = (database: RealmDatabase<string, PictureTables>) => {
  const { db, t } = database.read;
  const files = t.pictureFiles;

  return {
    add: (picture: { readonly id: string; readonly files: readonly File[] }): Promise<void> =>
      database.write(async (tx) => {
        if (picture.files.length === 0) return;
        const rows = picture.files.map((file) => ({ pictureId: picture.id, ...file, bytes: Buffer.from(file.bytes) }));
        await tx.db.insert(tx.t.pictureFiles).values(rows).onConflictDoNothing();
      }),

    async sizes(ids: readonly string[]): Promise<Sized[]> {
      if (ids.length === 0) return [];
      const rows = await db
        .select({ id: files.pictureId, width: files.width, height: files.height })
        .from(files)
        .where(inArray(files.pictureId, [...ids]))
        .orderBy(asc(files.width));
      const found = Map.groupBy(rows, ({ id }) => id);
      return [...new Set(ids)].flatMap((id) => {
        const sizes = found.get(id)?.map(({ width, height }) => ({ width, height }));
        return sizes === undefined ? [] : [{ id, sizes }];
      });
    },

    async file(id: string, width: number): Promise<File | undefined> {
      const [row] = await db
        .select()
        .from(files)
        .where(and(eq(files.pictureId, id), eq(files.width, width)));
      return row && plain(row);
    },

    async find(id: string): Promise<{ id: string; files: File[] } | undefined> {
      const rows = await db.select().from(files).where(eq(files.pictureId, id)).orderBy(asc(files.width));
      return rows.length === 0 ? undefined : { id, files: rows.map(plain) };
    },

    remove: (ids: readonly string[]): Promise<void> =>
      database.write(async (tx) => {
        if (ids.length > 0) await tx.db.delete(tx.t.pictureFiles).where(inArray(tx.t.pictureFiles.pictureId, [...ids]));
      }),
  };
};
