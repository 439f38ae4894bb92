import { valuesOf, type DraftFields, type DraftKind, type Problem } from '../../../domain/drafts/index.ts';
import type { Translate } from '../../translate.ts';
import type { FormState } from '../form-state.ts';
import { sayProblem } from './words.ts';

/** A draft's form: where one field can be there more than once, each has an index. */
export interface DraftState extends FormState {
  /** What is wrong with one row of a field. */
  errorAt(name: string, index: number): string | undefined;
}

interface Given {
  readonly kind: DraftKind;
  readonly fields: DraftFields;
  readonly problems: readonly Problem[];
  readonly t: Translate;
}

/** The id of a field in the page, after `veld-`. */
export const anchorOf = (name: string, index: number): string => (index === 0 ? name : `${name}-${index}`);

/** What was typed in a draft, as the form components want it, with what is still to mend. */
export function draftState({ kind, fields, problems, t }: Given): DraftState {
  const values = (name: string) => valuesOf(fields, name);
  const errors = problems.map((problem) => ({
    field: anchorOf(problem.field, problem.index),
    message: sayProblem(kind, problem, t),
  }));
  const errorAt = (name: string, index: number) => errors.find(({ field }) => field === anchorOf(name, index))?.message;
  return {
    // Never `initial`: what a draft begins with stands in its fields.
    value: (name) => values(name)[0] ?? '',
    values,
    isChecked: (name, value) => values(name).includes(value),
    error: (name) => errorAt(name, 0),
    errorAt,
    errors,
  };
}
