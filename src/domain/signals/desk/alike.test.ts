import { expect, it } from 'vitest';
import { alikeTo, fingerprint, groupsOf, likeness } from './alike.ts';

const text = (id: string, words: string, buurtId = 'a') => ({ row: { id, buurtId }, print: fingerprint(words) });
const idsOf = (groups: readonly (readonly { readonly row: { readonly id: string } }[])[]) =>
  groups.map((group) => group.map(({ row }) => row.id));

const LAMP = 'De lamp bij de trap aan het plein is al weken stuk en het is er donker.';

it.each([
  ['the same', LAMP],
  ['other case, accents and signs', 'de LAMP, bij de tráp aan het plein... is al weken stuk (en het is er donker)!!!'],
  ['a word changed', 'De lamp bij de trap aan het plein is al maanden stuk en het is er donker.'],
  ['a greeting before it', `Hallo, ${LAMP}`],
  ['signs doubled', 'De laamp bij de trrap aan het plein is al wekennn stuk en het is er donkerrr.'],
])('finds a copy that is %s', (_what, copy) => {
  expect(
    idsOf(groupsOf([text('1', LAMP), text('2', 'De speeltuin is fijn voor kleine kinderen.'), text('3', copy)])),
  ).toEqual([['1', '3']]);
});

it.each([
  ['another subject', 'Op de markt koop ik elke week groente bij aardige mensen uit de buurt.'],
  ['the same place', 'Aan het plein staan nieuwe bankjes en daar zit ik graag met mijn dochter.'],
  ['one word in common', 'donker'],
  ['nothing but signs', '!!! ???'],
])('does not take a text about %s for a copy', (_what, other) => {
  expect(groupsOf([text('1', LAMP), text('2', other)])).toEqual([]);
});

it('takes short texts for alike only when they are the same', () => {
  expect(idsOf(groupsOf([text('1', 'fijn'), text('2', 'Fijn!'), text('3', 'vies'), text('4', 'fijn plein')]))).toEqual([
    ['1', '2'],
  ]);
});

it('reads any script', () => {
  const arabic = 'المصباح عند الدرج مكسور منذ أسابيع';
  expect(idsOf(groupsOf([text('1', arabic), text('2', `${arabic}.`), text('3', 'الحديقة جميلة جدا')]))).toEqual([
    ['1', '2'],
  ]);
});

it('holds one voice to one buurt', () => {
  expect(groupsOf([text('1', LAMP), text('2', LAMP, 'b')])).toEqual([]);
});

it('estimates a likeness of 1 for equal texts and near 0 for texts that have nothing in common', () => {
  expect(likeness(fingerprint(LAMP), fingerprint(LAMP))).toBe(1);
  expect(likeness(fingerprint(LAMP), fingerprint('xyzzy qwrt vbnm'))).toBeLessThan(0.1);
});

it('tells of each text the others', () => {
  const alike = alikeTo([text('1', LAMP), text('2', LAMP), text('3', LAMP), text('4', 'iets anders over de markt')]);
  expect(alike.get('2')).toEqual(['1', '3']);
  expect(alike.has('4')).toBe(false);
});

it('does not compare every copy with every other: a flood of one text is one group', () => {
  const flood = Array.from({ length: 2000 }, (_, index) => text(String(index), LAMP));
  expect(groupsOf(flood)).toHaveLength(1);
});
