import { z } from 'astro/zod';
import { cleanEmail, LETTER_LANGUAGES } from '../kernel/index.ts';
import type { SignUpForm } from './sign-up.ts';

/** How much fits in a field, in characters. */
const LONGEST = { name: 80, needs: 500, question: 500, phone: 30 } as const;
/** How many people one sign-up can be for. */
export const MOST_PEOPLE = 10;

/** One line: nothing that ends a header, turns the writing direction, or is half a character. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** A letter must not carry somebody else's link or address to a stranger in the place of a name. */
const LINK_OR_ADDRESS = /[<>@\\]|:\/\/|www\./i;
const NOT_IN_TEXT = /[^\P{Cc}\n\t]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

const NAME_PART = /[\p{L}\p{N}]/u;

const cut = (text: string) => text.normalize('NFC').trim();

/** The name as it will be kept, or undefined when it is empty, too long, or holds what no name holds. Initials are fine. */
export function cleanName(text: string): string | undefined {
  const name = cut(text).replace(/ {2,}/g, ' ');
  const right = NAME_PART.test(name) && !NOT_IN_A_LINE.test(name) && !LINK_OR_ADDRESS.test(name);
  return right && [...name].length <= LONGEST.name ? name : undefined;
}

/** The digits of an Arabic or Persian keyboard; each ten begins at a code that is a multiple of 16. */
const OTHER_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** The number of people, or undefined when it is not a whole number from 1 to 10. */
export function cleanPeople(text: string): number | undefined {
  const typed = text.trim().replace(OTHER_DIGIT, (digit) => String(digit.charCodeAt(0) % 16));
  const people = Number(typed);
  return /^\d{1,2}$/.test(typed) && people >= 1 && people <= MOST_PEOPLE ? people : undefined;
}

/** A text with its lines, or undefined when it is too long or holds control characters. */
const cleanText = (longest: number) => (text: string) => {
  const clean = cut(text.replace(/\r\n?/g, '\n'));
  return NOT_IN_TEXT.test(clean) || [...clean].length > longest ? undefined : clean;
};

export const cleanNeeds = cleanText(LONGEST.needs);
const cleanQuestion = cleanText(LONGEST.question);

/** Who fills it in for somebody else: a name, or empty. */
const cleanBy = (text: string): string | undefined => (cut(text) === '' ? '' : cleanName(text));

/** A telephone number as somebody says it, or empty; undefined when it is too long, or no number. */
export function cleanPhone(text: string): string | undefined {
  const phone = cut(text).replace(/\s+/g, ' ');
  if (phone === '') return '';
  const right = /^\+?[\d ()-]+$/.test(phone) && phone.replace(/\D/g, '').length >= 6;
  return right && phone.length <= LONGEST.phone ? phone : undefined;
}

/** Who calls or sends a slip of paper may have no e-mail address. */
export const cleanEmailOrNone = (text: string): string | undefined => (cut(text) === '' ? '' : cleanEmail(text));

/** The whole form as it will be kept, whatever it came from; undefined when a field is not right. */
export function cleanForm(
  form: SignUpForm,
  cleanAddress: (text: string) => string | undefined,
): SignUpForm | undefined {
  const name = cleanName(form.name);
  const by = cleanBy(form.by);
  const email = cleanAddress(form.email);
  const people = cleanPeople(String(form.people));
  const needs = cleanNeeds(form.needs);
  const question = cleanQuestion(form.question);
  if (name === undefined || by === undefined || email === undefined || people === undefined) return undefined;
  if (needs === undefined || question === undefined) return undefined;
  return { name, by, email, people, needs, question, wantsReport: form.wantsReport, language: form.language };
}

/** A form sends nothing, or null, for a field that was left empty. */
const field = <Value>(clean: (text: string) => Value | undefined, message: string) =>
  z
    .string({ error: message })
    .nullish()
    .transform((text, context): Value => {
      const value = clean(text ?? '');
      if (value !== undefined) return value;
      context.issues.push({ code: 'custom', input: text, message });
      return z.NEVER;
    });

/** What a resident sends, each field by its own rule; the mistakes are keys of content/messages/nl/signUps.json. */
export const signUpFields = z.object({
  name: field(cleanName, 'signUps.error.name'),
  email: field(cleanEmail, 'signUps.error.email'),
  people: field(cleanPeople, 'signUps.error.people'),
  needs: field(cleanNeeds, 'signUps.error.needs'),
  by: field(cleanBy, 'signUps.error.name'),
  question: field(cleanQuestion, 'signUps.error.question'),
  /** A tick: its value is `ja`; nothing is sent when there is none. */
  wantsReport: z
    .string()
    .nullish()
    .transform((tick) => tick === 'ja'),
  language: z.enum(LETTER_LANGUAGES).catch('nl'),
});

/** The same from an organiser, for somebody who called or sent a slip of paper. */
export const entryFields = signUpFields.extend({
  email: field(cleanEmailOrNone, 'participants.error.email'),
  by: field(cleanBy, 'participants.error.by'),
  phone: field(cleanPhone, 'participants.error.phone'),
});
