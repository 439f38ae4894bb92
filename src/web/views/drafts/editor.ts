import type { Area, AreaSummary, Buurt } from '../../../domain/buurten/index.ts';
import {
  changesSomething,
  MAX_PICTURES,
  picturesOf,
  titleOf,
  valuesOf,
  writePoint,
  type CheckedDraft,
  type Draft,
} from '../../../domain/drafts/index.ts';
import type { LonLat, MultiPolygon } from '../../../domain/kernel/index.ts';
import type { PictureSize } from '../../../domain/pictures/index.ts';
import { sayMoment } from '../../dates.ts';
import { pointMaps, type PointMap } from '../../forms/drafts/pick-point.ts';
import type { Option, SectionShape } from '../../forms/drafts/shape.ts';
import { CANCELLING, NOTE, SAMPLE, shapes } from '../../forms/drafts/shapes.ts';
import { draftState, type DraftState } from '../../forms/drafts/state.ts';
import { say } from '../../forms/drafts/words.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import { fieldView, problemsIn, type FieldSetting, type FieldView } from './fields.ts';
import type { Way } from './rows.ts';
import { pictureViews, type PictureView } from '../pictures.ts';

export interface SectionView {
  /** Of its heading in the page. */
  readonly id: string;
  readonly title: string;
  readonly lead: string | undefined;
  /** Fields that are read as one answer stand side by side. */
  readonly groups: readonly { readonly side: boolean; readonly fields: readonly FieldView[] }[];
  /** How many things in it are still to do; null while nothing is stored: an empty form is not wrong yet. */
  readonly todo: number | null;
}

/** Everything that the form of a draft needs, as plain data. */
export interface EditorView {
  readonly draft: Draft;
  readonly title: string;
  /** "Bewaard door Noor, maandag 3 maart 2027, 10.15 uur", or that it is not stored yet. */
  readonly saved: string;
  readonly sections: readonly SectionView[];
  readonly state: DraftState;
  readonly maps: readonly PointMap[];
  readonly knownPlaces: readonly Option[];
  readonly pictures: readonly { readonly id: string; readonly picture: PictureView | undefined }[];
  readonly morePictures: boolean;
  /** For each agreement that is public and no promise yet: how to make one of it. */
  readonly toPromise: readonly Way[];
  /** Official areas: chosen, and found by the search. */
  readonly areas: { readonly chosen: readonly Option[]; readonly found: readonly Option[] };
}

/** What the page asked of the portal, beside the draft itself. */
export interface EditorSetting extends Omit<FieldSetting, 't'> {
  readonly shape: MultiPolygon;
  readonly pictures: readonly PictureSize[];
  readonly allAreas: readonly AreaSummary[];
  readonly foundAreas: readonly Pick<Area, 'code' | 'kind' | 'name'>[];
}

interface Needs {
  readonly t: Translate;
}

/** What is not counted needs no number; what is announced is one meeting; what nobody knows of cannot be called off; what is no sample cannot stop being one. */
function shapesFor({ draft, surroundings }: CheckedDraft): readonly SectionShape[] {
  const isCounted = surroundings.interventions[0]?.target != null;
  const isNew = draft.subjectId === null;
  const sections = shapes[draft.kind].map((section) => ({
    ...section,
    fields: section.fields.filter(
      ({ name, kind }) =>
        (draft.kind !== 'progress' || name !== 'reached' || isCounted) && (kind !== 'repeat' || isNew),
    ),
  }));
  const change = changesSomething(draft);
  return [
    ...sections,
    ...(change && draft.kind === 'meeting' ? [CANCELLING] : []),
    ...(draft.kind === 'buurt' && surroundings.buurt?.sample === true ? [SAMPLE] : []),
    ...(change ? [NOTE] : []),
  ];
}

/** Fields that stand beside each other as one group, every other field as a group of its own. */
function groupsOf(fields: readonly FieldView[]): SectionView['groups'] {
  const groups: FieldView[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (field.side !== undefined && last?.[0]?.side === field.side) last.push(field);
    else groups.push([field]);
  }
  return groups.map((group) => ({ side: group.length > 1, fields: group }));
}

function sectionView({ title, lead, fields }: SectionShape, checked: CheckedDraft, setting: EditorSetting & Needs) {
  const { t } = setting;
  return {
    id: `deel-${title.split('.').at(-1) ?? ''}`,
    title: t(title),
    lead: lead === undefined ? undefined : t(lead),
    groups: groupsOf(fields.map((field) => fieldView(field, checked, setting))),
    todo: checked.draft.revision === 0 ? null : problemsIn(fields, checked),
  };
}

/** The heading of the form and of the tab. */
export function editorTitle({ draft, surroundings }: CheckedDraft, { t }: Needs): string {
  const title = titleOf(draft) || t('drafts.title.untitled');
  if (draft.kind === 'report') {
    const about = { title: surroundings.meeting?.title ?? title };
    return t(changesSomething(draft) ? 'drafts.title.change.report' : 'drafts.title.new.report', about);
  }
  if (changesSomething(draft)) return t('drafts.title.change', { title });
  if (draft.kind === 'progress') {
    return t('drafts.title.new.progress', { title: surroundings.interventions[0]?.title ?? '' });
  }
  return say(t, `drafts.title.new.${draft.kind}`);
}

const pointOf = (checked: CheckedDraft): LonLat | null =>
  checked.text.kind === 'meeting' || checked.text.kind === 'intervention' ? checked.text.content.place : null;

const placesOf = ({ text, surroundings }: CheckedDraft): Buurt['places'] =>
  text.kind === 'buurt' ? text.content.places : (surroundings.buurt?.places ?? []);

const areaOption = ({ code, kind, name }: Pick<Area, 'code' | 'kind' | 'name'>, t: Translate): Option => ({
  value: code,
  label: t('drafts.areas.option', { name, kind: say(t, `buurten.search.kind.${kind}`), code }),
});

function areasOf({ draft }: CheckedDraft, { allAreas, foundAreas, t }: EditorSetting & Needs): EditorView['areas'] {
  const codes = valuesOf(draft.fields, 'areaCodes').filter((code) => code !== '');
  const chosen = codes.map((code) => {
    const area = allAreas.find((known) => known.code === code);
    return area === undefined ? { value: code, label: code } : areaOption(area, t);
  });
  const found = foundAreas.filter(({ code }) => !codes.includes(code)).map((area) => areaOption(area, t));
  return { chosen, found };
}

function toPromise({ subject, surroundings: { buurt } }: CheckedDraft, { t }: Needs): Way[] {
  if (subject?.text?.kind !== 'report' || buurt === undefined) return [];
  return subject.text.content.agreements.flatMap(({ what, interventionId, done }, index) =>
    interventionId !== null || done
      ? []
      : [
          {
            href: routes.agreementToIntervention(buurt.slug, subject.id, index),
            label: t('drafts.report.promise'),
            about: what,
          },
        ],
  );
}

/** The form of a draft with what was typed in it, and what is still to mend. */
export function editorView(checked: CheckedDraft, setting: EditorSetting & Needs): EditorView {
  const { draft, problems } = checked;
  const { t } = setting;
  const isStored = draft.revision > 0;
  const ids = picturesOf(draft.fields);
  const places = placesOf(checked);
  return {
    draft,
    title: editorTitle(checked, setting),
    saved: isStored
      ? t('drafts.editor.by', { name: draft.changedBy, moment: sayMoment(draft.changedAt) })
      : t('drafts.editor.new'),
    sections: shapesFor(checked).map((section) => sectionView(section, checked, setting)),
    // An empty form is not wrong yet.
    state: draftState({ kind: draft.kind, fields: draft.fields, problems: isStored ? problems : [], t }),
    maps: pointMaps({ shape: setting.shape, places, chosen: pointOf(checked) }),
    knownPlaces: places.map((place) => ({ value: writePoint(place), label: place.name })),
    pictures: ids.map((id) => ({
      id,
      picture: pictureViews([{ pictureId: id, alt: '' }], setting.pictures, (picture, width) =>
        routes.draftPicture(draft.id, picture, width),
      )[0],
    })),
    morePictures: ids.length < MAX_PICTURES,
    toPromise: toPromise(checked, setting),
    areas: areasOf(checked, setting),
  };
}
