import { dayOf, type Day, type SaveOutcome, type Version, type Versioned } from '../kernel/index.ts';
import { freeSlug } from './free-slug.ts';
import type { DraftContent } from './kinds/index.ts';
import type { PublishedStores } from './needs.ts';
import type { OnShelf, Shelf } from './shelve.ts';

interface Store<Text> {
  get(id: string): Promise<(Text & OnShelf) | undefined>;
  history(id: string): Promise<readonly Version<unknown>[]>;
  save(text: Text, note: string): Promise<SaveOutcome>;
}
type Make<Text> = (versioned: Versioned, slug: string) => Text;
type NewSlug = () => Promise<string>;

const shelf = <Text>(store: Store<Text>, make: Make<Text>, newSlug: NewSlug = () => Promise.resolve('')): Shelf => ({
  get: (id) => store.get(id),
  history: (id) => store.history(id),
  put: async (versioned, slug, note) => store.save(make(versioned, slug ?? (await newSlug())), note),
});

const isThere = async (found: Promise<unknown>): Promise<boolean> => (await found) !== undefined;

/** The shelf of the kind of text, for this content; null for progress, which is added to an intervention. */
export function shelfOf(text: DraftContent, stores: PublishedStores, buurtId: string): Shelf | null {
  const { buurten, themes, interventions, updates, responses, meetings, reports } = stores;
  const newSlug = (title: string, find: (slug: string) => Promise<unknown>, day?: Day) => () =>
    freeSlug({ kind: text.kind, title, day }, (slug) => isThere(find(slug)));
  switch (text.kind) {
    case 'buurt': {
      const { content } = text;
      return shelf(
        buurten,
        (versioned, slug) => ({ ...content, ...versioned, slug }),
        newSlug(content.name, buurten.find),
      );
    }
    case 'theme': {
      const { content } = text;
      const find = (slug: string) => themes.find(buurtId, slug);
      return shelf(
        themes,
        (versioned, slug) => ({ ...content, ...versioned, buurtId, slug }),
        newSlug(content.title, find),
      );
    }
    case 'intervention': {
      const { content } = text;
      const find = (slug: string) => interventions.find(buurtId, slug);
      const make: Make<Parameters<typeof interventions.save>[0]> = (versioned, slug) => ({
        ...content,
        ...versioned,
        buurtId,
        slug,
      });
      return shelf(interventions, make, newSlug(content.title, find));
    }
    case 'meeting': {
      const { content } = text;
      const make: Make<Parameters<typeof meetings.save>[0]> = (versioned, slug) => ({
        ...content,
        ...versioned,
        buurtId,
        slug,
      });
      const day = content.series === null ? undefined : dayOf(content.startsAt);
      return shelf(meetings, make, newSlug(content.title, meetings.find, day));
    }
    case 'report':
      return shelf(reports, (versioned) => ({ ...text.content, ...versioned, buurtId }));
    case 'update':
      return shelf(updates, (versioned) => ({ ...text.content, ...versioned, buurtId }));
    case 'response':
      return shelf(responses, (versioned) => ({ ...text.content, ...versioned, buurtId }));
    case 'progress':
      return null;
  }
}
