import type { Result } from '../../kernel/index.ts';
import { carriedPhoto, carryPhoto } from './carry-photo.ts';
import { preparePhoto, type Photo, type PhotoRefusal } from './prepare-photo.ts';

export { preparePhoto } from './prepare-photo.ts';
export type { Photo, PhotoRefusal } from './prepare-photo.ts';

/** Photos on their way in. Nothing is stored here: between check page and sending, the sender's own page holds the photo. */
export interface PhotoUses {
  /** Makes a file from anybody safe, or says why it is refused; see `preparePhoto`. */
  prepare(file: Uint8Array): Promise<Result<Photo, PhotoRefusal>>;
  /** A safe photo as text for a hidden field of the form with this token. */
  carry(photo: Uint8Array, token: string): string;
  /** The same bytes back; undefined when they were changed, made up, or belong to another form. */
  carried(text: string, token: string): Uint8Array | undefined;
}

export interface PhotoNeeds {
  readonly secretKey: string;
}

export const makePhotoUses = ({ secretKey }: PhotoNeeds): PhotoUses => ({
  prepare: preparePhoto,
  carry: (photo, token) => carryPhoto(photo, token, secretKey),
  carried: (text, token) => carriedPhoto(text, token, secretKey),
});
