import { z } from 'astro/zod';
import { newId } from '../../src/domain/kernel/index.ts';
import { makeSignUps } from '../../src/domain/sign-ups/index.ts';
import { makeLetterWriter } from '../../src/mail/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { openResidents } from '../../src/storage/residents/index.ts';
import { translate } from '../../src/web/translate.ts';
import { makeSignUpLetters } from '../../src/web/views/letters/sign-ups.ts';

/** One of two server processes that take sign-ups at the same time; prints what each visitor was told, as JSON. */
const target = z.union([z.object({ sqlite: z.string() }), z.object({ postgres: z.string() })]);
const order = z
  .object({
    name: z.string(),
    targets: z.object({ published: target, residents: target }),
    meetingIds: z.array(z.string()),
    each: z.number(),
    now: z.coerce.date(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const now = () => order.now;
const published = openPublished(order.targets.published);
const residents = openResidents(order.targets.residents, { now });
const problems: string[] = [];
const signUps = makeSignUps({
  signUps: residents.signUps,
  meetings: published.meetings,
  reports: published.reports,
  now,
  newId,
  secretKey: 'a secret key of at least 32 characters',
  forgetAfterDays: 14,
  remindHoursBefore: [48, 3],
  letter: makeSignUpLetters({ write: makeLetterWriter(), origin: 'https://portaal.example', t: translate }),
  record: () => Promise.resolve(),
  report: (problem) => problems.push(problem),
});

const told = await Promise.all(
  order.meetingIds.flatMap((meetingId, meeting) =>
    Array.from({ length: order.each }, async (_, index) => {
      const name = `${order.name} ${meeting} ${index}`;
      const email = `${name.replaceAll(' ', '-')}@voorbeeld.nl`;
      const people = 1 + (index % 3);
      const words = { by: '', needs: '', question: '', wantsReport: false, language: 'nl' as const };
      const registered = await signUps.register({ meetingId, attempt: newId(), name, email, people, ...words });
      const receipt = registered.ok ? signUps.openReceipt(meetingId, registered.value) : undefined;
      return { meetingId, email, people, state: receipt?.state ?? 'refused' };
    }),
  ),
);
await published.database[Symbol.asyncDispose]();
await residents.database[Symbol.asyncDispose]();
process.stdout.write(JSON.stringify({ told, problems }));
