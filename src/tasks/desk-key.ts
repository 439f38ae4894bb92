import { defineCommand } from 'citty';
import type { App } from '../app.ts';
import type { Actor } from '../domain/kernel/index.ts';
import { newPassphrase, SHORTEST_PASSPHRASE, type PassphraseWeakness } from '../domain/signals/index.ts';
import { askingSecrets, type Asking } from './ask-secret.ts';
import { fail, withApp } from './with-app.ts';

const TASK: Actor = { kind: 'system', name: 'taak' };
type Keys = App['signals']['keys'];

const WEAK: Readonly<Record<PassphraseWeakness, string>> = {
  'too-short': `The passphrase is too short: use at least ${SHORTEST_PASSPHRASE} characters, for example five words.`,
  'too-long': 'The passphrase is too long: use at most 1,000 characters.',
  'too-simple': 'The passphrase is too simple: use at least six different characters, for example five words.',
  unreadable: 'The passphrase has signs in it that no keyboard gives. Use letters, digits, spaces and punctuation.',
};

const REFUSED = {
  ...WEAK,
  forbidden: 'The portal does not let tasks make keys.',
  wrong: 'No key opens with that passphrase. Nothing was changed.',
  exists:
    'The desk has a key already. Another passphrase for it: add --change. A new key for new signals: add --new; signals of before then stay readable with the old passphrase, so keep it.',
} as const;

const LOSE_IT = [
  'Without the passphrase nobody can read the signals: not we, not the operator of the server. There is no other way in.',
  'Write it down twice, on paper, and keep the papers in two places. Give it only to who works at the signal desk.',
].join('\n');

interface Chosen {
  readonly passphrase: string;
  /** We made it: show it once. */
  readonly made: boolean;
}

/** A passphrase that somebody types twice; one that we make when they type nothing. */
async function choosePassphrase({ ask, isTerminal }: Asking): Promise<Chosen> {
  const passphrase = await ask('A passphrase for the desk (press Enter, and we make a good one): ');
  if (passphrase.trim() === '') return { passphrase: newPassphrase(), made: true };
  if (isTerminal && (await ask('The same once more: ')) !== passphrase)
    fail('The two are not the same. Nothing was changed; start again.');
  return { passphrase, made: false };
}

function sayHowToKeepIt({ passphrase, made }: Chosen): void {
  if (made) console.log(`The passphrase, shown this once:\n\n    ${passphrase}\n`);
  console.log(LOSE_IT);
}

async function makeKey(keys: Keys, asking: Asking, isNew: boolean): Promise<void> {
  // Before anybody thinks of a passphrase in vain.
  if (!isNew && (await keys.activeKey()) !== undefined) fail(REFUSED.exists);
  const chosen = await choosePassphrase(asking);
  const made = await keys.make(TASK, { passphrase: chosen.passphrase, isNew });
  if (!made.ok) fail(REFUSED[made.reason]);
  console.log(`The desk has key ${made.value.number}: from now on signals are sealed to it.`);
  if (made.value.number > 1)
    console.log('Signals of before stay readable with the passphrase that the desk had then. Keep it.');
  sayHowToKeepIt(chosen);
  const sealed = await keys.sealWaiting();
  if (sealed > 0)
    console.log(
      `${sealed} signals from before there was a key are sealed now; nothing of them is left in plain words.`,
    );
}

async function changePassphrase(keys: Keys, asking: Asking): Promise<void> {
  const old = await asking.ask('The passphrase of now: ');
  const chosen = await choosePassphrase(asking);
  const changed = await keys.changePassphrase(TASK, { old, passphrase: chosen.passphrase });
  if (!changed.ok) fail(REFUSED[changed.reason]);
  const { keys: count } = changed.value;
  console.log(count === 1 ? 'One key has the new passphrase.' : `${count} keys have the new passphrase.`);
  console.log(
    'In a backup of before, the old passphrase still opens the key: change it in time, and let backups expire.',
  );
  sayHowToKeepIt(chosen);
}

export default defineCommand({
  meta: {
    name: 'desk-key',
    description:
      'Make the key that signals are sealed to. Asks for a passphrase, or reads it as a line of standard input (with --change: the old one, then the new one); an empty line makes one',
  },
  args: {
    change: { type: 'boolean', description: 'another passphrase for the keys that open with the one of now' },
    new: { type: 'boolean', description: 'a new key for new signals, beside the old one' },
  },
  run: ({ args }) =>
    withApp(async ({ signals: { keys } }) => {
      if (args.change && args.new) fail('Give --change or --new, not both.');
      const asking = await askingSecrets();
      if (args.change) await changePassphrase(keys, asking);
      else await makeKey(keys, asking, args.new === true);
    }),
});
