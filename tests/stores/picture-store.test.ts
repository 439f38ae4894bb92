import { expect, it } from 'vitest';
import { openProfessionals } from '../../src/storage/professionals/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import type { PictureStore } from '../../src/domain/pictures/index.ts';
import { aPicture } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

function contract(pictures: () => PictureStore): void {
  it('gives back every byte of every width', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    const picture = aPicture({ files: [{ width: 480, height: 320, bytes }] });
    await pictures().add(picture);
    expect(await pictures().find(picture.id)).toEqual(picture);
    expect(await pictures().file(picture.id, 480)).toEqual(picture.files[0]);
    expect(await pictures().file(picture.id, 960)).toBeUndefined();
  });

  it('stores a picture once, also when it is added twice', async () => {
    const picture = aPicture();
    await Promise.all([pictures().add(picture), pictures().add(picture)]);
    expect(await pictures().find(picture.id)).toEqual(picture);
  });

  it('tells the sizes, smallest first, in the order of the question', async () => {
    const [one, two] = [aPicture(), aPicture({ files: [...aPicture().files].reverse() })];
    await pictures().add(one);
    await pictures().add(two);
    const sizes = [
      { width: 480, height: 320 },
      { width: 960, height: 640 },
    ];
    expect(await pictures().sizes([two.id, 'unknown', one.id, two.id])).toEqual([
      { id: two.id, sizes },
      { id: one.id, sizes },
    ]);
  });

  it('removes pictures, and only those', async () => {
    const [gone, kept] = [aPicture(), aPicture()];
    await pictures().add(gone);
    await pictures().add(kept);
    await pictures().remove([gone.id, 'unknown']);
    await pictures().remove([]);
    expect(await pictures().find(gone.id)).toBeUndefined();
    expect(await pictures().find(kept.id)).toEqual(kept);
  });
}

onBothEngines('published pictures', openPublished, (realm) => contract(() => realm().pictures));
onBothEngines('pictures of drafts', openProfessionals, (realm) => contract(() => realm().pictures));
