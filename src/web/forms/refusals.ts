import { ActionError } from 'astro:actions';
import type { MessageKey } from '../translate.ts';

type Code = ConstructorParameters<typeof ActionError>[0]['code'];

/** A refusal of the form as a whole; `message` says why and what to do. Throw it from an action. */
export const refusal = (code: Code, message: MessageKey): ActionError => new ActionError({ code, message });

/** What a use case found wrong with one field; `message` says it and how to mend it. */
export interface FieldMistake {
  readonly field: string;
  readonly message: MessageKey;
}

/** A refusal that stands at its fields, as when the form's own schema refuses. Throw it from an action. */
export const fieldMistakes = (mistakes: readonly FieldMistake[]): ActionError =>
  ActionError.fromJson({
    type: 'AstroActionInputError',
    issues: mistakes.map(({ field, message }) => ({ code: 'custom', path: [field], message })),
  });
