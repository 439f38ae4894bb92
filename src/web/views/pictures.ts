import type { PictureSize } from '../../domain/pictures/index.ts';
import type { PictureUse } from '../../domain/updates/index.ts';
import { routes } from '../routes.ts';

/** A picture for an `<img>`. */
export interface PictureView {
  readonly src: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Where a picture of this id and width is found; the preview of a draft has another one. */
export type PictureAddress = (id: string, width: number) => string;

/** The pictures of a text that exist, in its order. A picture that is not there leaves no gap. */
export function pictureViews(
  uses: readonly PictureUse[],
  sizes: readonly PictureSize[],
  address: PictureAddress = routes.picture,
): PictureView[] {
  const known = new Map(sizes.map((picture) => [picture.id, picture.sizes]));
  return uses.flatMap(({ pictureId, alt }) => {
    const files = known.get(pictureId) ?? [];
    const middle = files[Math.min(1, files.length - 1)];
    if (middle === undefined) return [];
    const srcset = files.map(({ width }) => `${address(pictureId, width)} ${width}w`).join(', ');
    return [{ src: address(pictureId, middle.width), srcset, width: middle.width, height: middle.height, alt }];
  });
}
