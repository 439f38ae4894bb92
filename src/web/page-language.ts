import type { PageLanguage } from './translate.ts';

/** The language that `?taal=` asks for; undefined when it asks for none that we speak. */
export function askedLanguage(address: URL): PageLanguage | undefined {
  const asked = address.searchParams.get('taal');
  return asked === 'nl' || asked === 'en' ? asked : undefined;
}
