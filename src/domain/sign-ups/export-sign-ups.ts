import { stringify } from 'csv-stringify/sync';
import { dayOf, ok, timeOf, type Actor, type LetterLanguage, type Result } from '../kernel/index.ts';
import type { SignUpsNeeds } from './needs.ts';
import { organisedMeeting } from './organised-meeting.ts';
import type { SignUp, SignUpState } from './sign-up.ts';
import type { ListRefusal } from './sign-ups.ts';

const COLUMNS = [
  'number',
  'state',
  'name',
  'by',
  'people',
  'arrived',
  'needs',
  'question',
  'email',
  'phone',
  'language',
  'wantsReport',
  'since',
  'confirmed',
] as const;

/** The words in the file: headings and what stands under them. */
export interface ExportWords {
  readonly headings: Readonly<Record<(typeof COLUMNS)[number], string>>;
  readonly states: Readonly<Record<SignUpState, string>>;
  readonly languages: Readonly<Record<LetterLanguage, string>>;
  readonly yes: string;
  readonly no: string;
}

const moment = (instant: Date): string => `${dayOf(instant)} ${timeOf(instant)}`;

const row = ({ states, languages, yes, no }: ExportWords, signUp: SignUp): string[] => [
  String(signUp.number),
  states[signUp.state],
  signUp.name,
  signUp.by,
  String(signUp.people),
  signUp.arrived === null ? '' : String(signUp.arrived),
  signUp.needs,
  signUp.question,
  signUp.email,
  signUp.phone,
  languages[signUp.language],
  signUp.wantsReport ? yes : no,
  moment(signUp.createdAt),
  signUp.confirmedAt === null ? '' : moment(signUp.confirmedAt),
];

/** A cell that begins like a formula (OWASP, CSV injection), also after spaces, which some programs drop. */
const asText = (cell: string): string => (/^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u.test(cell) ? `'${cell}` : cell);

/**
 * The list as a file for a spreadsheet, as Dutch versions of them open it: `;`, every cell quoted, UTF-8 with a mark.
 * Takes names out of the portal, so the audit log keeps who did it, and also who was refused.
 */
export const makeExportSignUps =
  (needs: SignUpsNeeds) =>
  async (actor: Actor, meetingId: string, words: ExportWords): Promise<Result<string, ListRefusal>> => {
    const meeting = await organisedMeeting(needs, actor, meetingId);
    if (!meeting.ok && meeting.reason === 'unknown-meeting') return meeting;
    const signUps = meeting.ok ? await needs.signUps.list(meetingId) : [];
    const buurtId = meeting.ok ? meeting.value.buurtId : null;
    const result = meeting.ok ? 'done' : 'refused';
    const note = meeting.ok ? String(signUps.length) : '';
    await needs.record({ actor, action: 'sign-ups.export', object: `meeting:${meetingId}`, buurtId, result, note });
    if (!meeting.ok) return meeting;
    const rows = [
      COLUMNS.map((column) => words.headings[column]),
      ...signUps.map((signUp) => row(words, signUp).map(asText)),
    ];
    return ok(stringify(rows, { bom: true, delimiter: ';', quoted: true, record_delimiter: 'windows' }));
  };
