import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from '../src/config.ts';
import { routes } from '../src/web/routes.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const names = z.record(z.string(), z.string()).default({});
const { version, ...manifest } = z
  .object({ version: z.string(), dependencies: names, devDependencies: names, optionalDependencies: names })
  .parse(JSON.parse(read('package.json')));
const packages = [
  ...Object.keys(manifest.dependencies),
  ...Object.keys(manifest.devDependencies),
  ...Object.keys(manifest.optionalDependencies),
].sort();

describe('the papers', () => {
  it('give a reason and a licence for every package, and for no other', () => {
    const rows = read('content/decisions/0009-the-packages-we-depend-on.md').match(/^\| `.+$/gm) ?? [];
    const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(told.sort()).toEqual(packages);
  });

  it('explain every setting', () => {
    const readme = read('README.md');
    expect(SETTING_NAMES.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it.each([
    routes.mySignUp('avond', 'SECRET'),
    routes.received('avond', 'SECRET'),
    routes.stopReport('SECRET'),
    routes.invitation('SECRET'),
    routes.draft('SECRET'),
  ])('show a proxy that does not write secrets in its log: %s', (address) => {
    const [, rules = ''] = /map \$uri \$uri_pattern \{([^}]*)\}/.exec(read('content/policy/nginx.conf')) ?? [];
    const first = [...rules.matchAll(/~(\S+)\s+(\S+);/g)].find(([, rule = '']) => new RegExp(rule).test(address));
    expect(first?.[2] ?? address).not.toContain('SECRET');
  });

  it('tell the version that this is', () => {
    expect(read('publiccode.yml')).toContain(`softwareVersion: '${version}'`);
  });

  it.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'GOVERNANCE.md', 'CHANGELOG.md', 'db/README.md'])(
    'point only to files that are there: %s',
    (paper) => {
      const targets = [...read(paper).matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target);
      expect(targets.filter((target) => !existsSync(join(root, dirname(paper), target)))).toEqual([]);
    },
  );
});
