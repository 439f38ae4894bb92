import { signUpFields, type SignUpForm } from '../../domain/sign-ups/index.ts';
import { isMessageKey } from '../translate.ts';
import type { FieldMistake } from './refusals.ts';

/** For whom a resident fills in the form: the value of the first question. */
export const FOR_SOMEBODY_ELSE = 'ander';
export const FOR_ME = 'mij';

/** What was typed, field by field; a field that was left empty is ''. */
export interface TypedSignUp {
  readonly who: string;
  /** Who comes, when somebody else fills in the form. */
  readonly guest: string;
  /** Of who fills in the form. */
  readonly name: string;
  readonly email: string;
  readonly people: string;
  readonly needs: string;
  readonly question: string;
  readonly wantsReport: string;
  readonly language: string;
}

type ReadSignUp =
  { readonly ok: true; readonly form: SignUpForm } | { readonly ok: false; readonly mistakes: FieldMistake[] };

/** The order in which the form asks, which is that of its mistakes. */
const ORDER = ['guest', 'name', 'email', 'people', 'needs', 'question', 'language'];

/**
 * The form asks who fills it in, and for whom; the list keeps who comes, and who filled it in for them. So a mistake in one
 * goes back to the field that was typed in. All mistakes come at once.
 */
export function readSignUpForm(typed: TypedSignUp): ReadSignUp {
  const forElse = typed.who === FOR_SOMEBODY_ELSE;
  const { who: _, guest, ...rest } = typed;
  const named = forElse ? { name: guest, by: typed.name } : { name: typed.name, by: '' };
  const read = signUpFields.safeParse({ ...rest, ...named });
  const noName: FieldMistake[] =
    forElse && typed.name.trim() === '' ? [{ field: 'name', message: 'signUps.error.name' }] : [];
  if (read.success && noName.length === 0) return { ok: true, form: read.data };
  const found = (read.error?.issues ?? []).map(({ path, message }) => mistakeAt(String(path[0]), message, forElse));
  const mistakes = [...found, ...noName].toSorted(
    (one, other) => ORDER.indexOf(one.field) - ORDER.indexOf(other.field),
  );
  return { ok: false, mistakes };
}

function mistakeAt(field: string, message: string, forElse: boolean): FieldMistake {
  if (forElse && field === 'name') return { field: 'guest', message: 'signUps.error.guest' };
  return { field: field === 'by' ? 'name' : field, message: isMessageKey(message) ? message : 'common.error.field' };
}
