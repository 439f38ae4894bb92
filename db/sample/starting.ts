import type { OnDay, SampleBuurt } from './sample.ts';

const nothingYet = { themes: [], interventions: [], updates: [], responses: [], meetings: [], signals: [] } as const;

/** Two buurten at the very start: what a municipality sees on its first day. */
export const kolenkitbuurt = (day: OnDay): SampleBuurt => ({
  ...nothingYet,
  on: -20,
  content: {
    name: 'Kolenkitbuurt',
    focus: 'We zijn net begonnen. Eerst leggen we de cijfers op tafel.',
    introduction:
      'De Kolenkitbuurt ligt in Bos en Lommer. Er wonen ruim 7.100 mensen. Er is veel gesloopt en gebouwd. Nieuwe en oude bewoners leren elkaar kennen.',
    step: 'figures',
    stepSince: day(-6),
    stepNote: 'De organisaties bekijken nu samen de cijfers. Daarna vragen we u wat u ziet en meemaakt.',
    areaCodes: ['BU0363ED01', 'BU0363ED02'],
    boroughCode: 'E',
    cityCode: 'GM0363',
    keyIndicators: ['share-0-14', 'liveability', 'crime-rate'],
    accent: 'indigo',
    organisations: [{ name: 'Stadsdeel West', role: 'leidt de groep', leads: true }],
    contact: { organisation: 'Stadsdeel West', email: 'kolenkitbuurt@voorbeeld.example', phone: '', walkIn: '' },
    places: [],
  },
});

export const dePunt = (day: OnDay): SampleBuurt => ({
  ...nothingYet,
  on: -9,
  content: {
    name: 'De Punt',
    focus: 'We zoeken mensen en organisaties die mee willen doen.',
    introduction:
      'De Punt ligt aan de rand van Osdorp. Er wonen ruim 6.300 mensen. De meesten wonen in de Dijkgraafpleinbuurt. Daarnaast ligt een terrein met bedrijven.',
    step: 'start',
    stepSince: day(-9),
    stepNote: 'We maken een groep van organisaties. Zij spreken af wie wat doet. Daarna kijken we naar de cijfers.',
    areaCodes: ['BU0363FH01', 'BU0363FH02'],
    boroughCode: 'F',
    cityCode: 'GM0363',
    keyIndicators: ['liveability', 'share-0-14', 'crime-rate'],
    accent: 'teal',
    organisations: [{ name: 'Stadsdeel Nieuw-West', role: 'brengt mensen bij elkaar', leads: true }],
    contact: { organisation: 'Stadsdeel Nieuw-West', email: 'de-punt@voorbeeld.example', phone: '', walkIn: '' },
    places: [],
  },
});
