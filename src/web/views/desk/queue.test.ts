import { describe, expect, it } from 'vitest';
import type { QueueEntry, SignalContent } from '../../../domain/signals/index.ts';
import { translate as t } from '../../translate.ts';
import { queueCard } from './queue.ts';

type Content = QueueEntry['content'];

const read = (changes: Partial<SignalContent>): Content => ({
  is: 'read',
  value: { text: 'De lamp is stuk.', channel: 'web', lane: 'fast', answers: [], redacted: false, ...changes },
});

const cardOf = (content: Content) =>
  queueCard(
    {
      signal: { id: 's', buurtId: 'b', kind: 'story', themeId: null, cell: null, week: '2027-W11', state: 'new' },
      about: { buurtSlug: 'h-buurt', buurtName: 'H-buurt', themeTitle: null, place: null },
      ...{ content, hasPhoto: true, turns: 0, alike: 0 },
    },
    { t, secondApprover: false },
  );

describe('a signal in the queue', () => {
  it('is accepted with one press where all of it was read', () => {
    expect(cardOf(read({}))).toMatchObject({ text: 'De lamp is stuk.', accept: 'Neem aan' });
  });

  it('shows the beginning of a long one, which is accepted on its own page', () => {
    const card = cardOf(read({ text: 'woord '.repeat(300) }));
    expect(card.text).toMatch(/ woord…$/);
    expect(card.text.length).toBeLessThan(500);
    expect(card.accept).toBeNull();
  });

  it('shows one answer of a long interview, which is accepted on its own page', () => {
    const answers = [1, 2, 3].map((n) => ({ question: `Vraag ${String(n)}`, answer: 'woord '.repeat(50) }));
    const card = cardOf(read({ text: '', answers }));
    expect(card.answers.map(({ question }) => question)).toEqual(['Vraag 1']);
    expect(card.accept).toBeNull();
  });

  it('that no key of this session opens is not accepted unread, and shows no broken photo', () => {
    expect(cardOf({ is: 'closed' })).toMatchObject({ read: false, accept: null, photo: null });
  });
});
