import { MAY_BECOME_DUPLICATE, type Burst, type Group } from '../../../domain/signals/index.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import { sayPlace, sayWeek, textOf } from './words.ts';

/** Texts that may be one voice, and what the button would do, in words. */
export function groupCard({ about, members, keep }: Group, t: Translate) {
  const others = members.filter(({ signal }) => signal.id !== keep && MAY_BECOME_DUPLICATE.includes(signal.state));
  return {
    id: `groep-${keep}`,
    keep,
    title: t('desk.group.title', { buurt: about.buurtName, n: members.length }),
    effect: t('desk.group.effect', { n: others.length }),
    others: others.map(({ signal: { id, state } }) => `${id} ${state}`),
    members: members.map((member) => ({
      ...textOf(member, t),
      id: member.signal.id,
      href: routes.manageSignal(member.signal.id),
      facts: [t(`desk.state.${member.signal.state}`), sayWeek(member.signal.week, t)],
      keeps: member.signal.id === keep,
    })),
  };
}

/** Many signals from one place in one week, and how they count. */
export function burstCard(burst: Burst, atLeast: number, t: Translate) {
  const { about, buurtId, cell, week, counted, waiting, confirmed } = burst;
  const isBurst = counted >= atLeast;
  return {
    id: `plek-${buurtId}-${cell ?? ''}-${week}`,
    ...{ buurtId, cell: cell ?? '', week, counted },
    title: t('desk.burst.title', { buurt: about.buurtName, place: sayPlace(about.place, t), week: sayWeek(week, t) }),
    counts: t('desk.burst.counts', { n: counted, waiting }),
    effect:
      confirmed > 0
        ? t('desk.burst.confirmed', { n: confirmed })
        : isBurst
          ? t('desk.burst.one')
          : t('desk.burst.soon', { n: atLeast }),
    confirm: isBurst && confirmed !== counted,
    undo: confirmed > 0,
  };
}
