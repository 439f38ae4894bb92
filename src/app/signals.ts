import type { Buurten } from '../domain/buurten/index.ts';
import type { Homes } from '../domain/homes/index.ts';
import { newId } from '../domain/kernel/index.ts';
import { makeSignals, type Signals } from '../domain/signals/index.ts';
import { gateNeeds } from './gate.ts';
import type { Realms, Wiring } from './realms.ts';

interface Public {
  readonly buurten: Buurten;
  readonly homes: Homes;
}

/** Signals. Of the published realm they get buurten, homes and themes to choose from, and the door *release*. */
export function signalsUses({ realms, config, now, record }: Wiring, { buurten, homes }: Public): Signals {
  const { database: _database, ...stores } = realms.signals;
  return makeSignals({
    ...stores,
    ...gateNeeds(config),
    releases: realms.published.releases,
    themes: realms.published.themes,
    buurten,
    homes,
    threshold: config.signalThreshold,
    signalBurst: config.signalBurst,
    minAddresses: config.minAddresses,
    secondApprover: config.secondApprover,
    keepWeeks: config.signalKeepWeeks,
    secretKey: config.secretKey,
    record,
    now,
    newId,
  });
}

/** At start: what a portal that was cut off, or is from before sealing, left to be done. */
export async function tidySignals({ signals }: Realms, { keys, releases }: Signals): Promise<void> {
  await signals.intakeStore.sweepOrphans();
  await keys.sealWaiting();
  await releases.publishMissing();
}
