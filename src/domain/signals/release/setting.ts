import { makeCellsOf } from '../place/index.ts';
import type { ReleaseSetting } from './decide-release.ts';
import type { ReleaseNeeds } from './uses.ts';

/** What a release is decided with, beside the ledger; read before the transaction. */
export type SettingOf = () => Promise<ReleaseSetting>;

export const makeSettingOf = (needs: ReleaseNeeds): SettingOf => {
  const cellsOf = makeCellsOf(needs);
  return async () => {
    const buurten = (await needs.buurten.list()).map(async (buurt) => ({
      id: buurt.id,
      themeIds: (await needs.themes.list(buurt.id)).map(({ id }) => id),
      cells: new Set((await cellsOf(await needs.buurten.outline(buurt))).cells.map(({ id }) => id)),
    }));
    return { buurten: await Promise.all(buurten), threshold: needs.threshold, burst: needs.signalBurst };
  };
};
