import { fold } from '../kernel/index.ts';

/** Characters (code points). Long enough to withstand guessing without a rule on which characters (NIST SP 800-63B). */
const PASSWORD_MIN = 12;
/** Characters; hashing more would only cost time. */
export const PASSWORD_MAX = 256;

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'own-address';

/**
 * Words that guessers try first, and those of this portal. Somebody who adds a year and an exclamation mark to one of them,
 * or puts two of them together, has not made it harder to guess.
 */
const COMMON = `
  password passwort passwd pass wachtwoord wachtwoorden geheim secret welkom welcome hallo hello admin administrator beheer
  beheerder root user gebruiker login inloggen letmein access toegang master superman batman iloveyou ikhouvanjou
  liefde schatje sunshine princess prinses dragon monkey shadow football voetbal ajax feyenoord amsterdam nederland
  holland oranje utrecht rotterdam zuidoost gemeente buurt buurten buurtbalans balans portaal bijeenkomst organisator wijk
  buurtteam qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx abc abcd abcdef abcdefg
  abcdefgh test testen tester default changeme verander veranderen nieuw new temp tijdelijk zomer winter lente herfst
  voorjaar najaar summer spring autumn januari februari maart april mei juni juli augustus september oktober november
  december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januar computer internet samsung google facebook
  trustno whatever starwars pokemon michael jordan charlie thomas jessica jennifer daniel ashley mijn my is de het een the in op te van
  en and ik i me jij you van voor for
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);

/** What a digit or sign stands for when people disguise a word. */
const DISGUISE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '');
const undisguise = (text: string) => Array.from(text, (character) => DISGUISE[character] ?? character).join('');

/** Whether the letters are nothing but common words, one after another. */
function isOnlyCommon(letters: string): boolean {
  const reachable = new Set([0]);
  for (let at = 0; at < letters.length; at += 1) {
    if (!reachable.has(at)) continue;
    for (const word of COMMON) if (letters.startsWith(word, at)) reachable.add(at + word.length);
  }
  return letters.length > 0 && reachable.has(letters.length);
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`: at most four characters, again and again. */
const isRepetition = (text: string) => /^(.{1,4}?)\1+.{0,3}$/u.test(text);

/** `123456789012`, `987654321098`, `abcdefghijkl`: each character the next of the one before. */
function isRow(text: string): boolean {
  const steps = Array.from(text, (character) => character.codePointAt(0) ?? 0).map(
    (code, at, all) => code - (all[at - 1] ?? code),
  );
  const wraps = (step: number, by: number) => step === by || step === -9 * by;
  return [1, -1].some((by) => steps.slice(1).every((step) => wraps(step, by)));
}

const isCommon = (password: string) => {
  const plain = fold(password);
  return (
    isRepetition(plain) || isRow(plain) || [plain, undisguise(plain)].some((text) => isOnlyCommon(lettersOf(text)))
  );
};

/** Whether the password is little more than the address: its name or its domain, with some digits or signs. */
function isOwnAddress(password: string, email: string): boolean {
  const [name = '', domain = ''] = fold(email).split('@');
  const plain = lettersOf(fold(password));
  const host = domain.split('.').slice(0, -1).join('');
  const parts = [name, host, name + domain, name + host].map(lettersOf).filter((part) => part.length >= 4);
  return parts.some((part) => plain.includes(part) && plain.replaceAll(part, '').length <= 2);
}

/** What is wrong with a new password; undefined when it will do. Nothing is asked about digits, capitals or signs. */
export function passwordProblem(password: string, email: string): PasswordProblem | undefined {
  const length = Array.from(password.normalize('NFKC')).length;
  if (length < PASSWORD_MIN) return 'too-short';
  if (length > PASSWORD_MAX) return 'too-long';
  if (isOwnAddress(password, email)) return 'own-address';
  return isCommon(password) ? 'too-common' : undefined;
}
