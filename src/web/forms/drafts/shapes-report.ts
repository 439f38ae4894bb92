import { date, markdown, optional } from './fields.ts';
import type { FieldShape, SectionShape } from './shape.ts';

const AGREEMENTS: FieldShape = {
  name: 'agreements',
  kind: 'rows',
  optional: true,
  spare: 2,
  columns: [
    { name: 'agreementWhat', kind: 'text', wide: true },
    { name: 'agreementOwner', kind: 'line' },
    { name: 'agreementDueOn', kind: 'date' },
    { name: 'agreementInterventionId', kind: 'select', options: 'interventions' },
    { name: 'agreementDone', kind: 'tick' },
  ],
};

/** What became of a meeting, in three parts. */
export const report: readonly SectionShape[] = [
  {
    title: 'drafts.part.said',
    lead: 'drafts.part.said.lead',
    fields: [{ name: 'attended', kind: 'number', short: true, optional: true }, markdown('said', 10)],
  },
  { title: 'drafts.part.agreed', lead: 'drafts.part.agreed.lead', fields: [AGREEMENTS] },
  { title: 'drafts.part.next', fields: [markdown('next', 5), optional(date('tellOn'))] },
];
