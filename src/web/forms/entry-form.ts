import { z } from 'astro/zod';
import type { SignalForm, SignalMistake } from '../../domain/signals/index.ts';
import { messageKey } from '../translate.ts';
import type { FieldMistake } from './refusals.ts';
import { signalFields, signalMistakes } from './signal-form.ts';

const texts = z.array(z.string());

/** What is posted for a paper form or an interview: the fields of a signal, how it came, and the questions with their answers. */
export const entryFields = signalFields.extend({
  channel: z.string().catch(''),
  /** Each question as it stood on the paper, and beside it what was answered; empty where nothing was. */
  question: texts,
  answer: texts,
});
export type TypedEntry = z.infer<typeof entryFields>;

/** The same signal with how it came to us, and what was answered. */
export const asEntry = (form: SignalForm, { channel, question, answer }: TypedEntry): SignalForm => ({
  ...form,
  channel: channel === 'street' ? 'street' : 'paper',
  lane: 'fast',
  answers: question.map((asked, at) => ({ question: asked, answer: answer[at] ?? '' })),
});

/** At each field what is wrong with it; words about text and answers are those of this form. */
export const entryMistakes = (mistakes: readonly SignalMistake[]): FieldMistake[] =>
  mistakes.flatMap((mistake) =>
    mistake.field === 'text' || mistake.field === 'answers'
      ? [{ field: mistake.field, message: messageKey(`interviews.error.${mistake.field}.${mistake.reason}`) }]
      : signalMistakes([mistake]),
  );
