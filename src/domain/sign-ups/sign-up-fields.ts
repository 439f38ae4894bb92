import { domainToASCII } from 'node:url';
import { z } from 'astro/zod';

/** How much fits in a field, in characters; `email` by RFC 5321, 4.5.3.1.3 and erratum 1690. */
const LONGEST = { name: 80, email: 254, needs: 500 } as const;
/** How many people one sign-up can be for. */
export const MOST_PEOPLE = 10;

/** One line: nothing that ends a header, turns the writing direction, or is half a character. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** A letter must not carry somebody else's link or address to a stranger in the place of a name. */
const LINK_OR_ADDRESS = /[<>@\\]|:\/\/|www\./i;
const NOT_IN_TEXT = /[^\P{Cc}\n\t]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

const NAME_PART = /[\p{L}\p{N}]/u;
/** The part before the @ as mail servers everywhere take it: RFC 5322 dot-atom. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const cut = (text: string) => text.normalize('NFC').trim();

/** The name as it will be kept, or undefined when it is empty, too long, or holds what no name holds. Initials are fine. */
export function cleanName(text: string): string | undefined {
  const name = cut(text).replace(/ {2,}/g, ' ');
  const right = NAME_PART.test(name) && !NOT_IN_A_LINE.test(name) && !LINK_OR_ADDRESS.test(name);
  return right && [...name].length <= LONGEST.name ? name : undefined;
}

/** The e-mail address as it will be kept, or undefined when mail could not go there. The domain may be in any script (IDN). */
export function cleanEmail(text: string): string | undefined {
  const email = cut(text);
  const at = email.lastIndexOf('@');
  const local = email.slice(0, Math.max(at, 0));
  if (NOT_IN_A_LINE.test(email) || /\s/u.test(email) || local.length > 64 || !LOCAL_PART.test(local)) return undefined;
  const domain = domainToASCII(email.slice(at + 1));
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  // A domain that ends in digits is a machine's number, not a place for mail.
  const right = labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(last);
  return right && `${local}@${domain}`.length <= LONGEST.email && email.length <= LONGEST.email ? email : undefined;
}

/** The number of people, or undefined when it is not a whole number from 1 to 10. */
export function cleanPeople(text: string): number | undefined {
  const people = Number(text.trim());
  return /^\d{1,2}$/.test(text.trim()) && people >= 1 && people <= MOST_PEOPLE ? people : undefined;
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
