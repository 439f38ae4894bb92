import type { SampleBuurt } from '../../../db/sample/sample.ts';
import type { App } from '../../app.ts';
import type { Actor } from '../../domain/kernel/index.ts';
import { done } from './publisher.ts';

/** Only a desk may decide on signals, also on those of the sample. */
const DESK: Actor = {
  kind: 'account',
  accountId: 'voorbeeld',
  name: 'Voorbeeld',
  grants: [{ role: 'desk', buurtId: null }],
};

interface Told {
  readonly buurt: SampleBuurt;
  readonly slug: string;
  /** Slug of a theme, by the key that the sample gives it. */
  readonly themes: ReadonlyMap<string, { readonly slug: string }>;
}

/** Sends the sample's signals as a resident would. */
export async function sendSignals({ signals }: Pick<App, 'signals'>, { buurt, slug, themes }: Told): Promise<void> {
  for (const { theme, kind, texts } of buurt.signals)
    for (const text of texts) {
      const form = { buurt: slug, kind, text, theme: themes.get(theme)?.slug ?? '', cell: null };
      done(await signals.send(form, signals.newFormToken()), text);
    }
}

/** Reads and accepts what waits, as the desk would, and makes the counts public. */
export async function releaseSignals({ signals }: Pick<App, 'signals'>): Promise<void> {
  const { entries } = done(await signals.queue(DESK, 'new'), 'the queue of signals');
  for (const { signal } of entries)
    done(await signals.decide(DESK, { id: signal.id, from: 'new', to: 'accepted' }), signal.id);
  done(await signals.release(DESK), 'the release of counts');
}
