import { describe, expect, it } from 'vitest';
import type { FollowedSignal } from '../../../domain/signals/index.ts';
import { translate as t } from '../../translate.ts';
import { followStep, followView } from './follow.ts';

const none = { opened: undefined, checked: undefined, replied: undefined, withdrawn: undefined };
const refused = (code: string, message: string, fields?: unknown) => ({ error: { code, message, fields } });

describe('the page of a followed signal', () => {
  it.each([
    ['asks for the code at first', {}, 'code'],
    ['shows the signal after the right code', { opened: { data: {} } }, 'signal'],
    ['asks again after a wrong code', { opened: refused('BAD_REQUEST', '', { code: ['x'] }) }, 'code'],
    ['asks again while codes are guessed', { replied: refused('TOO_MANY_REQUESTS', 'gate.try-code.later') }, 'code'],
    ['shows a reply before it is sent', { checked: { data: {} } }, 'check'],
    ['stays at a reply with a mistake', { checked: refused('BAD_REQUEST', '', { text: ['x'] }) }, 'signal'],
    ['keeps a reply ready that was sent too fast', { replied: refused('CONFLICT', 'gate.refusal.too-fast') }, 'check'],
    [
      'keeps it ready while the database is away',
      { replied: refused('SERVICE_UNAVAILABLE', 'follow.mistake.away') },
      'check',
    ],
    [
      'shows the signal when it was decided meanwhile',
      { replied: refused('CONFLICT', 'follow.mistake.stale') },
      'signal',
    ],
    ['shows the signal after the reply', { replied: { data: {} } }, 'signal'],
    ['says that everything is gone', { withdrawn: { data: {} } }, 'gone'],
    ['asks for the code when it could not be wiped', { withdrawn: refused('SERVICE_UNAVAILABLE', '') }, 'code'],
  ] as const)('%s', (_, answers, step) => {
    expect(followStep({ ...none, ...answers })).toBe(step);
  });

  const followed = (changes: Partial<FollowedSignal>): FollowedSignal => ({
    ...{ standing: 'in', turns: [], mayReply: true },
    ...changes,
  });
  const view = (changes: Partial<FollowedSignal>) => followView(followed(changes), { t, threshold: 5 });

  it('P7: names the week in words, and has no words of the sender', () => {
    const { turns } = view({
      turns: [
        { by: 'desk', week: '2027-W02', text: 'Waar was het?' },
        { by: 'sender', week: '2027-W03', text: null },
      ],
    });
    expect(turns[0]).toMatchObject({ who: 'Het signaalteam, week 2 van 2027', text: 'Waar was het?' });
    expect(turns[1]).toMatchObject({ who: 'U, week 3 van 2027', text: null });
  });

  it('invites to answer back only where that is possible', () => {
    expect(view({ standing: 'not' }).text).toContain('Antwoord');
    expect(view({ standing: 'not', mayReply: false }).text).not.toContain('Antwoord');
  });
});
