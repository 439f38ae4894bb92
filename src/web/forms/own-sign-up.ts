import { ok, refused, type Result } from '../../domain/kernel/index.ts';
import { signUpFields, type SignUps } from '../../domain/sign-ups/index.ts';

/** What the buttons of the personal page ask. */
export const ACTS = ['yes', 'no', 'people', 'forget', 'report', 'no-report'] as const;
type Act = (typeof ACTS)[number];

/** What was done, for the address of the page that tells so; `late`: the yes came after its time, `gone`: all is forgotten. */
export const DONE = ['ja', 'laat', 'afgemeld', 'aantal', 'verslag', 'gewist'] as const;
export type Done = (typeof DONE)[number];

/** Why a button did nothing. */
export type ActRefusal =
  'unknown-link' | 'meeting-past' | 'meeting-called-off' | 'not-active' | 'not-right' | 'no-room';

/** As the form sends it: `people` only with the act of that name. */
export interface AskedAct {
  readonly secret: string;
  readonly act: Act;
  readonly people: string;
}

type Doing = Pick<SignUps, 'confirm' | 'cancel' | 'changePeople' | 'forgetMe' | 'wantReport'>;
type Outcome = Result<Done, ActRefusal>;

const says = (outcome: Result<unknown, ActRefusal>, done: Done): Outcome => (outcome.ok ? ok(done) : outcome);

const WAYS: Readonly<Record<Act, (signUps: Doing, asked: AskedAct) => Promise<Outcome>>> = {
  yes: async (signUps, { secret }) => {
    const answered = await signUps.confirm(secret);
    return says(answered, answered.ok && answered.value.tooLate ? 'laat' : 'ja');
  },
  no: async (signUps, { secret }) => says(await signUps.cancel(secret), 'afgemeld'),
  people: async (signUps, { secret, people }) => {
    const number = signUpFields.shape.people.safeParse(people);
    return number.success ? says(await signUps.changePeople(secret, number.data), 'aantal') : refused('not-right');
  },
  // Somebody who presses twice finds nothing the second time: that is what they asked for.
  forget: async (signUps, { secret }) => {
    await signUps.forgetMe(secret);
    return ok('gewist');
  },
  report: async (signUps, { secret }) => says(await signUps.wantReport(secret, true), 'verslag'),
  'no-report': async (signUps, { secret }) => says(await signUps.wantReport(secret, false), 'verslag'),
};

/** Does what a button on the personal page asks. Each act can be done twice without harm: a double click is one act. */
export const actOnMine = (signUps: Doing, asked: AskedAct): Promise<Outcome> => WAYS[asked.act](signUps, asked);
