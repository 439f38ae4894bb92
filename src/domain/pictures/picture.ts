/** Widths in CSS pixels in which each picture is kept (never wider than the original). */
export const PICTURE_WIDTHS = [480, 960, 1600] as const;

export interface PictureFile {
  readonly width: number;
  readonly height: number;
  /** WebP, re-encoded: no metadata, sRGB, upright. */
  readonly bytes: Uint8Array;
}

/** A picture in all its widths, smallest first; at `/beeld/{id}-{width}.webp` once published. */
export interface Picture {
  readonly id: string;
  readonly files: readonly PictureFile[];
}

/** What a page needs to show it. */
export interface PictureSize {
  readonly id: string;
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

/** Port; one in the published realm, one for drafts in the professionals realm. Adding the same id twice stores it once. */
export interface PictureStore {
  add(picture: Picture): Promise<void>;
  sizes(ids: readonly string[]): Promise<PictureSize[]>;
  file(id: string, width: number): Promise<PictureFile | undefined>;
  find(id: string): Promise<Picture | undefined>;
  remove(ids: readonly string[]): Promise<void>;
}
