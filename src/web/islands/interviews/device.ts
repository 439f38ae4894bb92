import type { KitView } from '../../views/interviews/kit.ts';
import { isKit } from './kit.ts';

/** An interview that waits on this device: nothing in it can be read here. */
export interface Waiting {
  /** Random, made here: the portal stores the same one once. */
  readonly id: string;
  readonly envelope: Uint8Array;
}

/** `full`: the device has no room · `failed`: anything else. Nothing was kept. */
export type KeepOutcome = 'kept' | 'full' | 'failed';

/** What stays on this device when the page is closed (IndexedDB). */
export interface Device {
  kit(): Promise<KitView | null>;
  keepKit(kit: KitView): Promise<void>;
  /** Answers when it is on the disk. */
  keep(interview: Waiting): Promise<KeepOutcome>;
  waiting(): Promise<Waiting[]>;
  count(): Promise<number>;
  remove(ids: readonly string[]): Promise<void>;
  /** Deletes the whole database. */
  wipe(): Promise<void>;
}

const NAME = 'gesprekken';
const KIT = 'kit';
const WAITING = 'waiting';

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The device did not answer.'));
  });

const written = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () =>
      reject(transaction.error ?? new Error('The device did not keep it.'));
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KIT);
    request.result.createObjectStore(WAITING, { keyPath: 'id' });
  };
  return done(request);
}

const isWaiting = (row: unknown): row is Waiting =>
  typeof row === 'object' &&
  row !== null &&
  'id' in row &&
  typeof row.id === 'string' &&
  'envelope' in row &&
  row.envelope instanceof Uint8Array;

/** Opens what this device keeps. Rejects where it keeps nothing: in some private windows, or when the visitor forbids it. */
export async function openDevice(): Promise<Device> {
  const database = await openDatabase();
  // Another tab wipes everything: this one must not hold it up.
  database.onversionchange = () => database.close();

  async function write(store: string, work: (rows: IDBObjectStore) => void): Promise<void> {
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
    const end = written(transaction);
    work(transaction.objectStore(store));
    await end;
  }
  const read = (store: string) => database.transaction(store).objectStore(store);

  // Finds out now, before anybody tells anything, whether it really keeps.
  await write(KIT, (rows) => rows.put(true, 'works'));

  return {
    async kit() {
      const kept: unknown = await done<unknown>(read(KIT).get('kit'));
      return isKit(kept) ? kept : null;
    },
    keepKit: (kit) => write(KIT, (rows) => rows.put(kit, 'kit')),
    async keep(interview) {
      try {
        await write(WAITING, (rows) => rows.add(interview));
        return 'kept';
      } catch (error) {
        return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed';
      }
    },
    async waiting() {
      const rows: unknown[] = await done(read(WAITING).getAll());
      return rows.filter(isWaiting);
    },
    count: () => done(read(WAITING).count()),
    remove: (ids) => write(WAITING, (rows) => ids.forEach((id) => rows.delete(id))),
    async wipe() {
      // First the rows: a browser may put off deleting the database while another tab has it open.
      await write(WAITING, (rows) => rows.clear());
      await write(KIT, (rows) => rows.clear());
      database.close();
      await done(indexedDB.deleteDatabase(NAME));
    },
  };
}
