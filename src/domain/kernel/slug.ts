import { fold } from './fold.ts';

/** Makes a title fit for an address: `Deuren die blijven dicht!` becomes `deuren-die-blijven-dicht`. Empty when nothing is left. */
export const slugOf = (title: string): string =>
  fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
