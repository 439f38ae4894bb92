/**
 * Announces a meeting that is about to begin, in the portal's data in DATA_DIR, beside the running server: the sample has none
 * today, and the door opens only around the day. Prints its slug. Run by guests.ts.
 */
import { readConfig } from '../../src/config.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { aMeeting } from '../factories/index.ts';

const HOUR = 3_600_000;
const { realms } = readConfig();
const published = openPublished(realms.published);
const buurt = await published.buurten.find('h-buurt');
if (!buurt) throw new Error('The sample has no H-buurt.');
const startsAt = new Date(Date.now() + HOUR);
const meeting = aMeeting({
  buurtId: buurt.id,
  title: 'Licht in de hal',
  startsAt,
  endsAt: new Date(startsAt.getTime() + 2 * HOUR),
  signUpOpensAt: null,
  signUpClosesAt: null,
  places: 8,
  online: true,
});
await published.meetings.save(meeting, '');
await published.database[Symbol.asyncDispose]();
process.stdout.write(meeting.slug);
