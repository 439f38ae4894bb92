import type { Area, AreaSummary, Buurt } from '../../domain/buurten/index.ts';
import {
  changesSomething,
  MAX_PICTURES,
  picturesOf,
  titleOf,
  valuesOf,
  writePoint,
  type CheckedDraft,
  type Draft,
  type DraftFields,
} from '../../domain/drafts/index.ts';
import type { LonLat, MultiPolygon } from '../../domain/kernel/index.ts';
import type { PictureSize } from '../../domain/pictures/index.ts';
import { sayMoment } from '../dates.ts';
import { optionsFrom, type ChoiceSetting } from '../forms/drafts/options.ts';
import { pointMaps, type PointMap } from '../forms/drafts/pick-point.ts';
import type { FieldShape, Option, SectionShape } from '../forms/drafts/shape.ts';
import { CANCELLING, NOTE, SAMPLE, shapes } from '../forms/drafts/shapes.ts';
import { draftState, type DraftState } from '../forms/drafts/state.ts';
import { hintOf, labelOf, say } from '../forms/drafts/words.ts';
import { routes } from '../routes.ts';
import type { Translate } from '../translate.ts';
import { pictureViews, type PictureView } from './pictures.ts';

/** One field, ready to show. */
export interface FieldView extends FieldShape {
  readonly label: string;
  readonly hint: string | undefined;
  readonly choices: readonly Option[];
  /** What somebody else has in this field, when that is something else; null when there is nobody else, or no difference. */
  readonly theirs: string | null;
}

export interface SectionView {
  readonly title: string;
  readonly fields: readonly FieldView[];
  readonly side: boolean;
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
  /** Official areas: chosen, and found by the search. */
  readonly areas: { readonly chosen: readonly Option[]; readonly found: readonly Option[] };
}

/** What the page asked of the portal, beside the draft itself. */
export interface EditorSetting extends Pick<ChoiceSetting, 'boroughs' | 'cities'> {
  readonly shape: MultiPolygon;
  readonly pictures: readonly PictureSize[];
  readonly allAreas: readonly AreaSummary[];
  readonly foundAreas: readonly Pick<Area, 'code' | 'kind' | 'name'>[];
  /** What somebody else typed or published, to show beside what this person typed. */
  readonly theirs: DraftFields | null;
}

interface Needs {
  readonly t: Translate;
}

/** The columns of the small tables, for comparing. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  organisations: ['organisationName', 'organisationRole'],
  knownPlaces: ['knownPlaceName', 'knownPlacePoint'],
  pictures: ['pictures', 'alts'],
};

/** A field in words, with choices by their label. */
function inWords({ name, kind }: FieldShape, fields: DraftFields, choices: readonly Option[]): string {
  if (kind === 'pictures') return valuesOf(fields, 'alts').join('\n');
  const columns = COLUMNS[name] ?? [name];
  const rows = Math.max(0, ...columns.map((column) => valuesOf(fields, column).length));
  const lines = Array.from({ length: rows }, (_, row) =>
    columns
      .map((column) => valuesOf(fields, column)[row]?.trim() ?? '')
      .map((value) => choices.find((choice) => choice.value === value)?.label ?? value)
      .filter((value) => value !== '')
      .join(' – '),
  );
  return lines.filter((line) => line !== '').join('\n');
}

const CHOSEN = new Set(['select', 'radio']);

function fieldView(field: FieldShape, checked: CheckedDraft, setting: EditorSetting & Needs): FieldView {
  const { draft, surroundings } = checked;
  const { t, theirs } = setting;
  const options = field.options === undefined ? [] : optionsFrom(field.options, { ...setting, ...surroundings }, t);
  const none: Option = {
    value: '',
    label: t(
      field.options === 'boroughs' || field.options === 'cities' ? 'drafts.option.boroughs.none' : 'drafts.option.none',
    ),
  };
  const mine = inWords(field, draft.fields, options);
  const other = theirs === null ? mine : inWords(field, theirs, options);
  return {
    ...field,
    label: labelOf(draft.kind, field.name, t),
    hint: missingAreas(field, setting) ?? hintFor(field, checked, t),
    choices: field.optional === true && CHOSEN.has(field.kind) ? [none, ...options] : options,
    theirs: mine === other ? null : other === '' ? t('drafts.stale.nothing') : other,
  };
}

/** A choice without anything to choose says who can do something about it. */
function missingAreas({ options }: FieldShape, setting: EditorSetting & Needs): string | undefined {
  if (options !== 'boroughs' && options !== 'cities') return undefined;
  return setting[options].length === 0 ? setting.t(`drafts.option.${options}.missing`) : undefined;
}

/** A report counts towards what was promised. */
function hintFor({ name }: FieldShape, { draft, surroundings }: CheckedDraft, t: Translate): string | undefined {
  const target = draft.kind === 'progress' ? surroundings.interventions[0]?.target : null;
  if (name === 'reached' && target) return t('drafts.progress.reached.of', { n: target.number, unit: target.unit });
  return hintOf(draft.kind, name, t);
}

/** What is not counted needs no number; what nobody knows of cannot be called off; what is no sample cannot stop being one. */
function shapesFor({ draft, surroundings }: CheckedDraft): readonly SectionShape[] {
  const isCounted = surroundings.interventions[0]?.target != null;
  const sections = shapes[draft.kind].map((section) => ({
    ...section,
    fields: section.fields.filter(({ name }) => draft.kind !== 'progress' || name !== 'reached' || isCounted),
  }));
  const change = changesSomething(draft);
  return [
    ...sections,
    ...(change && draft.kind === 'meeting' ? [CANCELLING] : []),
    ...(draft.kind === 'buurt' && surroundings.buurt?.sample === true ? [SAMPLE] : []),
    ...(change ? [NOTE] : []),
  ];
}

/** The heading of the form and of the tab. */
export function editorTitle({ draft, surroundings }: CheckedDraft, { t }: Needs): string {
  const title = titleOf(draft) || t('drafts.title.untitled');
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
    sections: shapesFor(checked).map(({ title, fields, side = false }) => ({
      title: t(title),
      side,
      fields: fields.map((field) => fieldView(field, checked, setting)),
    })),
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
    areas: areasOf(checked, setting),
  };
}
