/**
 * Who may know whom. One table, read by eslint.config.js (also for .astro and .svelte) and by .dependency-cruiser.cjs, and
 * held against the folders by tests/walls.test.ts.
 */

/** Each module of the domain has one realm; its data never leaves the database of that realm but through a door in app.ts. */
export const REALM_OF = {
  buurten: 'published',
  themes: 'published',
  interventions: 'published',
  updates: 'published',
  responses: 'published',
  releases: 'published',
  meetings: 'published',
  figures: 'published',
  homes: 'published',
  pictures: 'published',
  'sign-ups': 'residents',
  outbox: 'residents',
  signals: 'signals',
  accounts: 'professionals',
  drafts: 'professionals',
  audit: 'professionals',
  'organiser-post': 'professionals',
};

export const REALMS = ['published', 'residents', 'signals', 'professionals'];

const MODULES = Object.keys(REALM_OF);
const modulesOf = (realm) => MODULES.filter((module) => REALM_OF[module] === realm);
const door = (module) => `src/domain/${module}/index.ts`;
const doorsOf = (...realms) => realms.flatMap(modulesOf).map(door);

const KERNEL = 'src/domain/kernel';
const ALL_DOORS = MODULES.map(door);

/** Rules without input or output that the browser and the server must follow in the same way: an island may have them. */
export const IN_THE_BROWSER_TOO = 'src/domain/signals/plain';

/**
 * Inside `place` (a folder or a file), only what `may` names can be imported from src, beside `place` itself.
 */
export const WALLS = [
  { place: KERNEL, may: [] },
  { place: 'src/storage/engine', may: [] },
  { place: 'src/config.ts', may: ['src/config'] },
  { place: 'src/config', may: [] },
  ...MODULES.map((module) => ({ place: `src/domain/${module}`, may: [KERNEL, ...doorsOf('published')] })),
  ...REALMS.map((realm) => ({
    place: `src/storage/${realm}`,
    may: ['src/storage/engine', KERNEL, ...new Set(doorsOf(realm, 'published'))],
  })),
  { place: 'src/mail', may: [KERNEL] },
  { place: 'src/sources', may: [KERNEL, door('figures'), door('buurten'), door('homes')] },
  { place: IN_THE_BROWSER_TOO, may: [KERNEL] },
  { place: 'src/web', may: [KERNEL, IN_THE_BROWSER_TOO, ...ALL_DOORS] },
  { place: 'src/pages', may: ['src/web', KERNEL, ...ALL_DOORS] },
  { place: 'src/actions', may: ['src/web', KERNEL, ...ALL_DOORS] },
  { place: 'src/middleware.ts', may: ['src/app.ts', 'src/config.ts', 'src/tasks/load-sample.ts', 'src/web', KERNEL] },
  { place: 'src/tasks', may: ['src/app.ts', 'src/config.ts', 'src/sources', KERNEL, ...ALL_DOORS] },
  { place: 'src/server', may: ['src/app.ts', 'src/config.ts', 'src/tasks', KERNEL] },
  { place: 'src/serve.ts', may: ['src/app.ts', 'src/config.ts', 'src/server', KERNEL] },
  { place: 'src/app', may: ['src/config.ts', 'src/domain', 'src/storage', 'src/mail', 'src/web'] },
  {
    place: 'src/app.ts',
    may: ['src/app', 'src/config.ts', 'src/domain', 'src/storage', 'src/mail', 'src/sources', 'src/web'],
  },
];

/** Even what src/web may import, these may import only as a type: an island gets plain data. */
export const TYPES_ONLY = 'src/web/islands';

/** Packages that only one place may import. */
export const DRIVERS = {
  packages: ['better-sqlite3', 'pg', 'drizzle-orm'],
  place: 'src/storage',
};
