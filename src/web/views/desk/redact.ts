import { gridFor, type DeskSignal, type RedactionPart } from '../../../domain/signals/index.ts';
import { messageKey, type Translate } from '../../translate.ts';

/** `Tekst`, `Antwoord 2`, `Bericht 3 van de afzender`. */
export function sayPart(name: string, t: Translate): string {
  const [kind = '', number = ''] = name.split('-');
  if (kind === 'answer') return t('desk.part.answer', { n: String(Number(number) + 1) });
  return kind === 'turn' ? t('desk.part.turn', { n: number }) : t('desk.part.text');
}

/** What may lead to a person, as boxes to tick. */
export const markBoxes = (parts: readonly RedactionPart[], t: Translate) =>
  parts.flatMap(({ name, text, marks }) =>
    marks.map(({ start, end, kind }) => ({
      value: `${name}:${start}-${end}`,
      words: text.slice(start, end),
      kind: t(messageKey(`desk.mark.${kind}`)),
    })),
  );

/** The photo in squares, each a box to tick; undefined where there is no photo to see. */
export function photoGrid({ photo }: DeskSignal, t: Translate) {
  if (!photo) return undefined;
  const { columns, rows } = gridFor(photo);
  const squares = Array.from({ length: columns * rows }, (_, index) => ({
    index,
    label: t('desk.blacken.square', {
      row: String(Math.floor(index / columns) + 1),
      column: String((index % columns) + 1),
    }),
  }));
  return { ...photo, columns, rows, squares };
}
export type PhotoGrid = NonNullable<ReturnType<typeof photoGrid>>;
