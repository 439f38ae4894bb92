import { routes } from '../routes.ts';
import type { Translate } from '../translate.ts';

type Refusal = NonNullable<App.Locals['refusal']>;

/** What the page for "this cannot be shown" says; without a refusal: the address is not known. */
export function refusalView(refusal: Refusal | undefined, t: Translate) {
  const ways = [
    { href: routes.home(), text: t('common.notFound.home') },
    { href: routes.buurten(), text: t('common.notFound.buurten') },
  ];
  switch (refusal) {
    case undefined:
      return { title: t('common.notFound.title'), text: t('common.notFound.text'), ways };
    case 'bad-address':
      return { title: t('common.refused.address.title'), text: t('common.refused.address.text'), ways };
    case 'foreign':
      return { title: t('common.refused.foreign.title'), text: t('common.refused.foreign.text'), ways };
    case 'method':
      return { title: t('common.refused.method.title'), text: t('common.refused.method.text'), ways };
    case 'too-large':
      return { title: t('common.refused.tooLarge.title'), text: t('common.refused.tooLarge.text'), ways: [] };
    case 'too-slow':
      return { title: t('common.refused.tooSlow.title'), text: t('common.refused.tooSlow.text'), ways: [] };
  }
}
