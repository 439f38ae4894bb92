import { parseArgs } from 'node:util';
import { defineCommand } from 'citty';
import type { App } from '../app.ts';
import { ROLES, type Actor } from '../domain/kernel/index.ts';
import { fail, withApp } from './with-app.ts';

const EXAMPLE = 'npm run task -- add-account --email noor@example.org --role organiser --buurt h-buurt';
const TASK: Actor = { kind: 'system', name: 'taak' };

/** Every value of an option that may be given more than once: citty itself keeps only the last. */
function everyValue(rawArgs: string[], option: string): string[] {
  const { values } = parseArgs({
    args: rawArgs,
    options: { [option]: { type: 'string', multiple: true } },
    strict: false,
  });
  return [values[option] ?? []].flat().filter((value) => typeof value === 'string');
}

type Refusal = Extract<Awaited<ReturnType<App['accounts']['add']>>, { ok: false }>;

/** What is wrong, and what to type instead. */
function sayRefusal(refusal: Refusal, { email, role }: { readonly email: string; readonly role: string }): string {
  switch (refusal.reason) {
    case 'bad-email':
      return `--email "${email}" is not an e-mail address. For example: ${EXAMPLE}`;
    case 'name-too-long':
      return '--name is too long: use at most 80 characters.';
    case 'unknown-role':
      return `--role "${role}" does not exist. Choose one of: ${ROLES.join(', ')}.`;
    case 'buurt-missing':
      return `The role ${role} is of a buurt. Add --buurt with its slug, for example: ${EXAMPLE}`;
    case 'buurt-not-asked':
      return `The role ${role} counts everywhere. Leave --buurt out.`;
    case 'unknown-buurt':
      return refusal.known.length === 0
        ? 'No buurt takes part yet, so nobody can be given one. Add the buurt first, in /beheer.'
        : `--buurt ${refusal.unknown.join(', ')} does not take part. Those that do: ${refusal.known.join(', ')}.`;
    case 'forbidden':
      return 'The portal does not let tasks add accounts.';
  }
}

export default defineCommand({
  meta: { name: 'add-account', description: `Give somebody a role; prints a one-time link. ${EXAMPLE}` },
  args: {
    email: { type: 'string', required: true, description: 'with which they log in', valueHint: 'noor@example.org' },
    role: { type: 'string', required: true, description: ROLES.join(', ') },
    buurt: { type: 'string', description: 'slug; for organiser and professional; may be given more than once' },
    name: { type: 'string', description: 'how colleagues see them' },
    'new-link': {
      type: 'boolean',
      description: 'a new link for who has a password already and lost it, or the telephone',
    },
  },
  run: ({ args, rawArgs }) =>
    withApp(async ({ accounts }) => {
      const { email, role, name = '' } = args;
      const outcome = await accounts.add(TASK, { email, name, role, buurten: everyValue(rawArgs, 'buurt') });
      if (!outcome.ok) fail(sayRefusal(outcome, { email, role }));
      const { accountId, isNew } = outcome.value;
      const renewed = args['new-link'] ? await accounts.renewInvitation(TASK, accountId) : undefined;
      const link = renewed?.ok ? renewed.value.link : outcome.value.link;
      console.log(isNew ? `${email} has an account, with the role ${role}.` : `${email} has the role ${role}.`);
      console.log(
        link === null
          ? 'They log in as before. Lost the password or the telephone? Add --new-link.'
          : `With this link, once and within 7 days, they choose a password:\n${link}`,
      );
    }),
});
