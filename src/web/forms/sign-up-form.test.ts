import { expect, it } from 'vitest';
import { readSignUpForm, type TypedSignUp } from './sign-up-form.ts';

const typed = (changes: Partial<TypedSignUp> = {}): TypedSignUp => ({
  who: 'mij',
  guest: '',
  name: 'Noor',
  email: 'noor@voorbeeld.nl',
  people: '1',
  needs: '',
  question: '',
  wantsReport: '',
  language: 'nl',
  ...changes,
});
const mistakes = (changes: Partial<TypedSignUp>) => {
  const read = readSignUpForm(typed(changes));
  return read.ok ? [] : read.mistakes;
};

it('reads who signs up alone', () => {
  expect(readSignUpForm(typed({ wantsReport: 'ja', language: 'en', question: ' Komt de wethouder? ' }))).toMatchObject({
    ok: true,
    form: { name: 'Noor', by: '', people: 1, wantsReport: true, language: 'en', question: 'Komt de wethouder?' },
  });
});

it('keeps who comes apart from who filled it in for them', () => {
  expect(readSignUpForm(typed({ who: 'ander', guest: 'نور', name: 'S' }))).toMatchObject({
    ok: true,
    form: { name: 'نور', by: 'S' },
  });
});

it('takes no second name from who signs up alone, whatever was typed there before', () => {
  expect(readSignUpForm(typed({ guest: '<b>' }))).toMatchObject({ ok: true, form: { name: 'Noor', by: '' } });
});

it('tells all mistakes at once, each at the field that was typed in, in the order of the form', () => {
  const wrong = { who: 'ander', guest: 'www.x.nl', name: '', email: 'noor', people: '0', question: 'x'.repeat(501) };
  expect(mistakes(wrong)).toEqual([
    { field: 'guest', message: 'signUps.error.guest' },
    { field: 'name', message: 'signUps.error.name' },
    { field: 'email', message: 'signUps.error.email' },
    { field: 'people', message: 'signUps.error.people' },
    { field: 'question', message: 'signUps.error.question' },
  ]);
  expect(mistakes({ who: 'ander', guest: 'Noor', name: 'a@b.nl' })).toEqual([
    { field: 'name', message: 'signUps.error.name' },
  ]);
});

it.each(['noor@voorbeeld.nl\r\nBcc: x@y.nl', `${'n'.repeat(300)}@voorbeeld.nl`, 'noor', ''])(
  'takes no address that is none: %j',
  (email) => {
    expect(mistakes({ email })).toEqual([{ field: 'email', message: 'signUps.error.email' }]);
  },
);

it('writes Dutch letters when a language is asked that there is not', () => {
  expect(readSignUpForm(typed({ language: 'xx' }))).toMatchObject({ ok: true, form: { language: 'nl' } });
});
