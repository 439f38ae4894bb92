import { isFormOpen, signalText, type Openness, type SignalOffer } from '../../../domain/signals/index.ts';
import { gateMessage } from '../../forms/gate-fields.ts';
import type { FormState } from '../../forms/form-state.ts';
import { languageOfOrganisers } from '../../page-language.ts';
import { isMessageKey, type Translate } from '../../translate.ts';

/** What the form sends, in its order. */
export const signalFieldNames = ['buurt', 'kind', 'text', 'theme', 'place', 'knownPlace', 'cell'] as const;

/** The name of a kind of signal, also where it comes from a released count. */
export function kindName(kind: string, t: Translate): string {
  const key = `signals.kind.${kind}`;
  return isMessageKey(key) ? t(key) : kind;
}

/** What the check page says of a form that is right. */
export function checkView(offer: SignalOffer, state: FormState, t: Translate) {
  const theme = offer.themes.find(({ slug }) => slug === state.value('theme'))?.title;
  const text = signalText(state.value('text'));
  return {
    kind: kindName(state.value('kind'), t),
    /** As it will be stored. */
    text: text.ok ? text.value : state.value('text'),
    theme: theme ?? t('signals.check.noTheme'),
    /** Of its title, where that is not the language of the page. */
    themeLanguage: theme === undefined ? undefined : languageOfOrganisers(t),
  };
}

export type SignalStep = 'form' | 'check' | 'sent';

interface Answer {
  readonly data?: unknown;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

/** Nothing is wrong with the form itself: it only has to be sent again. */
const SEND_AGAIN: readonly string[] = ['CONFLICT', 'SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'];

/**
 * Which step the page shows. A form that is right but could not be stored stays on the check page. A form with a mistake goes
 * back to its fields.
 */
export function signalStep({ checked, sent }: { checked: Answer | undefined; sent: Answer | undefined }): SignalStep {
  if (sent?.data !== undefined) return 'sent';
  if (sent?.error && SEND_AGAIN.includes(sent.error.code)) return 'check';
  return checked?.data === undefined ? 'form' : 'check';
}

interface Visit {
  readonly sent: Answer | undefined;
  readonly openness: Openness;
  /** Something was posted. */
  readonly typed: boolean;
}

/** What the gate lets the page show. A form that closed while somebody wrote in it stays there, with what was written. */
export function signalView({ sent, openness, typed }: Visit) {
  return {
    openness,
    closed: openness === 'open' || openness === 'fast-only' ? null : openness,
    open: typed || isFormOpen(openness),
    kept: typed,
    withoutTrap: sent?.error?.message === gateMessage('trap'),
  };
}

/** The heading of the step. */
export function signalTitle(step: SignalStep, t: Translate): string {
  if (step === 'sent') return t('signals.thanks.title');
  return step === 'check' ? t('signals.check.title') : t('signals.title');
}
