import type { QuestionList, SignalOffer } from '../../../domain/signals/index.ts';
import { SIGNAL_KINDS } from '../../../domain/signals/index.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import { gridDrawing, placesOnMap } from '../signals/map.ts';

interface Portal {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly threshold: number;
}

/** A sheet to fill in with a pen, for one buurt. It asks for no name. */
export function paperSheet(list: QuestionList, offer: SignalOffer, { t, baseUrl, threshold }: Portal) {
  const { buurt } = offer;
  const onMap = placesOnMap(offer);
  return {
    lead: t('interviews.paper.lead', { buurt: buurt.name }),
    questions: list.questions,
    kinds: SIGNAL_KINDS.map((kind) => t(`signals.kind.${kind}`)),
    drawing: gridDrawing(offer),
    mapTitle: t('interviews.app.mapTitle', { buurt: buurt.name }),
    places: onMap.map(({ number, name }) => `${String(number)} ${name}`),
    promises: [
      t('interviews.paper.promise1'),
      t('interviews.paper.promise2'),
      t('interviews.paper.promise3', { n: threshold }),
    ],
    code: t('interviews.paper.code', { address: baseUrl.replace(/^https?:\/\//, '') + routes.followSignal() }),
    office: t('interviews.paper.office', { buurt: buurt.name, list: list.title, version: list.version }),
  };
}
