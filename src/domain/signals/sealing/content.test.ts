import sodium from 'libsodium-wrappers';
import { describe, expect, it } from 'vitest';
import type { SignalContent } from '../signal.ts';
import { openContent, openPhoto, openText, sealContent, sealPhoto, sealText } from './content.ts';
import { newKeyPair, seal } from './seal.ts';

const desk = newKeyPair();
const said = (text: string, more: Partial<SignalContent> = {}): SignalContent => ({
  ...{ text, channel: 'web', lane: 'fast', answers: [], redacted: false },
  ...more,
});

describe('what is sealed of a signal', () => {
  it.each([
    ['plain words', 'Bij het plein voel ik me thuis.'],
    ['emoji and directions', '👩🏾‍🦽 hal\u202etxet\u202c 🇳🇱'],
    ['lines and quotes', 'een\n"twee"\t\\drie'],
    ['nothing', ''],
  ])('opens with the key of the desk as it was: %s', (_, text) => {
    const content = said(text, { channel: 'paper', lane: 'slow', answers: [{ question: 'Waar?', answer: text }] });
    expect(openContent(sealContent(content, desk), desk)).toEqual(content);
  });

  it('P5: does not open with another key, nor when one bit was changed', () => {
    const sealed = sealContent(said('Kanarie'), desk);
    expect(openContent(sealed, newKeyPair())).toBeUndefined();
    for (const at of [0, 40, sealed.length - 1]) {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(openContent(changed, desk)).toBeUndefined();
    }
    expect(openContent(new Uint8Array(0), desk)).toBeUndefined();
  });

  it('P5: never looks the same twice, so that nobody can try texts on it', () => {
    expect(sealContent(said('Ja.'), desk)).not.toEqual(sealContent(said('Ja.'), desk));
  });

  it('P5: has one length, whatever was written: one letter, 2,000 letters, or 2,000 signs of four bytes', () => {
    const lengths = ['a', 'a'.repeat(2000), '"\n'.repeat(1000), 'ش'.repeat(2000), '👍'.repeat(2000)].map(
      (text) => sealContent(said(text, { lane: 'slow' }), desk).length,
    );
    expect(new Set(lengths)).toEqual(new Set([8192 + sodium.crypto_box_SEALBYTES]));
  });

  it('is only taken for a signal when it is one: everybody can seal to a public key', () => {
    const sealedAs = (text: string) => openContent(sealText(text, desk), desk);
    expect(sealedAs('{"text":5}')).toBeUndefined();
    expect(sealedAs('no JSON')).toBeUndefined();
    expect(sealedAs(JSON.stringify({ ...said('Ja.'), channel: 'mail' }))).toBeUndefined();
    expect(openText(seal(new Uint8Array(8192), desk.publicKey), desk)).toBeUndefined();
    expect(openText(seal(new Uint8Array(5), desk.publicKey), desk)).toBeUndefined();
  });

  it('P5: of a photo only steps of 64 KiB can be seen', () => {
    const photo = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
    expect(openPhoto(sealPhoto(photo, desk), desk)).toEqual(photo);
    const lengths = [1, 40_000, 65_535].map((size) => sealPhoto(new Uint8Array(size), desk).length);
    expect(new Set(lengths).size).toBe(1);
  });
});
