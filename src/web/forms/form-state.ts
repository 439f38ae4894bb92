import { isInputError, type ActionError, type SafeResult } from 'astro:actions';
import { isMessageKey, type Translate } from '../translate.ts';

/** What a form page shows: what was typed, and what is wrong with it. */
export interface FormState {
  /** What was typed in a field, or `initial` when nothing was sent yet. Nothing typed gets lost by a refusal. */
  value(name: string, initial?: string): string;
  values(name: string): readonly string[];
  isChecked(name: string, value: string): boolean;
  /** What is wrong with the field, as a sentence. */
  error(name: string): string | undefined;
  /** Every mistake in the order of the fields; `field` null speaks of the form as a whole. */
  readonly errors: readonly { readonly field: string | null; readonly message: string }[];
}

interface Sent {
  /** The action's answer, from `Astro.getActionResult`. */
  readonly result: SafeResult<Record<string, unknown>, unknown> | undefined;
  /** What was posted, when something was. */
  readonly form: FormData | null;
  readonly t: Translate;
}

const say = (t: Translate, message: string | undefined): string =>
  message !== undefined && isMessageKey(message) ? t(message) : t('common.error.field');

function mistakes(error: ActionError | undefined, t: Translate): FormState['errors'] {
  if (!error) return [];
  if (!isInputError(error)) return [{ field: null, message: say(t, error.message) }];
  return Object.entries(error.fields as Record<string, string[] | undefined>).flatMap(([field, messages]) =>
    messages?.[0] === undefined ? [] : [{ field, message: say(t, messages[0]) }],
  );
}

/** Reads back what was sent with this request, so that the page can show it again beside what is wrong. */
export const formOf = async (request: Request): Promise<FormData | null> =>
  request.method === 'POST'
    ? await request
        .clone()
        .formData()
        .catch(() => null)
    : null;

/**
 * Brings an action's answer and what was typed together.
 * An action says what is wrong in message keys: zod issues carry one each, an ActionError carries one as its message.
 */
export function formState({ result, form, t }: Sent): FormState {
  const errors = mistakes(result?.error, t);
  const strings = (name: string) => (form?.getAll(name) ?? []).filter((value) => typeof value === 'string');
  return {
    value: (name, initial = '') => (form ? (strings(name)[0] ?? '') : initial),
    values: strings,
    isChecked: (name, value) => strings(name).includes(value),
    error: (name) => errors.find(({ field }) => field === name)?.message,
    errors,
  };
}
