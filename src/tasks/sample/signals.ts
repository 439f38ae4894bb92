import type { SampleBuurt } from '../../../db/sample/sample.ts';
import type { App } from '../../app.ts';
import { newSecret, type Actor } from '../../domain/kernel/index.ts';
import { newPassphrase } from '../../domain/signals/index.ts';
import { done } from './publisher.ts';

/** Only a desk may decide on signals, also on those of the sample. */
const DESK: Actor = {
  kind: 'account',
  accountId: 'voorbeeld',
  name: 'Voorbeeld',
  grants: [{ role: 'desk', buurtId: null }],
};
const TASK: Actor = { kind: 'system', name: 'voorbeeld' };
const SESSION = newSecret();

type Signals = Pick<App, 'signals'>;

interface Told {
  /** Sets the clock of the sample to so many days from today. */
  readonly moveTo: (days: number) => void;
  readonly buurt: SampleBuurt;
  readonly slug: string;
  /** Slug of a theme, by the key that the sample gives it. */
  readonly themes: ReadonlyMap<string, { readonly slug: string }>;
}

/** Makes the key of the sample's desk; gives its passphrase, which is kept nowhere. */
export async function makeSampleKey({ signals: { keys } }: Signals): Promise<string> {
  const passphrase = newPassphrase();
  done(await keys.make(TASK, { passphrase, isSample: true }), 'the key of the desk');
  return passphrase;
}

/** From so many places, and over so many weeks: enough together for a number, never so many at once that they count as one. */
const PLACES = 3;
const WEEKS = 6;

/** Sends the sample's signals as residents would. */
export async function sendSignals(
  { signals: { intake } }: Signals,
  { buurt, slug, themes, moveTo }: Told,
): Promise<void> {
  const cells = (await intake.offer(slug))?.cells ?? [];
  const all = buurt.signals.flatMap(({ theme, kind, texts }) => texts.map((text) => ({ theme, kind, text })));
  for (const [index, { theme, kind, text }] of all.entries()) {
    moveTo(-7 * (index % WEEKS));
    const cell = cells[Math.floor((((index % PLACES) + 1) * cells.length) / (PLACES + 1))]?.id ?? null;
    const form = { buurt: slug, kind, text, theme: themes.get(theme)?.slug ?? '', cell };
    done(await intake.send({ ...form, photo: null, channel: 'web', lane: 'fast', answers: [] }, newSecret()), text);
  }
}

/** Reads and accepts what waits, as the desk would, and makes the counts public. */
export async function releaseSignals({ signals }: Signals, passphrase: string): Promise<void> {
  done(await signals.keys.open(DESK, SESSION, passphrase), 'the keys of the desk');
  for (;;) {
    const { entries } = done(await signals.desk.queue(DESK, SESSION, { state: 'new', after: null }), 'the queue');
    if (entries.length === 0) break;
    for (const { signal } of entries)
      done(
        await signals.desk.decide(DESK, SESSION, { id: signal.id, from: 'new', turns: 0, to: 'accepted' }),
        signal.id,
      );
  }
  signals.keys.close(SESSION);
  done(await signals.releases.release(DESK), 'the release of counts');
}
