import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';
import type { GateNeeds } from '../domain/signals/index.ts';

const MEGABYTE = 1024 * 1024;

/**
 * Free room for who is not root, in megabytes. Where the system does not tell, as on some network disks, it counts as enough:
 * then a disk that is full shows when somebody sends.
 */
async function freeMegabytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: Number.POSITIVE_INFINITY, bsize: 1 }));
  return (bavail * bsize) / MEGABYTE;
}

/** What the gate of the signals must know. The disk of a PostgreSQL server cannot be seen from here: then it is that of DATA_DIR. */
export function gateNeeds(config: Config): Omit<GateNeeds, 'gateStore' | 'now' | 'secretKey'> {
  const target = config.realms.signals;
  const folder = 'sqlite' in target ? dirname(target.sqlite) : config.dataDir;
  const { signalsPerHour, slowSignalsPerHour, signalsWaiting, minFreeMegabytes } = config;
  return {
    freeMegabytes: () => freeMegabytesOf(folder),
    ...{ signalsPerHour, slowSignalsPerHour, signalsWaiting, minFreeMegabytes },
  };
}
