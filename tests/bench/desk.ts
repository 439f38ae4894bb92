import { randomBytes, randomUUID } from 'node:crypto';
import sodium from 'libsodium-wrappers';
import type { App } from '../../src/app.ts';
import type { Actor } from '../../src/domain/kernel/index.ts';
import { median, type Line } from './report.ts';

const WAITING = 500;
/** How many the desk sees at once. */
const PAGE = 25;
/** A text in its padding. */
const TEXT_BYTES = 8_192;
const ROUNDS = 9;
const PASSPHRASE = 'een lange zin van deze meting';
const SESSION = 'the session of this measurement';
const TASK: Actor = { kind: 'system', name: 'bench' };
const DESK: Actor = {
  ...{ kind: 'account', accountId: randomUUID(), name: 'Noor' },
  grants: [{ role: 'desk', buurtId: null }],
};

async function inMs(act: () => unknown): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

/** So many new signals, sealed to a key that is open at the desk. */
async function fillDesk({ signals, buurten }: App): Promise<void> {
  const [buurt] = await buurten.list();
  if (!buurt) throw new Error('The sample has no buurt to measure with');
  await signals.keys.make(TASK, { passphrase: PASSPHRASE, isNew: true });
  await signals.desk.open(DESK, SESSION, PASSPHRASE);
  const send = async (index: number) => {
    const text = `Bij nummer ${index} is het rustig, en dat is fijn: ${randomBytes(6).toString('hex')}.`;
    const form = { buurt: buurt.slug, kind: 'story', text, theme: '', cell: null };
    const rest = { photo: null, channel: 'web', lane: 'fast', answers: [] } as const;
    const sent = await signals.intake.send({ ...form, ...rest }, randomUUID());
    if (!sent.ok) throw new Error(`A signal was refused: ${sent.reason}`);
  };
  for (let index = 0; index < WAITING; index += PAGE)
    await Promise.all(Array.from({ length: PAGE }, (_, at) => send(index + at)));
}

/** The least there is to compare with: as many texts opened with the key at hand, and nothing else. */
function openRaw(): () => void {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  const sealed = Array.from({ length: PAGE }, () => sodium.crypto_box_seal(randomBytes(TEXT_BYTES), publicKey));
  return () => sealed.forEach((each) => sodium.crypto_box_seal_open(each, publicKey, privateKey));
}

/** How long the desk waits for its list, with the texts opened and the likeness between all that wait looked up. */
export async function measureDesk(app: App): Promise<Line[]> {
  await fillDesk(app);
  await sodium.ready;
  const raw = openRaw();
  const show = async () => {
    const queue = await app.signals.desk.queue(DESK, SESSION, { state: 'new', after: null });
    if (!queue.ok) throw new Error(`The desk was refused: ${queue.reason}`);
  };
  const [raws, pages]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    raws.push(await inMs(raw));
    pages.push(await inMs(show));
  }
  return [
    { what: `opening ${PAGE} sealed texts, and nothing else (ms)`, value: median(raws) },
    { what: `a page of the desk, ${WAITING} waiting, texts opened (ms)`, value: median(pages) },
    { what: 'ratio: a page of the desk to opening its texts', value: median(pages) / median(raws) },
  ];
}
