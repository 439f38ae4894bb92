import { stateOf, type Meeting } from '../../../domain/meetings/index.ts';
import { undrawable } from '../../poster/shape.ts';
import {
  chosenLanguages,
  languageName,
  MOST_LANGUAGES,
  POSTER_LANGUAGES,
  wordsIn,
  type SheetSize,
  type SheetSubject,
  type SheetWords,
} from '../../poster/words.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import type { Link } from '../link.ts';

/** The page around a poster or flyer: choose languages, look, print. */
export interface PosterView {
  readonly size: SheetSize;
  readonly title: string;
  /** Null when the meeting is over: nobody hangs up a poster then. */
  readonly sheet: {
    readonly drawing: string;
    readonly file: string;
    readonly alt: string;
    /** The same in words, for who cannot see the drawing, and to copy. */
    readonly words: readonly SheetWords[];
  } | null;
  /** `own`: what its speakers call it. */
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly own: string;
    readonly chosen: boolean;
  }[];
  /** Whether only one language besides Dutch fits. */
  readonly single: boolean;
  readonly hint: string;
  readonly printHint: string;
  /** What whoever prints this should know. */
  readonly notes: readonly string[];
  readonly other: Link;
}

interface Asked {
  readonly size: SheetSize;
  /** Values of `taal` in the address, as they came. */
  readonly asked: readonly string[];
  readonly t: Translate;
}

function notesOf(words: readonly SheetWords[], meeting: Meeting, { size, asked, t }: Asked): string[] {
  const wanted = new Set(asked.flatMap((one) => one.split(',')).filter((tag) => tag !== '' && tag !== 'nl'));
  const bare = words.filter(({ translated }) => !translated).map(({ language }) => languageName(language, 'nl'));
  const { title, summary, audience, placeName, address, organiser } = meeting;
  const shown = [
    title,
    summary,
    audience,
    placeName,
    address,
    organiser,
    ...words.map((one) => one.title + one.summary),
  ];
  const signs = undrawable(shown.join(' '));
  return [
    ...(wanted.size > MOST_LANGUAGES[size] - 1 ? [t('poster.page.languages.tooMany')] : []),
    ...(bare.length > 0 ? [t('poster.page.translated.none', { list: bare.join(', ') })] : []),
    ...(signs.length > 0 ? [t('poster.page.missing', { signs: signs.slice(0, 20).join(' ') })] : []),
  ];
}

/** What the page of a poster or flyer shows. */
export function posterView(subject: SheetSubject, asked: Asked): PosterView {
  const { meeting, now } = subject;
  const { size, t } = asked;
  const languages = chosenLanguages(asked.asked, size);
  const others = languages.filter((language) => language !== 'nl');
  const isOver = stateOf(meeting, now) === 'past';
  const words = languages.map((language) => wordsIn(language, subject));
  const otherSize = size === 'a4' ? 'a5' : 'a4';
  return {
    size,
    title: t(`poster.page.${size}`),
    sheet: isOver
      ? null
      : {
          drawing: routes.posterDrawing(meeting.slug, size, others),
          file: `${meeting.slug}-${[size, ...languages].join('-')}.svg`,
          alt: t(`poster.page.alt.${size}`),
          words,
        },
    options: POSTER_LANGUAGES.filter((language) => language !== 'nl').map((value) => ({
      value,
      label: languageName(value, 'nl'),
      own: languageName(value, value),
      chosen: languages.includes(value),
    })),
    single: MOST_LANGUAGES[size] === 2,
    hint: t(`poster.page.languages.hint.${size}`),
    printHint: t(`poster.page.print.hint.${size}`),
    notes: isOver ? [] : notesOf(words, meeting, asked),
    other: { href: routes.poster(meeting.slug, otherSize, others), label: t(`poster.page.other.${otherSize}`) },
  };
}
