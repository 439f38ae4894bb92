import type { UpdateContent } from '../../updates/index.ts';
import { idsOf, type Kind } from './kind.ts';

/** A page with more loads slowly on a phone. */
export const MAX_PICTURES = 8;

export const updateKind: Kind<UpdateContent> = {
  // `pictures` holds ids and `alts` what each shows, side by side.
  fields: ['title', 'text', 'themeIds', 'interventionId', 'pictures', 'alts'],
  read(reader, { themes, interventions }) {
    const alts = reader.all('alts');
    const pictures = reader
      .all('pictures')
      .filter((id) => id !== '')
      .map((pictureId, index) => ({ pictureId, alt: alts[index] ?? '' }));
    if (pictures.length > MAX_PICTURES) reader.report('pictures', 'too-many', { values: { max: MAX_PICTURES } });
    pictures.forEach(({ alt }, index) => {
      if (alt === '') reader.report('alts', 'alt-missing', { index });
      if ([...alt].length > 300)
        reader.report('alts', 'too-long', { index, values: { max: 300, length: [...alt].length } });
    });
    return {
      title: reader.text('title', { max: 100 }),
      text: reader.text('text', { max: 10_000 }),
      themeIds: reader.references('themeIds', idsOf(themes)),
      interventionId: reader.reference('interventionId', idsOf(interventions)),
      pictures,
    };
  },
  write: ({ pictures, interventionId, ...rest }) => ({
    ...rest,
    interventionId: interventionId ?? '',
    pictures: pictures.map(({ pictureId }) => pictureId),
    alts: pictures.map(({ alt }) => alt),
  }),
  blank: () => ({}),
};
