// The walls for what TypeScript files reach, directly or not. ESLint holds the same table in .astro and .svelte,
// which dependency-cruiser does not read (its issue 1007).
const { DRIVERS, IN_THE_BROWSER_TOO, REALMS, TYPES_ONLY, WALLS } = require('./walls.mjs');

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A folder with all in it, or one file. */
const within = (place) => `^${escape(place)}${/\.\w+$/.test(place) ? '$' : '/'}`;
const TEST = '\\.test\\.ts$';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const walls = WALLS.map(({ place, may }) => ({
  name: `wall-${place.replace(/^src\//, '').replace(/\W+/g, '-')}`,
  comment: `${place} may import only ${may.join(', ') || 'itself'} (walls.mjs)`,
  severity: 'error',
  from: { path: within(place), pathNot: [TEST] },
  to: { path: '^src/', pathNot: [place, ...may].map(within) },
}));

/**
 * What only app.ts and src/app may hold, however long the way round.
 * @type {import('dependency-cruiser').IForbiddenRuleType[]}
 */
const secrets = REALMS.filter((realm) => realm !== 'published').map((realm) => ({
  name: `only-app-reaches-${realm}`,
  comment: `Only app.ts holds the ${realm} realm`,
  severity: 'error',
  from: {
    path: '^src/',
    pathNot: [
      TEST,
      `^src/storage/${realm}/`,
      '^src/app(?:\\.ts$|/)',
      '^src/serve\\.ts$',
      '^src/server/',
      '^src/tasks/',
      '^src/middleware\\.ts$',
      '^src/env\\.d\\.ts$',
    ],
  },
  to: { path: `^src/storage/${realm}/`, reachable: true },
}));

/** @type {import('dependency-cruiser').IConfiguration & { forbidden: import('dependency-cruiser').IForbiddenRuleType[] }} */
module.exports = {
  forbidden: [
    ...walls,
    ...secrets,
    {
      name: 'drivers-in-storage',
      comment: 'Only src/storage knows databases',
      severity: 'error',
      from: { path: '^src/', pathNot: [TEST, within(DRIVERS.place)] },
      to: { path: `^node_modules/(?:${DRIVERS.packages.map(escape).join('|')})/` },
    },
    {
      name: 'islands-know-types-only',
      comment: 'An island gets plain data; what it imports of ours is gone after compiling',
      severity: 'error',
      from: { path: within(TYPES_ONLY), pathNot: [TEST] },
      to: {
        path: '^src/',
        pathNot: [within(TYPES_ONLY), within(IN_THE_BROWSER_TOO)],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: ['^astro:', '\\?url$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|data)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
