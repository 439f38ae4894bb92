import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { carriedPhoto, carryPhoto } from './carry-photo.ts';
import { LARGEST_PHOTO } from './prepare-photo.ts';

const photo = new Uint8Array(randomBytes(300));
const carried = carryPhoto(photo, 'form', 'key');

describe('a photo that travels along in the form', () => {
  it.each([0, 1, 2, 3])('P4: comes back as exactly the bytes that were made (%i more)', (more) => {
    const bytes = new Uint8Array(randomBytes(300 + more));
    expect(carriedPhoto(carryPhoto(bytes, 'form', 'key'), 'form', 'key')).toEqual(bytes);
  });

  it('takes no more than the largest photo', () => {
    const largest = new Uint8Array(LARGEST_PHOTO);
    expect(carriedPhoto(carryPhoto(largest, 'form', 'key'), 'form', 'key')).toEqual(largest);
  });

  it.each([
    ['with another form', carried, 'form 2', 'key'],
    ['with another portal', carried, 'form', 'key 2'],
    ['when a sign was changed', `${carried.startsWith('A') ? 'B' : 'A'}${carried.slice(1)}`, 'form', 'key'],
    ['without its mark', carried.replace(/^.*\./, ''), 'form', 'key'],
    ['with the mark of another', `${'A'.repeat(43)}.${carried.split('.')[1] ?? ''}`, 'form', 'key'],
    ['when it is empty', '', 'form', 'key'],
    ['when it is no base64', `${'A'.repeat(43)}.é`, 'form', 'key'],
    ['when it is endless', `${'A'.repeat(43)}.${'A'.repeat(2_000_000)}`, 'form', 'key'],
  ])('P4: is not taken back %s', (_, text, token, key) => {
    expect(carriedPhoto(text, token, key)).toBeUndefined();
  });
});
