import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { expect, it } from 'vitest';
import ErrorSummary from '../../src/web/components/form/ErrorSummary.astro';
import { translate as t } from '../../src/web/translate.ts';

const state = { errors: [{ field: null, message: 'De bijeenkomst is al begonnen.' }] };
const show = async (props: Record<string, unknown>) =>
  (await AstroContainer.create()).renderToString(ErrorSummary, {
    props: { state, ...props },
    locals: { t } as App.Locals,
  });

it('says that what was typed is still there, where something was typed', async () => {
  expect(await show({})).toContain(t('common.error.kept'));
});

it('does not say so of a page with a button alone', async () => {
  const html = await show({ kept: false });
  expect(html).toContain('De bijeenkomst is al begonnen.');
  expect(html).not.toContain(t('common.error.kept'));
});
