import type { OnDay, SampleBuurt } from '../sample.ts';
import { interventions } from './interventions.ts';
import { meetings } from './meetings.ts';
import { responses, signals, updates } from './news.ts';
import { themes } from './themes.ts';

export const hBuurt = (day: OnDay): SampleBuurt => ({
  on: -300,
  content: {
    name: 'H-buurt',
    focus: 'Rust in de portieken, en een plek voor jongeren.',
    introduction: [
      'De H-buurt ligt in Zuidoost, tussen het station en het park. Er wonen ruim 7.600 mensen in hoge flats en lage huizen.',
      '',
      'Veel bewoners kennen elkaar al lang. Toch voelt niet iedereen zich prettig in het portiek. Daarom werken bewoners en organisaties hier samen met de werkwijze Buurtbalans.',
    ].join('\n'),
    step: 'work',
    stepSince: day(-140),
    stepNote:
      'De afspraken staan. Nu doet iedereen wat is beloofd. In het voorjaar kijken we samen terug op het eerste thema.',
    areaCodes: ['BU0363TD01', 'BU0363TD02', 'BU0363TD03', 'BU0363TD04'],
    boroughCode: 'T',
    cityCode: 'GM0363',
    keyIndicators: ['crime-rate', 'liveability', 'share-0-14'],
    accent: 'brick',
    organisations: [
      { name: 'Buurtteam Zuidoost', role: 'leidt de groep', leads: true },
      { name: 'Stadsdeel Zuidoost', role: 'doet mee en betaalt mee', leads: false },
      { name: 'De woningcorporatie', role: 'zorgt voor de flats', leads: false },
      { name: 'Jongerenwerk Zuidoost', role: 'kent de jongeren', leads: false },
    ],
    contact: {
      organisation: 'Buurtteam Zuidoost',
      email: 'h-buurt@voorbeeld.example',
      phone: '',
      walkIn: 'Elke dinsdag van 10.00 tot 12.00 uur in de buurtkamer.',
    },
    places: [
      { name: 'Station Bijlmer ArenA', lon: 4.9473, lat: 52.3122 },
      { name: 'Bij de flat Hakfort', lon: 4.9562, lat: 52.3062 },
      { name: 'Bij de flat Huigenbos', lon: 4.9585, lat: 52.3048 },
      { name: 'Hoptille', lon: 4.9521, lat: 52.3095 },
      { name: 'Huntum', lon: 4.9622, lat: 52.3077 },
    ],
  },
  themes: themes(day),
  interventions: interventions(day),
  updates,
  responses: responses(day),
  meetings: meetings(day),
  signals,
});
