import { ok, type Actor, type Result } from '../../kernel/index.ts';
import type { KeyUses } from '../sealing/uses.ts';
import type { Signal, SignalContent, SignalState } from '../signal.ts';
import { groupsOf } from './alike.ts';
import { atTheDesk, type OpenKeys } from './at-the-desk.ts';
import type { BurstCount, DeskStore } from './desk-store.ts';
import { MAY_BECOME_DUPLICATE } from './one-voice.ts';
import { openedContent, type Opened } from './open-dossier.ts';
import { COMPARED, readTexts, type ReadText } from './read-texts.ts';
import { makeTellAbout, type About, type WhereNeeds } from './where.ts';

/** More groups, and more of one group, are not shown at once: what is decided makes room. */
const GROUPS = 20;
const MEMBERS = 50;

/** Texts that are much the same. */
export interface Group {
  readonly about: About;
  readonly members: readonly { readonly signal: Signal; readonly content: Opened<SignalContent> }[];
  /** The one that stays when they are one voice: what was counted before, else what was accepted, else the first. */
  readonly keep: string;
}

export interface Burst extends BurstCount {
  readonly about: About;
}

export interface Groups {
  readonly alike: readonly Group[];
  readonly bursts: readonly Burst[];
  /** From how many on it is a burst. */
  readonly atLeast: number;
  /** How many texts were compared; `most`: there may be more. */
  readonly compared: number;
  readonly most: number;
}

export interface GroupNeeds extends WhereNeeds {
  readonly deskStore: Pick<DeskStore, 'readable' | 'sealedOf' | 'bursts'>;
  readonly keys: Pick<KeyUses, 'pairs'>;
  readonly signalBurst: number;
}

const KEEP_FIRST: readonly SignalState[] = ['released', 'accepted', 'proposed', 'asked', 'new'];

/** What counts as a voice, or may: there is something to decide when one of at least two of them can become a duplicate. */
function undecided(group: readonly ReadText[]): ReadText[] | undefined {
  const voices = group.filter(({ row }) => row.state !== 'duplicate');
  const ranked = voices.toSorted((a, b) => KEEP_FIRST.indexOf(a.row.state) - KEEP_FIRST.indexOf(b.row.state));
  return ranked.slice(1).some(({ row }) => MAY_BECOME_DUPLICATE.includes(row.state)) ? ranked : undefined;
}

/** What may be one voice, and what may be one hand. The texts are compared in memory, and of them nothing is kept but hashes. */
export function makeListGroups(needs: GroupNeeds) {
  const { deskStore, keys, signalBurst } = needs;
  const tellAbout = makeTellAbout(needs);

  async function membersOf(group: readonly ReadText[], open: OpenKeys): Promise<Group['members']> {
    const shown = group.slice(0, MEMBERS);
    const sealed = await deskStore.sealedOf(shown.map(({ row }) => row.id));
    return shown.map(({ row: { keyId, ...signal } }) => ({
      signal,
      content: openedContent({ sealed: sealed.get(signal.id) ?? null, keyId }, open),
    }));
  }

  return async (actor: Actor, sessionId: string | null): Promise<Result<Groups, 'forbidden' | 'locked'>> => {
    const open = atTheDesk(keys, actor, sessionId);
    if (!open.ok) return open;
    const texts = await readTexts(deskStore, open.value);
    const groups = groupsOf(texts)
      .flatMap((group) => [undecided(group) ?? []].filter(({ length }) => length > 0))
      .slice(0, GROUPS);
    const bursts = await deskStore.bursts(signalBurst);
    const about = await tellAbout([
      ...groups.flatMap(([first]) => first?.row ?? []),
      ...bursts.map((burst) => ({ ...burst, themeId: null })),
    ]);
    const alike = await Promise.all(
      groups.map(async (group) => {
        const [first] = group;
        if (first === undefined) throw new Error('A group has members.');
        return { about: about(first.row), keep: first.row.id, members: await membersOf(group, open.value) };
      }),
    );
    return ok({
      alike,
      bursts: bursts.map((burst) => ({ ...burst, about: about({ ...burst, themeId: null }) })),
      ...{ atLeast: signalBurst, compared: texts.length, most: COMPARED },
    });
  };
}
