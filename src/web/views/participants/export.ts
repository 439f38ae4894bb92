import { dayOf } from '../../../domain/kernel/index.ts';
import type { Meeting } from '../../../domain/meetings/index.ts';
import type { ExportWords } from '../../../domain/sign-ups/index.ts';
import type { Translate } from '../../translate.ts';

/** The words in the file for a spreadsheet. */
export const exportWords = (t: Translate): ExportWords => ({
  headings: {
    number: t('participants.column.number'),
    state: t('participants.column.state'),
    name: t('participants.column.name'),
    by: t('participants.column.by'),
    people: t('participants.column.people'),
    arrived: t('participants.column.arrived'),
    needs: t('participants.column.needs'),
    question: t('participants.column.question'),
    email: t('participants.column.email'),
    phone: t('participants.column.phone'),
    language: t('participants.column.language'),
    wantsReport: t('participants.column.wantsReport'),
    since: t('participants.column.since'),
    confirmed: t('participants.column.confirmed'),
  },
  states: {
    placed: t('participants.state.placed'),
    waiting: t('participants.state.waiting'),
    offered: t('participants.state.offered'),
    cancelled: t('participants.state.cancelled'),
    lapsed: t('participants.state.lapsed'),
  },
  languages: { nl: t('participants.language.nl'), en: t('participants.language.en') },
  yes: t('participants.yes'),
  no: t('participants.no'),
});

/** The name says what is in it: whoever finds it in a folder later knows to throw it away. */
export const exportName = ({ slug }: Pick<Meeting, 'slug'>, now: Date, t: Translate): string =>
  `${t('participants.export.file')}-${slug.replace(/[^\w-]/g, '')}-${dayOf(now)}.csv`;
