/**
 * Sends signals with photos to the portal of DATA_DIR, as fast as it can: `node tests/signals/intake-worker.ts COUNT`. Says one
 * line for each: `received FORM RECEIPT`, or `failed FORM WHY`. It may be killed at any moment.
 */
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { newSecret } from '../../src/domain/kernel/index.ts';

const count = Number(process.argv[2]);
const app = openApp(readConfig());
const [buurt] = await app.buurten.list();
if (!buurt) throw new Error('There is no buurt to send a signal about.');

async function sendOne(): Promise<void> {
  const once = newSecret();
  const form = { buurt: buurt?.slug ?? '', kind: 'story', text: 'Kanarie op het dak', theme: '', cell: null };
  const rest = { photo: new Uint8Array(20_000).fill(5), channel: 'web', lane: 'fast', answers: [] } as const;
  try {
    const sent = await app.signals.intake.send({ ...form, ...rest }, once);
    process.stdout.write(sent.ok ? `received ${once} ${sent.value.receipt}\n` : `failed ${once} ${sent.reason}\n`);
  } catch (error) {
    process.stdout.write(`failed ${once} ${String(error)}\n`);
  }
}

let left = count;
const lane = async () => {
  for (; left > 0; left -= 1) await sendOne();
};
await Promise.all(Array.from({ length: 4 }, lane));
// It still stands, and answers.
process.stdout.write(`healthy ${String(await app.isHealthy())} ${String((await app.buurten.list()).length)}\n`);
await app.close();
