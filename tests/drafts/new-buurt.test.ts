import { expect, it } from 'vitest';
import type { AreaSummary } from '../../src/domain/buurten/index.ts';
import { NEW_BUURT } from '../../src/domain/drafts/index.ts';
import { editorView } from '../../src/web/views/drafts/editor.ts';
import { translate as t } from '../../src/web/translate.ts';
import { anArea } from '../factories/index.ts';
import { givenDrafts } from './given.ts';

const nothing = { boroughs: [], shape: [], pictures: [], allAreas: [], foundAreas: [], theirs: null, t };

it('says what to do while there is no city or borough to compare with', async () => {
  const { drafts, people } = await givenDrafts();
  const begun = await drafts.begin(people.administrator, { kind: 'buurt', buurtId: NEW_BUURT, subjectId: null });
  if (!begun.ok) throw new Error(begun.reason);
  const checked = await drafts.inspect(begun.value);
  const hintOf = (name: string, cities: readonly AreaSummary[] = []) =>
    editorView(checked, { ...nothing, cities })
      .sections.flatMap(({ groups }) => groups.flatMap(({ fields }) => fields))
      .find((field) => field.name === name)?.hint;
  expect(hintOf('cityCode')).toContain('grens van de gemeente');
  expect(hintOf('boroughCode')).toContain('stadsdelen');
  expect(hintOf('cityCode', [anArea({ code: 'GM0363', kind: 'gemeente', name: 'Amsterdam' })])).toBeUndefined();
});
