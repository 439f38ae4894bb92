import { expect, it } from 'vitest';
import { editorView } from '../../src/web/views/drafts/editor.ts';
import { translate as t } from '../../src/web/translate.ts';
import { aBuurt } from '../factories/index.ts';
import { givenDrafts } from './given.ts';

const setting = { boroughs: [], cities: [], shape: [], pictures: [], allAreas: [], foundAreas: [], theirs: null, t };

async function given(sample: boolean) {
  const { drafts, published, people } = await givenDrafts();
  const buurt = aBuurt({ name: 'Voorbeeldbuurt', sample });
  await published.buurten.save(buurt, '');
  const admin = people.administrator;
  const begun = await drafts.begin(admin, { kind: 'buurt', buurtId: buurt.id, subjectId: buurt.id });
  if (!begun.ok) throw new Error(begun.reason);
  const asked = async (draft: typeof begun.value) =>
    editorView(await drafts.inspect(draft), setting).sections.flatMap(({ groups }) =>
      groups.flatMap(({ fields }) => fields.map(({ name }) => name)),
    );
  return { drafts, published, buurt, admin, draft: begun.value, asked };
}

it('asks only of a sample buurt whether it is one', async () => {
  const sample = await given(true);
  expect(await sample.asked(sample.draft)).toContain('sample');
  const real = await given(false);
  expect(await real.asked(real.draft)).not.toContain('sample');
});

it('takes the notice away when the tick is gone, and can put it back until then', async () => {
  const { drafts, published, buurt, admin, draft, asked } = await given(true);
  const { sample, ...rest } = draft.fields;
  expect(sample).toBe('on');
  const made = await drafts.create(admin, { ...draft, fields: { ...rest, note: 'Wij nemen de buurt over.' } });
  if (!made.ok) throw new Error(made.reason);
  expect(await asked(made.value)).toContain('sample');
  const done = await drafts.publish(admin, made.value.id, made.value.revision);
  expect(done).toMatchObject({ ok: true });
  expect(await published.buurten.get(buurt.id)).toMatchObject({ sample: false });
});
