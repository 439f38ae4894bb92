import type { Standing } from '../../domain/interventions/index.ts';
import type { Translate } from '../translate.ts';

/** In a sentence each: how many promises are late, how many silent; or that all is on time. Empty while nothing is promised. */
export function warningsOf(standings: readonly Standing[], t: Translate): string[] {
  const going = standings.filter(({ endedOn }) => endedOn === null);
  if (going.length === 0) return [];
  const late = going.filter(({ lateByDays }) => lateByDays !== null).length;
  const silent = going.filter(({ silentForDays }) => silentForDays !== null).length;
  if (late + silent === 0) return [t('buurten.now.onTime')];
  return [
    ...(late > 0 ? [t('buurten.now.late', { n: late })] : []),
    ...(silent > 0 ? [t('buurten.now.silent', { n: silent })] : []),
  ];
}
