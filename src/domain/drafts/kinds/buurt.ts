import { ACCENTS, STEPS, type BuurtContent, type KnownPlace } from '../../buurten/index.ts';
import { cleanEmail, dayOf } from '../../kernel/index.ts';
import { writePoint, type FieldReader } from '../field-reader.ts';
import type { Kind, Surroundings } from './kind.ts';
import { rowsOf } from './rows.ts';

/** Three stand at the top of the page. */
const KEY_INDICATORS = 3;

function readOrganisations(reader: FieldReader): BuurtContent['organisations'] {
  const leading = reader.all('organisationLeads');
  return rowsOf(reader, ['organisationName', 'organisationRole']).flatMap((index) => {
    const name = reader.all('organisationName')[index] ?? '';
    const role = reader.all('organisationRole')[index] ?? '';
    if (name === '' && role !== '') reader.report('organisationName', 'needs-partner', { index });
    return name === '' ? [] : [{ name, role, leads: leading.includes(String(index)) }];
  });
}

function readPlaces(reader: FieldReader): KnownPlace[] {
  return rowsOf(reader, ['knownPlaceName', 'knownPlacePoint']).flatMap((index) => {
    const name = reader.all('knownPlaceName')[index] ?? '';
    const point = reader.point('knownPlacePoint', index);
    const pointTyped = (reader.all('knownPlacePoint')[index] ?? '') !== '';
    if (name === '' && pointTyped) reader.report('knownPlaceName', 'needs-partner', { index });
    if (name !== '' && !pointTyped) reader.report('knownPlacePoint', 'needs-partner', { index });
    return name === '' || point === null ? [] : [{ name, ...point }];
  });
}

function readAreas(
  reader: FieldReader,
  { areaCodes }: Surroundings,
): Pick<BuurtContent, 'areaCodes' | 'boroughCode' | 'cityCode'> {
  const code = (field: string): string | null => {
    const value = reader.raw(field);
    if (value === '') return null;
    if (areaCodes.includes(value)) return value;
    reader.report(field, 'unknown-area');
    return null;
  };
  const chosen = [...new Set(reader.all('areaCodes'))].filter((value) => value !== '');
  if (chosen.length === 0) reader.report('areaCodes', 'required');
  if (chosen.some((value) => !areaCodes.includes(value))) reader.report('areaCodes', 'unknown-area');
  return {
    areaCodes: chosen.filter((value) => areaCodes.includes(value)),
    boroughCode: code('boroughCode'),
    cityCode: code('cityCode'),
  };
}

function readContact(reader: FieldReader): BuurtContent['contact'] {
  const email = reader.text('contactEmail', { max: 254, optional: true });
  if (email !== '' && cleanEmail(email) === undefined) reader.report('contactEmail', 'bad-email');
  return {
    organisation: reader.text('contactOrganisation', { max: 120 }),
    email,
    phone: reader.text('contactPhone', { max: 40, optional: true }),
    walkIn: reader.text('contactWalkIn', { max: 300, optional: true }),
  };
}

export const buurtKind: Kind<BuurtContent> = {
  fields: [
    ...['name', 'focus', 'introduction', 'step', 'stepSince', 'stepNote', 'accent'],
    ...['areaCodes', 'areaSearch', 'boroughCode', 'cityCode', 'keyIndicators'],
    ...['organisationName', 'organisationRole', 'organisationLeads'],
    ...['contactOrganisation', 'contactEmail', 'contactPhone', 'contactWalkIn'],
    ...['knownPlaceName', 'knownPlacePoint', 'sample'],
  ],
  read(reader, surroundings) {
    const today = dayOf(surroundings.now);
    const stepSince = reader.day('stepSince', today);
    if (stepSince > today) reader.report('stepSince', 'day-in-future');
    const keyIndicators = reader.references('keyIndicators', surroundings.indicators);
    if (keyIndicators.length > KEY_INDICATORS) {
      reader.report('keyIndicators', 'too-many', { values: { max: KEY_INDICATORS } });
    }
    return {
      name: reader.text('name', { max: 60 }),
      focus: reader.text('focus', { max: 160 }),
      introduction: reader.text('introduction', { max: 10_000, optional: true }),
      step: reader.choice('step', STEPS),
      stepSince,
      stepNote: reader.text('stepNote', { max: 300 }),
      ...readAreas(reader, surroundings),
      keyIndicators,
      accent: reader.choice('accent', ACCENTS),
      organisations: readOrganisations(reader),
      contact: readContact(reader),
      places: readPlaces(reader),
      sample: reader.ticked('sample'),
    };
  },
  write: ({ organisations, contact, places, boroughCode, cityCode, ...rest }) => ({
    name: rest.name,
    focus: rest.focus,
    introduction: rest.introduction,
    step: rest.step,
    stepSince: rest.stepSince,
    stepNote: rest.stepNote,
    accent: rest.accent,
    areaCodes: rest.areaCodes,
    boroughCode: boroughCode ?? '',
    cityCode: cityCode ?? '',
    keyIndicators: rest.keyIndicators,
    organisationName: organisations.map(({ name }) => name),
    organisationRole: organisations.map(({ role }) => role),
    organisationLeads: organisations.flatMap(({ leads }, index) => (leads ? [String(index)] : [])),
    contactOrganisation: contact.organisation,
    contactEmail: contact.email,
    contactPhone: contact.phone,
    contactWalkIn: contact.walkIn,
    knownPlaceName: places.map(({ name }) => name),
    knownPlacePoint: places.map(writePoint),
    sample: rest.sample ? 'on' : '',
  }),
  blank: ({ now }) => ({ step: 'start', stepSince: dayOf(now), accent: 'canal' }),
};
