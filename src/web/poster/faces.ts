import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/**
 * The letters of posters. Display and strong are Bricolage Grotesque, text is Atkinson Hyperlegible Next in its default
 * weight (fontkit cannot vary a packed font), and Arabic is Noto Sans Arabic in matching weights.
 */
export type Face = 'display' | 'strong' | 'text';

const require = createRequire(import.meta.url);

/** In order of preference; a letter that one lacks is taken from the next. Arabic is drawn a little larger: its letters are small. */
const FILES: Readonly<Record<Face, readonly string[]>> = {
  display: [
    require.resolve('@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-800-normal.woff2'),
    require.resolve('@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-ext-800-normal.woff2'),
    require.resolve('@fontsource/bricolage-grotesque/files/bricolage-grotesque-vietnamese-800-normal.woff2'),
    require.resolve('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-800-normal.woff2'),
  ],
  strong: [
    require.resolve('@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-700-normal.woff2'),
    require.resolve('@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-ext-700-normal.woff2'),
    require.resolve('@fontsource/bricolage-grotesque/files/bricolage-grotesque-vietnamese-700-normal.woff2'),
    require.resolve('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2'),
  ],
  text: [
    require.resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'),
    require.resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2'),
    require.resolve('@fontsource/bricolage-grotesque/files/bricolage-grotesque-vietnamese-400-normal.woff2'),
    require.resolve('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-500-normal.woff2'),
  ],
};

/** A font with a short name, under which its letters stand in a drawing. All of ours count 1000 units to an em. */
export interface Letters {
  readonly name: string;
  readonly font: Font;
}

const UNITS = 1000;

function load(face: Face): Letters[] {
  return FILES[face].map((file, index) => {
    const font = create(readFileSync(file));
    if (!('layout' in font)) throw new Error(`${file} holds more than one font`);
    if (font.unitsPerEm !== UNITS) throw new Error(`${file} counts ${font.unitsPerEm} units to an em, not ${UNITS}`);
    return { name: `${face.charAt(0)}${index}`, font };
  });
}

const loaded = new Map<Face, Letters[]>();

/** The fonts of a face, read at the first poster and then kept: four files of 10 to 50 kB. */
export function lettersOf(face: Face): readonly Letters[] {
  const known = loaded.get(face) ?? load(face);
  loaded.set(face, known);
  return known;
}
