/** In pixels. */
export interface PhotoSize {
  readonly width: number;
  readonly height: number;
}

/** Reads the size out of a lossy WebP without chunks (RFC 9649, 2.5), which is all that `preparePhoto` makes. */
export function photoSize(bytes: Uint8Array): PhotoSize | undefined {
  if (bytes.byteLength < 30 || Buffer.from(bytes.subarray(12, 16)).toString('latin1') !== 'VP8 ') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // 14 bits each; the two above them are a scale that nobody uses.
  const size = { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

/** How many squares the longest side has. */
const LONGEST = 12;

/** The squares in which a photo can be painted black: about as high as they are wide. Rows from the top, columns from the left. */
export function gridFor({ width, height }: PhotoSize): { readonly columns: number; readonly rows: number } {
  const side = Math.max(width, height) / LONGEST;
  return { columns: Math.max(1, Math.round(width / side)), rows: Math.max(1, Math.round(height / side)) };
}
