import type { Intervention } from '../../../domain/interventions/index.ts';
import { dayOf, daysBetween, type Version, type Versioned } from '../../../domain/kernel/index.ts';
import type { Agreement, ReportContent } from '../../../domain/meetings/index.ts';
import { sayDay, sayDays, sayDistance, sayLongDay } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Link } from '../link.ts';
import type { Mark } from '../interventions/promise.ts';
import type { ViewNeeds } from '../texts.ts';

/** Something that was agreed: who does it, by when, and how it stands. */
export interface AgreementView {
  readonly what: string;
  readonly owner: string;
  /** "Klaar op 1 april 2027", with the day for machines; null when it became a promise, which has a day of its own. */
  readonly due: { readonly words: string; readonly day: string | null } | null;
  readonly mark: Mark;
  /** The promise that it became, where one can follow it. */
  readonly promise: Link | null;
}

/** The report of a meeting in its three parts: the same on the page of the meeting and in the preview of a draft. */
export interface ReportArticleView {
  /** "Geschreven op 3 april 2027", and each change after it. */
  readonly dated: readonly string[];
  /** "Er waren 23 mensen."; null when nobody counted. */
  readonly attended: string | null;
  readonly said: string;
  readonly agreements: readonly AgreementView[];
  readonly next: string;
  /** When residents hear more, or where. */
  readonly tell: string;
}

/** What stands around a report. A draft has no history yet. */
export interface ReportSetting {
  readonly buurt: { readonly slug: string; readonly name: string };
  /** Of the buurt: agreements lead to those that came of them. */
  readonly interventions: readonly Pick<Intervention, 'id' | 'slug' | 'title'>[];
  readonly history?: readonly Version<ReportContent>[];
}

type Setting = Pick<ReportSetting, 'interventions'> & { readonly buurt: { readonly slug: string } };

const promiseOf = ({ interventionId }: Agreement, { buurt, interventions }: Setting): Link | null => {
  const promise = interventions.find(({ id }) => id === interventionId);
  return promise ? { href: routes.intervention(buurt.slug, promise.slug), label: promise.title } : null;
};

function markOf({ done, dueOn }: Agreement, isPromise: boolean, { t, now }: ViewNeeds): Mark {
  if (done) return { kind: 'done', words: t('reports.agreed.done') };
  if (isPromise) return { kind: 'running', words: t('reports.agreed.promised') };
  const late = dueOn === null ? 0 : daysBetween(dueOn, dayOf(now));
  if (late > 0) return { kind: 'late', words: t('buurten.late', { amount: sayDays(late, t) }) };
  return { kind: 'running', words: t('reports.agreed.running') };
}

/** An agreement with how it stands today. One that became a promise is followed there, with the days of that promise. */
export function agreementView(agreement: Agreement, setting: Setting, needs: ViewNeeds): AgreementView {
  const { what, owner, dueOn, done } = agreement;
  const promise = promiseOf(agreement, setting);
  const mark = markOf(agreement, promise !== null, needs);
  const words = (): string => {
    if (dueOn === null) return needs.t('reports.agreed.due.none');
    return needs.t(mark.kind === 'late' ? 'buurten.due.late' : 'buurten.due', { day: sayDay(dueOn) });
  };
  return { what, owner, due: promise || done ? null : { words: words(), day: dueOn }, mark, promise };
}

function sayTelling({ tellOn }: ReportContent, { buurt }: ReportSetting, { t, now }: ViewNeeds): string {
  if (tellOn === null) return t('reports.next.plain', { buurt: buurt.name });
  const values = { day: sayLongDay(tellOn), distance: sayDistance(tellOn, now, t) };
  return t(tellOn < dayOf(now) ? 'reports.next.told' : 'reports.next.tell', values);
}

/** When it was written, then each change with its reason, oldest first. */
const datesOf = (publishedAt: Date, { history = [] }: ReportSetting, { t }: ViewNeeds): string[] => [
  t('reports.report.day', { day: sayDay(publishedAt) }),
  ...history
    .filter(({ version }) => version > 1)
    .toSorted((one, other) => one.version - other.version)
    .map(({ at, note }) => {
      const day = sayDay(at);
      const reason = note.trim();
      return reason === ''
        ? t('reports.report.changed.plain', { day })
        : t('reports.report.changed', { day, note: reason });
    }),
];

/** A report as residents read it. */
export function reportView(
  report: ReportContent & Pick<Versioned, 'publishedAt'>,
  setting: ReportSetting,
  needs: ViewNeeds,
): ReportArticleView {
  const { t, texts } = needs;
  return {
    dated: datesOf(report.publishedAt, setting, needs),
    attended: report.attended === null ? null : t('reports.attended', { n: report.attended }),
    said: texts.block(report.said, 3),
    agreements: report.agreements.map((agreement) => agreementView(agreement, setting, needs)),
    next: texts.block(report.next, 3),
    tell: sayTelling(report, setting, needs),
  };
}
