import { z } from 'astro/zod';
import { cleanEmail } from '../kernel/index.ts';

/** How much fits in a field, in characters. */
const LONGEST = { name: 80, needs: 500 } as const;
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

/** What is needed, with its lines, or undefined when it is too long or holds control characters. */
export function cleanNeeds(text: string): string | undefined {
  const needs = cut(text.replace(/\r\n?/g, '\n'));
  return NOT_IN_TEXT.test(needs) || [...needs].length > LONGEST.needs ? undefined : needs;
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

/** What a resident sends, each field by its own rule; the mistakes are keys of content/messages/nl/meetings.json. */
export const signUpFields = z.object({
  name: field(cleanName, 'meetings.error.name'),
  email: field(cleanEmail, 'meetings.error.email'),
  people: field(cleanPeople, 'meetings.error.people'),
  needs: field(cleanNeeds, 'meetings.error.needs'),
});
