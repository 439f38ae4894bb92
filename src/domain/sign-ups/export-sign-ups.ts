import { stringify } from 'csv-stringify/sync';
import { dayOf, ok, timeOf, type Actor, type Result } from '../kernel/index.ts';
import { makeListSignUps } from './list-sign-ups.ts';
import type { SignUpsNeeds } from './needs.ts';
import type { SignUp, SignUpState } from './sign-up.ts';

/** The words in the file: headings and states. */
export interface ExportWords {
  readonly headings: Readonly<Record<'number' | 'state' | 'name' | 'email' | 'people' | 'needs' | 'since', string>>;
  readonly states: Readonly<Record<SignUpState, string>>;
}

const COLUMNS = ['number', 'state', 'name', 'email', 'people', 'needs', 'since'] as const;

const row = ({ states }: ExportWords, signUp: SignUp): string[] => [
  String(signUp.number),
  states[signUp.state],
  signUp.name,
  signUp.email,
  String(signUp.people),
  signUp.needs,
  `${dayOf(signUp.createdAt)} ${timeOf(signUp.createdAt)}`,
];

/** A cell that begins like a formula (OWASP, CSV injection), also after spaces, which some programs drop. */
const asText = (cell: string): string => (/^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u.test(cell) ? `'${cell}` : cell);

/**
 * The list as a file for a spreadsheet, as Dutch versions of them open it: `;`, every cell quoted, UTF-8 with a mark.
 * Takes names out of the portal, so the audit log keeps who did it, and also who was refused.
 */
export const makeExportSignUps = (needs: SignUpsNeeds) => {
  const list = makeListSignUps(needs);
  return async (
    actor: Actor,
    meetingId: string,
    words: ExportWords,
  ): Promise<Result<string, 'unknown-meeting' | 'forbidden'>> => {
    const listed = await list(actor, meetingId);
    if (!listed.ok && listed.reason === 'unknown-meeting') return listed;
    const buurtId = listed.ok ? listed.value.meeting.buurtId : null;
    const result = listed.ok ? 'done' : 'refused';
    const note = listed.ok ? String(listed.value.signUps.length) : '';
    await needs.record({ actor, action: 'sign-ups.export', object: `meeting:${meetingId}`, buurtId, result, note });
    if (!listed.ok) return listed;
    const rows = [
      COLUMNS.map((column) => words.headings[column]),
      ...listed.value.signUps.map((signUp) => row(words, signUp).map(asText)),
    ];
    return ok(stringify(rows, { bom: true, delimiter: ';', quoted: true, record_delimiter: 'windows' }));
  };
};
