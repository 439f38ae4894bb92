import type { PageLanguage } from './translate.ts';

/** The language that `?taal=` asks for; undefined when it asks for none that we speak. */
export function askedLanguage(address: URL): PageLanguage | undefined {
  const asked = address.searchParams.get('taal');
  return asked === 'nl' || asked === 'en' ? asked : undefined;
}

/** `lang` of what organisers wrote: they write Dutch. Undefined on a Dutch page, which says so already. */
export const languageOfOrganisers = ({ language }: { readonly language: PageLanguage }): 'nl' | undefined =>
  language === 'nl' ? undefined : 'nl';
