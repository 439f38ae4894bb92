import type { PromiseText } from '../content.ts';
import { sayDay } from '../dates.ts';
import type { Translate } from '../translate.ts';

/** What a test run showed of a promise; see tools/kept-promises.ts. */
export interface KeptPromise {
  readonly passedOn: string;
  readonly tests: readonly string[];
}

/** One promise on the page: what it says, what it cannot, and when its tests last passed. */
export function promiseEntry(text: PromiseText, kept: KeptPromise | undefined, t: Translate) {
  return {
    ...text,
    anchor: text.id.toLowerCase(),
    number: t('promises.number', { n: text.id }),
    passed:
      kept === undefined
        ? t('promises.untested')
        : t('promises.passed', { day: sayDay(kept.passedOn, t), n: kept.tests.length }),
    tests: kept?.tests ?? [],
  };
}
