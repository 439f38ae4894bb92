import { encode } from 'uqr';

export interface QrDrawing {
  /** Modules along a side, the quiet zone included. */
  readonly size: number;
  /** An SVG path: a stroke for each run of dark modules. */
  readonly path: string;
}

/** Modules of white around it that a camera needs (ISO/IEC 18004). */
const QUIET = 4;

/** Draws a QR code with rows as lines: a tenth of the size of a square for each module. */
export function qrDrawing(text: string): QrDrawing {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  const rows = data.map((row, y) => {
    const cells = row.map((dark) => (dark ? '#' : ' ')).join('');
    return Array.from(cells.matchAll(/#+/g), ({ 0: run, index }) => `M${index} ${y}.5h${run.length}`).join('');
  });
  return { size, path: rows.join('') };
}

/** `JBSWY3DP` as `JBSW Y3DP`: for typing over. Authenticator apps leave out the spaces. */
export const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');
