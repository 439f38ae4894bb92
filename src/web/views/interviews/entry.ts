import { newSecret } from '../../../domain/kernel/index.ts';
import type { QuestionList, SignalOffer } from '../../../domain/signals/index.ts';
import type { FormState } from '../../forms/form-state.ts';
import type { Translate } from '../../translate.ts';
import { checkView } from '../signals/form.ts';

/** One question of the form, and what is in its field. */
export interface EntryQuestion {
  readonly question: string;
  readonly answer: string;
  /** Of the field; the first one is where the list of mistakes leads. */
  readonly id: string;
}

/** What the form of a paper or an interview holds beside the fields of every signal. */
export interface EntryView {
  /** Stays with this form: sent twice, it is stored once. */
  readonly token: string;
  readonly questions: readonly EntryQuestion[];
}

/** The names of the fields that travel along on the page to look through; questions and answers beside them. */
export const ENTRY_NAMES = ['buurt', 'kind', 'text', 'theme', 'place', 'knownPlace', 'cell', 'channel'] as const;

export function entryView(state: FormState, list: QuestionList | undefined): EntryView {
  const before = state.value('token');
  const asked = state.values('question');
  const questions = asked.length > 0 ? asked : (list?.questions ?? []);
  const answers = state.values('answer');
  return {
    token: /^[\w-]{43}$/.test(before) ? before : newSecret(),
    questions: questions.map((question, at) => ({
      question,
      answer: answers[at] ?? '',
      id: at === 0 ? 'veld-answers' : `veld-answers-${String(at)}`,
    })),
  };
}

/** What the page to look through shows. */
export function entryCheck(offer: SignalOffer, state: FormState, t: Translate) {
  const { questions, token } = entryView(state, undefined);
  const { kind, text, theme } = checkView(offer, state, t);
  const answers = questions.filter(({ answer }) => answer.trim() !== '');
  const channel =
    state.value('channel') === 'street' ? 'interviews.enter.channel.street' : 'interviews.enter.channel.paper';
  return {
    token,
    questions,
    answers,
    facts: [
      { name: t('interviews.enter.channel'), value: t(channel) },
      { name: t('interviews.enter.kind'), value: kind },
      { name: t('interviews.enter.theme'), value: theme },
    ],
    text,
    /** All that was told, to look through for dangers. */
    told: [text, ...answers.map(({ answer }) => answer)].join('\n'),
  };
}

/** An action at an address that has a question of its own already. */
export const actionAt = (address: string, action: string): string =>
  address.includes('?') ? address + action.replace('?', '&') : address + action;

/** The address of the form with buurt and list in it, and nothing else: the next paper has the same. */
export function entryAddress(address: string, search: URLSearchParams): string {
  const kept = new URLSearchParams([...search].filter(([name]) => name === 'buurt' || name === 'lijst'));
  return kept.size === 0 ? address : `${address}?${kept.toString()}`;
}
