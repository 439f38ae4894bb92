import type { PictureFile, PictureSize, PictureStore } from './picture.ts';

export * from './picture.ts';
export {
  decodePicture,
  encodePicture,
  inPictureTurn,
  type Box,
  type DecodeRefusal,
  type Pixels,
} from './decode-picture.ts';
export { MAX_PICTURE_BYTES, preparePicture, type PictureRefusal } from './prepare-picture.ts';

/** What the rest of the portal may ask about published pictures. */
export interface Pictures {
  /** What pages need for `<img srcset>`; ids that do not exist are left out. */
  sizes(ids: readonly string[]): Promise<PictureSize[]>;
  /** One published picture in one of its widths. */
  file(id: string, width: number): Promise<PictureFile | undefined>;
}

interface Needs {
  /** The published pictures. */
  readonly store: Pick<PictureStore, 'sizes' | 'file'>;
}

export const makePictures = ({ store }: Needs): Pictures => ({
  sizes: (ids) => (ids.length === 0 ? Promise.resolve([]) : store.sizes(ids)),
  file: (id, width) => store.file(id, width),
});
