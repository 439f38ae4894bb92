import { DAY_MS, type Now } from '../kernel/index.ts';
import type { OrganiserPostStore } from './organiser-post.ts';

/** Longer than any letter is of use. */
const KEEP_DAYS = 90;

/** Deletes letters to organisers of long ago, also when no new ones come. Run by the clock. */
export const makeForgetOrganiserLetters =
  ({ store, now }: { readonly store: Pick<OrganiserPostStore, 'forget'>; readonly now: Now }) =>
  (): Promise<void> =>
    store.forget(new Date(now().getTime() - KEEP_DAYS * DAY_MS));
