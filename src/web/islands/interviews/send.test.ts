import { describe, expect, it } from 'vitest';
import { firstBatch } from './send.ts';

const waiting = (count: number, bytes: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `gesprek-${String(at)}`, envelope: new Uint8Array(bytes).fill(at) }));

describe('what a phone sends at once', () => {
  it('fits in what the portal reads, whatever waits', () => {
    for (const bytes of [11_000, 45_000])
      expect(JSON.stringify({ interviews: firstBatch(waiting(50, bytes)) }).length).toBeLessThan(100 * 1024);
  });

  it('is at least one interview, and at most twenty', () => {
    expect(firstBatch(waiting(3, 80_000))).toHaveLength(1);
    expect(firstBatch(waiting(50, 10))).toHaveLength(20);
  });

  it('carries the bytes as they are', () => {
    const envelope = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256);
    const [sent] = firstBatch([{ id: 'een', envelope }]);
    expect(new Uint8Array(Buffer.from(sent?.envelope ?? '', 'base64'))).toEqual(envelope);
  });
});
