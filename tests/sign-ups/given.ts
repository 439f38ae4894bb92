import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, type Deed, type Grant, type Letter, newId, VISITOR } from '../../src/domain/kernel/index.ts';
import type { Meeting } from '../../src/domain/meetings/index.ts';
import { makeSignUps, type Registration, type SignUpsNeeds } from '../../src/domain/sign-ups/index.ts';
import { makeLetterWriter } from '../../src/mail/index.ts';
import type { RealmTarget } from '../../src/storage/engine/index.ts';
import { openPublished, type Published } from '../../src/storage/published/index.ts';
import { openResidents, type Residents } from '../../src/storage/residents/index.ts';
import { translate } from '../../src/web/translate.ts';
import { makeSignUpLetters } from '../../src/web/views/letters/sign-ups.ts';
import { aBuurt, aMeeting, nextVersion } from '../factories/index.ts';
import { aPostgresDatabase } from '../postgres.ts';

export const ENGINES = ['sqlite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

const MINUTE = 60_000;

/** The two realms with everything of sign-ups wired to them, and a clock that stands still until it is moved. */
export interface World extends AsyncDisposable {
  readonly published: Published;
  readonly residents: Residents;
  readonly signUps: ReturnType<typeof makeSignUps>;
  readonly exports: readonly Deed[];
  readonly reports: readonly string[];
  readonly clock: { at: Date };
  /** Where the realms are kept, for another process that opens them. */
  readonly targets: { readonly published: RealmTarget; readonly residents: RealmTarget };
  readonly needs: SignUpsNeeds;
  /** A published meeting, a week from now unless told otherwise. */
  announce(changes?: Partial<Meeting>): Promise<Meeting>;
  /** Publishes a change, as an organiser would. */
  change(meeting: Meeting, changes: Partial<Meeting>): Promise<void>;
  /** The letters that were stored since the last time, in no order that matters; they leave now. */
  post(): Promise<Letter[]>;
  /** Signs up this many people each, who all confirm; gives their personal links. No letter waits then. */
  confirmed(meeting: Pick<Meeting, 'id'>, people: readonly number[]): Promise<string[]>;
}

export async function aWorld(engine: Engine): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'sign-ups-'));
  const target = async (realm: string) =>
    engine === 'sqlite' ? { sqlite: join(folder, `${realm}.sqlite`) } : { postgres: await aPostgresDatabase() };
  const clock = { at: new Date('2027-03-01T09:00:00Z') };
  const now = () => clock.at;
  const targets = { published: await target('published'), residents: await target('residents') };
  const published = openPublished(targets.published);
  const residents = openResidents(targets.residents, { now });
  await Promise.all([published.database.migrate(), residents.database.migrate()]);
  const exports: Deed[] = [];
  const reports: string[] = [];
  const needs: SignUpsNeeds = {
    signUps: residents.signUps,
    meetings: published.meetings,
    reports: published.reports,
    now,
    newId,
    secretKey: 'a secret key of at least 32 characters',
    forgetAfterDays: 14,
    remindHoursBefore: [48, 3],
    letter: makeSignUpLetters({ write: makeLetterWriter(), origin: 'https://portaal.example', t: translate }),
    record: (deed) => Promise.resolve(void exports.push(deed)),
    report: (problem) => reports.push(problem),
  };
  const signUps = makeSignUps(needs);
  async function post(): Promise<Letter[]> {
    const letters = await residents.outbox.claim(new Date(clock.at.getTime() + 60 * MINUTE), 1_000, 1);
    for (const { id } of letters) await residents.outbox.sent(id, clock.at);
    return letters.map(({ letter }) => letter);
  }
  return {
    published,
    residents,
    signUps,
    exports,
    reports,
    clock,
    targets,
    needs,
    async announce(changes = {}) {
      const buurt = aBuurt();
      await published.buurten.save(buurt, '');
      const startsAt = changes.startsAt ?? new Date(clock.at.getTime() + 7 * 24 * 60 * MINUTE);
      const endsAt = new Date(startsAt.getTime() + 120 * MINUTE);
      const { placesLeft: _left, waiting: _waiting, ...rest } = changes as Partial<Meeting>;
      const meeting = aMeeting({ buurtId: buurt.id, startsAt, endsAt, ...rest });
      await published.meetings.save(meeting, '');
      return { ...meeting, placesLeft: meeting.places, waiting: 0 };
    },
    async change({ id }, changes) {
      const current = await published.meetings.get(id);
      if (!current) throw new Error(`There is no meeting ${id}`);
      const { placesLeft: _left, waiting: _waiting, ...content } = { ...current, ...changes };
      await published.meetings.save(nextVersion(content), 'Er is iets veranderd.');
    },
    post,
    async confirmed(meeting, people) {
      const secrets: string[] = [];
      for (const count of people) {
        await signUps.register(aForm(meeting, { people: count }));
        const secret = secretIn((await post()).find(({ subject }) => subject.startsWith('Bevestig')));
        await signUps.confirm(secret);
        secrets.push(secret);
      }
      await post();
      return secrets;
    },
    async [Symbol.asyncDispose]() {
      await published.database[Symbol.asyncDispose]();
      await residents.database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const account = (...grants: Grant[]): Actor => ({ kind: 'account', accountId: 'a', name: 'Samira', grants });

/** Who organises this meeting. */
export const organiserOf = ({ buurtId }: Pick<Meeting, 'buurtId'>): Actor => account({ role: 'organiser', buurtId });

/** One of each kind of people who do not organise this meeting, those of its own buurt included. */
export const everybodyElse = ({ buurtId }: Pick<Meeting, 'buurtId'>): readonly Actor[] => [
  VISITOR,
  account(),
  account({ role: 'organiser', buurtId: 'another' }),
  account({ role: 'professional', buurtId }),
  account({ role: 'desk', buurtId: null }),
  account({ role: 'administrator', buurtId: null }),
];

let people = 0;

/** What somebody fills in; everybody has another name and address. */
export function aForm(meeting: Pick<Meeting, 'id'>, changes: Partial<Registration> = {}): Registration {
  people += 1;
  const name = `Bewoner ${people}`;
  return {
    meetingId: meeting.id,
    attempt: newId(),
    name,
    email: `bewoner${people}@voorbeeld.nl`,
    by: '',
    people: 1,
    needs: '',
    question: '',
    wantsReport: false,
    language: 'nl',
    ...changes,
  };
}

/** The secret in the personal link of a letter. */
export function secretIn(letter: Letter | undefined): string {
  const [, secret] = /\/aanmelding\/([\w-]{43})/.exec(letter?.text ?? '') ?? [];
  if (secret === undefined) throw new Error(`There is no personal link in "${letter?.subject ?? 'no letter'}"`);
  return secret;
}
