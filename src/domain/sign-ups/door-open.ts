import { DAY_MS } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';

type Hours = Pick<Meeting, 'startsAt' | 'endsAt'>;

/** From when until when who came can be put down: a day before for setting up, a day after for mending. */
export const doorHours = ({ startsAt, endsAt }: Hours): { readonly from: Date; readonly to: Date } => ({
  from: new Date(startsAt.getTime() - DAY_MS),
  to: new Date(endsAt.getTime() + DAY_MS),
});

/** Whether who came can be put down now. */
export function isDoorOpen(meeting: Hours, now: Date): boolean {
  const { from, to } = doorHours(meeting);
  return from <= now && now <= to;
}
