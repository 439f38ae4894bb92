import { valuesOf, type CheckedDraft, type DraftFields } from '../../../domain/drafts/index.ts';
import { optionsFrom, type ChoiceSetting } from '../../forms/drafts/options.ts';
import { namesOf, type ColumnShape, type FieldShape, type Option, type OptionsFrom } from '../../forms/drafts/shape.ts';
import { hintOf, labelOf } from '../../forms/drafts/words.ts';
import { isMessageKey, type Translate } from '../../translate.ts';

/** One column of a small table, ready to show. */
export interface ColumnView extends ColumnShape {
  readonly label: string;
  readonly hint: string | undefined;
  readonly choices: readonly Option[];
}

/** One field, ready to show. */
export interface FieldView extends Omit<FieldShape, 'columns'> {
  readonly label: string;
  readonly hint: string | undefined;
  readonly choices: readonly Option[];
  readonly columns: readonly ColumnView[];
  /** What somebody else has in this field, when that is something else; null when there is nobody else, or no difference. */
  readonly theirs: string | null;
}

export interface FieldSetting extends Pick<ChoiceSetting, 'boroughs' | 'cities'> {
  /** What somebody else typed or published, to show beside what this person typed. */
  readonly theirs: DraftFields | null;
  readonly t: Translate;
}

type Labels = (column: string, value: string) => string;

/** The rows of a small table in words; a tick is the name of its column in each row that has one. */
function tableInWords(columns: readonly ColumnView[], fields: DraftFields, labels: Labels): string[] {
  const shown = columns.filter(({ kind }) => kind !== 'tick');
  const rows = Math.max(0, ...shown.map(({ name }) => valuesOf(fields, name).length));
  return Array.from({ length: rows }, (_, row) => {
    const words = shown.map(({ name }) => labels(name, valuesOf(fields, name)[row]?.trim() ?? ''));
    const ticked = columns.filter(
      ({ name, kind }) => kind === 'tick' && valuesOf(fields, name).includes(String(row)) && words.some(Boolean),
    );
    return [...words, ...ticked.map(({ label }) => label)].filter((word) => word !== '').join(' – ');
  });
}

/** A field in words, with choices by their label. */
function inWords(field: Omit<FieldView, 'theirs'>, fields: DraftFields): string {
  if (field.kind === 'pictures') return valuesOf(fields, 'alts').join('\n');
  const find = (choices: readonly Option[], value: string) =>
    (value === '' ? undefined : choices.find((choice) => choice.value === value)?.label) ?? value;
  const labels: Labels = (column, value) =>
    find(field.columns.find(({ name }) => name === column)?.choices ?? [], value);
  const lines =
    field.columns.length > 0
      ? tableInWords(field.columns, fields, labels)
      : valuesOf(fields, field.name).map((value) => find(field.choices, value.trim()));
  return lines.filter((line) => line !== '').join('\n');
}

/** A choice without anything to choose says who can do something about it. */
function missingAreas({ options }: FieldShape, setting: FieldSetting): string | undefined {
  if (options !== 'boroughs' && options !== 'cities') return undefined;
  return setting[options].length === 0 ? setting.t(`drafts.option.${options}.missing`) : undefined;
}

/** A report counts towards what was promised. */
function hintFor({ name }: FieldShape, { draft, surroundings }: CheckedDraft, t: Translate): string | undefined {
  const target = draft.kind === 'progress' ? surroundings.interventions[0]?.target : null;
  if (name === 'reached' && target) return t('drafts.progress.reached.of', { n: target.number, unit: target.unit });
  return hintOf(draft.kind, name, t);
}

const CHOSEN = new Set(['select', 'radio']);

/** A field as the form shows it: its words, its choices, and what somebody else has in it. */
export function fieldView(field: FieldShape, checked: CheckedDraft, setting: FieldSetting): FieldView {
  const { draft, surroundings } = checked;
  const { t, theirs } = setting;
  const choices = (from: OptionsFrom | undefined) =>
    from === undefined ? [] : optionsFrom(from, { ...setting, ...surroundings }, t);
  const options = choices(field.options);
  const view = {
    ...field,
    label: labelOf(draft.kind, field.name, t),
    hint: missingAreas(field, setting) ?? hintFor(field, checked, t),
    choices:
      field.optional === true && CHOSEN.has(field.kind)
        ? [nothingChosen(`drafts.option.${field.options ?? ''}.none`, t), ...options]
        : options,
    columns: (field.columns ?? []).map((column) => ({
      ...column,
      label: labelOf(draft.kind, column.name, t),
      hint: hintOf(draft.kind, column.name, t),
      // A row may stay empty; what repeats says itself that it does not.
      choices: [
        ...(column.kind === 'select' && column.options !== 'repeats'
          ? [nothingChosen(`drafts.${draft.kind}.${column.name}.none`, t)]
          : []),
        ...choices(column.options),
      ],
    })),
  };
  const mine = inWords(view, draft.fields);
  const other = theirs === null ? mine : inWords(view, theirs);
  return { ...view, theirs: mine === other ? null : other === '' ? t('drafts.stale.nothing') : other };
}

/** What stands in a list of choices while nothing is chosen. */
function nothingChosen(key: string, t: Translate): Option {
  return { value: '', label: isMessageKey(key) ? t(key) : t('drafts.option.none') };
}

/** How many of the problems are in these fields. */
export const problemsIn = (fields: readonly FieldShape[], { problems }: CheckedDraft): number => {
  const names = new Set(fields.flatMap((field) => [field.name, ...namesOf(field), ...(MORE[field.name] ?? [])]));
  return problems.filter(({ field }) => names.has(field)).length;
};

/** Names in a form that are no column of a table. */
const MORE: Readonly<Record<string, readonly string[]>> = { pictures: ['alts'] };
