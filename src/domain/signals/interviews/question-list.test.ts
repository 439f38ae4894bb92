import { describe, expect, it } from 'vitest';
import { LONGEST_QUESTION, LONGEST_TITLE, MOST_QUESTIONS, readQuestionList } from './question-list.ts';

const form = (changes: { title?: string; questions?: string } = {}) =>
  readQuestionList({ title: 'Rondje', questions: 'Hoe voelt u zich hier?', ...changes });
const wrong = (field: string, reason: string) => ({ ok: false, reason: 'mistakes', mistakes: [{ field, reason }] });

describe('what is typed for a list of questions', () => {
  it('has a question on each line, in that order, without empty lines and spaces around them', () => {
    const read = form({ title: '  Rondje   portiek ', questions: ' Een?\r\n\r\n\tTwee?  \nDrie?\n' });
    expect(read).toEqual({
      ok: true,
      value: { title: 'Rondje portiek', questions: ['Een?', 'Twee?', 'Drie?'] },
    });
  });

  it('is kept literally, also where it looks like markup', () => {
    const line = '<b>{{7*7}}</b> =SUM(A1) **ja**?';
    expect(form({ questions: line })).toMatchObject({ ok: true, value: { questions: [line] } });
  });

  it('may be as long as the limits, counted as people do', () => {
    const questions = Array.from(
      { length: MOST_QUESTIONS },
      (_, at) => `${'👍'.repeat(LONGEST_QUESTION - 2)}${String(at + 10)}`,
    );
    expect(form({ title: '👍'.repeat(LONGEST_TITLE), questions: questions.join('\n') }).ok).toBe(true);
  });

  it.each([
    ['no name', { title: ' \u00a0 ' }, wrong('title', 'missing')],
    ['a long name', { title: 'a'.repeat(LONGEST_TITLE + 1) }, wrong('title', 'too-long')],
    ['a name with NUL', { title: 'a\u0000b' }, wrong('title', 'unreadable')],
    ['no question', { questions: ' \n\n' }, wrong('questions', 'missing')],
    [
      'too many questions',
      { questions: Array.from({ length: 21 }, (_, at) => `Vraag ${String(at)}?`).join('\n') },
      wrong('questions', 'too-many'),
    ],
    ['a long question', { questions: `Kort?\n${'a'.repeat(LONGEST_QUESTION + 1)}` }, wrong('questions', 'too-long')],
    ['a sign that turns the line around', { questions: 'Hoe\u202eredrev?' }, wrong('questions', 'unreadable')],
    ['half a sign', { questions: 'Hoe \ud83d?' }, wrong('questions', 'unreadable')],
    ['the same question twice', { questions: 'Hoe?\n Hoe? ' }, wrong('questions', 'twice')],
  ])('is refused with %s', (_, changes, outcome) => {
    expect(form(changes)).toEqual(outcome);
  });

  it('names what is wrong with both fields at once', () => {
    expect(form({ title: '', questions: '' })).toMatchObject({
      mistakes: [{ field: 'title' }, { field: 'questions' }],
    });
  });
});
