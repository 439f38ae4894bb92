import { ActionError } from 'astro:actions';
import { expect, it } from 'vitest';
import { defineAction } from '../../src/web/forms/define-action.ts';
import { refusal } from '../../src/web/forms/refusals.ts';

/** Runs an action that ends with this error; gives what the visitor hears and what the log gets. */
async function ending(error: Error): Promise<{ heard: unknown; logged: unknown }> {
  const action = defineAction({ accept: 'form', handler: (): Promise<never> => Promise.reject(error) });
  const context: { locals: { failure?: unknown } } = { locals: {} };
  const heard = await Reflect.apply(action.orThrow, context, [new FormData()]).catch((thrown: unknown) => thrown);
  return { heard, logged: context.locals.failure };
}

it('an act that fails by our fault reaches the log, and the page says so without repeating the error', async () => {
  const full = new Error('database or disk is full: kanarie@example.org');
  const { heard, logged } = await ending(full);
  expect(logged).toBe(full);
  expect(heard).toBeInstanceOf(ActionError);
  expect(heard).toMatchObject({ status: 500, message: 'common.failed.kept' });
});

it('a refusal goes to the visitor as it is, and is no failure', async () => {
  const no = refusal('CONFLICT', 'signUps.error.past');
  expect(await ending(no)).toEqual({ heard: no, logged: undefined });
});
