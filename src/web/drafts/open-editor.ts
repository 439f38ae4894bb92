import type { APIContext } from 'astro';
import { AREA_KINDS } from '../../domain/buurten/index.ts';
import { picturesOf, valuesOf, type CheckedDraft } from '../../domain/drafts/index.ts';
import { editorView, type EditorSetting, type EditorView } from '../views/drafts/editor.ts';

type Page = Pick<APIContext, 'locals'>;

/** Only a buurt is made of areas; other texts do not need their long lists. */
async function areasFor({ draft }: CheckedDraft, { locals: { app } }: Page) {
  if (draft.kind !== 'buurt') return { allAreas: [], foundAreas: [], boroughs: [], cities: [] };
  const words = (valuesOf(draft.fields, 'areaSearch')[0] ?? '').trim();
  const [found, ...lists] = await Promise.all([
    words === '' ? [] : app.buurten.searchAreas(words),
    ...AREA_KINDS.map((kind) => app.buurten.areas(kind)),
  ]);
  const allAreas = lists.flat();
  return {
    allAreas,
    foundAreas: found,
    boroughs: allAreas.filter(({ kind }) => kind === 'stadsdeel'),
    cities: allAreas.filter(({ kind }) => kind === 'gemeente'),
  };
}

function outlined(checked: CheckedDraft) {
  if (checked.text.kind === 'buurt') return checked.text.content;
  const shown = checked.text.kind === 'meeting' || checked.text.kind === 'intervention';
  return shown ? checked.surroundings.buurt : undefined;
}

/** Gathers what the form of a draft shows. `theirs`: what somebody else has, to compare with. */
export async function openEditor(
  page: Page,
  checked: CheckedDraft,
  theirs: EditorSetting['theirs'] = null,
): Promise<EditorView> {
  const { app, t } = page.locals;
  const area = outlined(checked);
  const [areas, outline, pictures] = await Promise.all([
    areasFor(checked, page),
    area === undefined || area.areaCodes.length === 0 ? null : app.buurten.outline(area),
    app.drafts.pictureSizes(picturesOf(checked.draft.fields)),
  ]);
  return editorView(checked, { ...areas, shape: outline?.shape ?? [], pictures, theirs, t });
}
