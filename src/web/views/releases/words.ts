import type { CountClass, ReleasedCount, ReleasedState } from '../../../domain/releases/index.ts';
import { isMessageKey, type Translate } from '../../translate.ts';

/** What is known of a group: in words, and which of the four marks stands beside them. */
export interface SaidState {
  readonly state: ReleasedState['state'];
  readonly words: string;
}

/** "5 tot en met 9", "200 of meer". */
export const sayClass = ({ from, to }: CountClass, t: Translate): string =>
  to === null ? t('releases.class.open', { from }) : t('releases.class', { from, to });

/** The same where there is little room: "5–9", "200+". */
export const shortClass = ({ from, to }: CountClass): string =>
  to === null ? `${String(from)}+` : `${String(from)}–${String(to)}`;

/** The class, or one of the three states without one. */
export function sayState(given: ReleasedState, t: Translate): SaidState {
  const words = given.state === 'value' ? sayClass(given.class, t) : t(`releases.state.${given.state}`);
  return { state: given.state, words };
}

/** "Verhalen", also of a kind that only a newer version knows. */
export function kindsName(kind: string, t: Translate): string {
  const key = `releases.kind.${kind}`;
  return isMessageKey(key) ? t(key) : t('releases.kind');
}

/** "5 tot en met 9 verhalen". */
export function sayKindCount(kind: string, count: CountClass, t: Translate): string {
  const key = `releases.count.${kind}`;
  const n = sayClass(count, t);
  return isMessageKey(key) ? t(key, { count: n }) : t('releases.count', { count: n });
}

export interface Names {
  /** Title of a theme, by its id. */
  readonly themes: ReadonlyMap<string, string>;
  /** What the atlas calls a cell; null: it has nothing of it any more. */
  readonly cell: (id: string) => string | null;
}

/** A group, by itself: "Schone portieken: verhalen", "Vak C4". */
export function groupName(group: ReleasedCount['group'], { themes, cell }: Names, t: Translate): string {
  const themeOf = (id: string | null) =>
    id === null ? t('releases.noTheme') : (themes.get(id) ?? t('releases.goneTheme'));
  switch (group.by) {
    case 'kind':
      return t('releases.group.kind', { theme: themeOf(group.themeId), kind: kindsName(group.kind, t).toLowerCase() });
    case 'other-kinds':
      return t('releases.group.otherKinds', { theme: themeOf(group.themeId) });
    case 'other-themes':
      return t('releases.group.otherThemes');
    case 'cell': {
      const label = cell(group.cell);
      return label === null ? t('releases.goneCell') : t('releases.group.cell', { label });
    }
    case 'elsewhere':
      return t('releases.group.elsewhere');
  }
}
