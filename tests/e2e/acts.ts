import { globSync, readFileSync } from 'node:fs';

/** For everybody, or about one's own log-in only: they ask no role. */
export const FOR_ALL = [
  'accounts.accept',
  'accounts.logIn',
  'accounts.logOut',
  'accounts.logOutEverywhere',
  'desk.close',
  'follow.check',
  'follow.open',
  'follow.reply',
  'follow.withdraw',
  'signUps.act',
  'signUps.register',
  'signals.change',
  'signals.check',
  'signals.send',
];

/** The names under which forms reach src/actions, read from its text: the last object of each file. */
export function actionNames(): string[] {
  return globSync('src/actions/*.ts').flatMap((file) => {
    const [, part = '', acts = ''] = /export const (\w+) = \{(.*)\}/s.exec(readFileSync(file, 'utf8')) ?? [];
    const names = acts.includes('\n')
      ? [...acts.matchAll(/^ {2}(\w+)(?=: |,$)/gm)]
      : [...acts.matchAll(/(?<=^|, )\s*(\w+)/g)];
    return part === 'server' ? [] : names.map(([, name = '']) => `${part}.${name}`);
  });
}
