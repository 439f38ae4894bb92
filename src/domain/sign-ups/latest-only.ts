import type { ListState } from './sign-up.ts';

type Publish = (meetingId: string, list: ListState) => Promise<void>;

interface Queued {
  list: ListState;
  published: Promise<void>;
}

/**
 * Publishes only the newest number of a meeting when many come at once: while one is being published, those that wait
 * share the next. Each caller's promise settles when its number, or a newer one, is public.
 */
export function latestOnly(publish: Publish): Publish {
  const queued = new Map<string, Queued>();
  const busy = new Map<string, Promise<void>>();

  async function publishNext(meetingId: string, next: () => ListState): Promise<void> {
    await busy.get(meetingId)?.catch(() => undefined);
    const list = next();
    queued.delete(meetingId);
    const going = publish(meetingId, list);
    busy.set(meetingId, going);
    try {
      await going;
    } finally {
      if (busy.get(meetingId) === going) busy.delete(meetingId);
    }
  }

  return (meetingId, list) => {
    const waiting = queued.get(meetingId);
    if (waiting) {
      if (list.turn > waiting.list.turn) waiting.list = list;
      return waiting.published;
    }
    const entry: Queued = { list, published: Promise.resolve() };
    queued.set(meetingId, entry);
    entry.published = Promise.resolve().then(() => publishNext(meetingId, () => entry.list));
    return entry.published;
  };
}
