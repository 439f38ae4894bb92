import { expect, it } from 'vitest';
import { plainBlocks } from './plain-blocks.ts';
import { translate as t } from './translate.ts';

const paragraph = (text: string) => ({ kind: 'paragraph', text });
const list = (...items: string[]) => ({ kind: 'list', items });

it('gives paragraphs and lists in their order, without any layout', () => {
  const source =
    '# Kop\n\nEen *woord*\nop twee regels.\n\n1. een\n2. twee\n\n   nog van twee\n\n> geciteerd\n\n- a\n  - b\n- c';
  expect(plainBlocks(source, t)).toEqual([
    paragraph('Kop'),
    paragraph('Een woord op twee regels.'),
    list('een', 'twee nog van twee'),
    paragraph('geciteerd'),
    list('a', 'b', 'c'),
  ]);
});

it('gives a row of a table as one line, and signs as they were typed', () => {
  expect(plainBlocks('| a | b |\n|---|---|\n| 1 < 2 | "x" & \'y\' |', t)).toEqual([
    paragraph('a b'),
    paragraph(`1 < 2 "x" & 'y'`),
  ]);
});

it('keeps HTML that was typed as the text it is, and gives nothing for nothing', () => {
  expect(plainBlocks('<b>vet</b> &amp; klaar', t)).toEqual([paragraph('<b>vet</b> & klaar')]);
  expect(plainBlocks(' \n\n', t)).toEqual([]);
});
