import type { ReleasedCount } from '../../releases/index.ts';

type Group = ReleasedCount['group'];

/** How the ledger names a group within its table: `kind:{theme}:{kind}`, `other-kinds:{theme}`, `cell:{cell}`; no theme is empty. */
export function keyOf(group: Group): string {
  switch (group.by) {
    case 'kind':
      return `kind:${group.themeId ?? ''}:${group.kind}`;
    case 'other-kinds':
      return `other-kinds:${group.themeId ?? ''}`;
    case 'cell':
      return `cell:${group.cell}`;
    default:
      return group.by;
  }
}

/** The way back. Throws on what `keyOf` never wrote. */
export function groupOf(key: string): Group {
  const [by, first = '', second = ''] = key.split(':');
  const themeId = first === '' ? null : first;
  switch (by) {
    case 'kind':
      return { table: 'subject', by, themeId, kind: second };
    case 'other-kinds':
      return { table: 'subject', by, themeId };
    case 'other-themes':
      return { table: 'subject', by };
    case 'cell':
      return { table: 'place', by, cell: first };
    case 'elsewhere':
      return { table: 'place', by };
    default:
      throw new Error(`No group of a release: ${String(by)}`);
  }
}
