import {
  dangersIn,
  holdsReceipt,
  marksIn,
  signalText,
  type Danger,
  type TextMistake,
} from '../../../domain/signals/plain/index.ts';
import type { SignalKind } from '../../../domain/signals/index.ts';
import type { AppView, AppWord } from '../../views/interviews/app.ts';
import type { KitView } from '../../views/interviews/kit.ts';
import type { Interview } from './seal.ts';

/** What is being filled in; in memory only, until it is sealed. */
export interface Draft {
  buurt: string;
  /** Id of a list of questions; empty for none. */
  list: string;
  kind: string;
  text: string;
  /** One for each question of the list. */
  answers: string[];
  /** Slug; empty for none. */
  theme: string;
  cell: string;
}

export interface DraftMistake {
  /** Id of the field: `gesprek-kind`, `gesprek-text`, or `gesprek-answer-2`. */
  readonly field: string;
  readonly word: AppWord;
}

export interface Checked {
  readonly interview: Interview;
  /** What may lead to a person, literally as it was written. */
  readonly marks: readonly string[];
  readonly dangers: readonly Danger[];
}

export type CheckOutcome =
  { readonly ok: true; readonly checked: Checked } | { readonly ok: false; readonly mistakes: readonly DraftMistake[] };

export const questionsOf = (kit: KitView, list: string): readonly string[] =>
  kit.lists.find(({ id }) => id === list)?.questions ?? [];

type Read = { readonly text: string } | { readonly mistake: TextMistake | 'receipt' };

function readText(typed: string): Read {
  const text = signalText(typed);
  if (!text.ok) return { mistake: text.reason };
  return holdsReceipt(text.value) ? { mistake: 'receipt' } : { text: text.value };
}

const isLeftOpen = (read: Read): boolean => 'mistake' in read && read.mistake === 'empty';

/** The same rules as the portal's own form; every mistake is named at once. Nothing is kept yet. */
export function checkDraft(draft: Draft, kit: KitView, kinds: AppView['kinds']): CheckOutcome {
  const kind: SignalKind | undefined = kinds.find(({ value }) => value === draft.kind)?.value;
  const story = readText(draft.text);
  const given = questionsOf(kit, draft.list).map((question, at) => ({
    question,
    at,
    read: readText(draft.answers[at] ?? ''),
  }));
  const answers = given.flatMap(({ question, read }) => ('text' in read ? [{ question, answer: read.text }] : []));
  const mayBeOpen = answers.length > 0;

  const mistakes: DraftMistake[] = [];
  for (const { at, read } of given)
    if ('mistake' in read && !isLeftOpen(read))
      mistakes.push({ field: `gesprek-answer-${String(at)}`, word: `mistake.${read.mistake}` });
  if ('mistake' in story && !(isLeftOpen(story) && mayBeOpen))
    mistakes.push({ field: 'gesprek-text', word: `mistake.${story.mistake}` });
  if (kind === undefined) mistakes.push({ field: 'gesprek-kind', word: 'kindMissing' });
  if (kind === undefined || mistakes.length > 0) return { ok: false, mistakes };

  const text = 'text' in story ? story.text : '';
  const texts = [text, ...answers.map(({ answer }) => answer)];
  return {
    ok: true,
    checked: {
      interview: {
        buurt: draft.buurt,
        kind,
        theme: draft.theme,
        cell: draft.cell === '' ? null : draft.cell,
        text,
        answers,
      },
      marks: [...new Set(texts.flatMap((one) => marksIn(one).map(({ start, end }) => one.slice(start, end))))],
      dangers: [...new Set(texts.flatMap((one) => dangersIn(one)))],
    },
  };
}
