/**
 * Announces a meeting for one test, in the portal's data in DATA_DIR, beside the running server: what others do to a meeting of
 * the sample, and on which day the tests run, then does not matter. Prints its slug. Run by announce.ts.
 */
import { readConfig } from '../../src/config.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { aMeeting } from '../factories/index.ts';

const HOUR_MS = 3_600_000;
const [hours, places] = process.argv.slice(2).map(Number);
if (hours === undefined || places === undefined) throw new Error('Usage: announce-worker.ts HOURS PLACES');
const { realms } = readConfig();
const published = openPublished(realms.published);
const buurt = await published.buurten.find('h-buurt');
if (!buurt) throw new Error('The sample has no H-buurt.');
const startsAt = new Date(Date.now() + hours * HOUR_MS);
const meeting = aMeeting({
  buurtId: buurt.id,
  title: `Licht in de hal ${crypto.randomUUID().slice(0, 8)}`,
  startsAt,
  endsAt: new Date(startsAt.getTime() + 2 * HOUR_MS),
  places,
  online: true,
});
await published.meetings.save(meeting, '');
await published.database[Symbol.asyncDispose]();
process.stdout.write(meeting.slug);
