import type { Intervention } from '../../../domain/interventions/index.ts';
import type { PictureSize } from '../../../domain/pictures/index.ts';
import type { Theme } from '../../../domain/themes/index.ts';
import type { Update } from '../../../domain/updates/index.ts';
import { machineTime, sayDay, sayDistance } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Link } from '../link.ts';
import { pictureViews, type PictureAddress, type PictureView } from '../pictures.ts';
import type { ViewNeeds } from '../texts.ts';

/** One piece of news. */
export interface TimelineView {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly distance: string;
  readonly datetime: string;
  /** "Gewijzigd op 3 maart 2027"; null when it is as it was. */
  readonly changed: string | null;
  readonly html: string;
  readonly pictures: readonly PictureView[];
  readonly about: readonly Link[];
}

/** What news can be about, and the pictures of its buurt. */
export interface TimelineSetting {
  readonly buurt: { readonly slug: string };
  readonly themes: readonly Pick<Theme, 'id' | 'slug' | 'title'>[];
  readonly interventions: readonly Pick<Intervention, 'id' | 'slug' | 'title'>[];
  readonly pictures: readonly PictureSize[];
  readonly pictureAddress?: PictureAddress;
}

/** One piece of news, with links to what it is about, as far as the setting knows that. */
export function timelineEntry(update: Update, setting: TimelineSetting, { t, texts, now }: ViewNeeds): TimelineView {
  const { buurt, themes, interventions, pictures, pictureAddress } = setting;
  const about = [
    ...interventions
      .filter(({ id }) => id === update.interventionId)
      .map(({ slug, title }) => ({ href: routes.intervention(buurt.slug, slug), label: title })),
    ...themes
      .filter(({ id }) => update.themeIds.includes(id))
      .map(({ slug, title }) => ({ href: routes.theme(buurt.slug, slug), label: t('buurten.about.theme', { title }) })),
  ];
  const changed = update.version > 1 ? t('buurten.changedOn', { day: sayDay(update.changedAt) }) : null;
  return {
    id: `nieuws-${update.id}`,
    title: update.title,
    day: sayDay(update.publishedAt),
    distance: sayDistance(update.publishedAt, now, t),
    datetime: machineTime(update.publishedAt),
    changed,
    html: texts.block(update.text, 3),
    pictures: pictureViews(update.pictures, pictures, pictureAddress),
    about,
  };
}
