import type { Draft, PublishedText } from '../../../domain/drafts/index.ts';
import type { Then } from '../../forms/drafts/read-form.ts';
import { routes } from '../../routes.ts';
import { isMessageKey } from '../../translate.ts';

interface Place {
  readonly slug: string;
}

/** A problem with a picture as it stands in an address; anything else in that place is not shown. */
export const pictureProblem = (given: string | null): string | null =>
  given !== null && isMessageKey(`drafts.pictures.error.${given}`) ? given : null;

const anchorAfter = (then: Then): string => {
  const { kind } = then;
  if (kind === 'rows') return `#rijen-${then.field}`;
  if (kind === 'search') return '#veld-areaSearch';
  if (kind === 'picture' || kind === 'remove-picture') return '#fotos';
  return kind === 'pick' ? '#kaart' : '';
};

/** Where to go when a draft was saved: on with it, or to the preview. */
export function afterSave(id: string, then: Then, problem: string | null): string {
  if (problem !== null) return `${routes.draft(id)}?foto=${encodeURIComponent(problem)}#fotos`;
  if (then.kind === 'preview') return routes.preview(id);
  return `${routes.draft(id)}?bewaard=1${anchorAfter(then)}`;
}

const manageOf = (buurt: Place | undefined): string =>
  buurt === undefined ? routes.newBuurt() : routes.manageBuurt(buurt.slug);

/** To the buurt, which names what is public now. */
export const afterPublish = (buurt: Place | undefined, { kind, id, also }: PublishedText): string =>
  `${manageOf(buurt)}?gepubliceerd=${encodeURIComponent(`${kind}:${id}`)}${also.length > 0 ? `&samen=${also.length + 1}` : ''}`;

/** To the buurt, where it can be undone. */
export const afterDiscard = (buurt: Place | undefined, { id }: Draft, verb: 'discard' | 'restore'): string =>
  `${manageOf(buurt)}?${verb === 'discard' ? 'weggegooid' : 'teruggezet'}=${encodeURIComponent(id)}`;
