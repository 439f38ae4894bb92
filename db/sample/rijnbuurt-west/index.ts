import type { OnDay, SampleBuurt } from '../sample.ts';
import { interventions } from './interventions.ts';
import { meetings } from './meetings.ts';
import { themes } from './themes.ts';

export const rijnbuurtWest = (day: OnDay): SampleBuurt => ({
  on: -400,
  content: {
    name: 'Rijnbuurt West',
    focus: 'Zorgen dat mensen elkaar vinden, ook wie hulp liever mijdt.',
    introduction: [
      'Rijnbuurt West bestaat uit zeven straten in de Rivierenbuurt. Er wonen ruim 1.600 mensen, van wie veel ouderen alleen.',
      '',
      'De huizen zijn van vijf woningcorporaties. Bewoners zorgen goed voor elkaar. Er is een groep die de straten groen maakt.',
    ].join('\n'),
    step: 'review',
    stepSince: day(-50),
    stepNote: 'We kijken terug op drie thema’s. De werkgroepen gaan zelf verder. Bewoners kiezen mee wat nu komt.',
    areaCodes: ['BU0363KM02'],
    boroughCode: 'K',
    cityCode: 'GM0363',
    keyIndicators: ['share-65-plus', 'liveability-neighbours', 'household-size'],
    accent: 'moss',
    organisations: [
      { name: 'Stadsdeel Zuid', role: 'leidt de kleine groep', leads: true },
      { name: 'Vijf woningcorporaties', role: 'kennen de huizen en de huurders', leads: false },
      { name: 'Welzijn in de Rivierenbuurt', role: 'organiseert wat er te doen is', leads: false },
      { name: 'Huisartsen', role: 'horen wat er speelt', leads: false },
    ],
    contact: {
      organisation: 'Gebiedsmakelaar van Stadsdeel Zuid',
      email: 'rijnbuurt-west@voorbeeld.example',
      phone: '',
      walkIn: 'Elke donderdag van 14.00 tot 16.00 uur aan de buurttafel.',
    },
    places: [
      { name: 'De moestuin', lon: 4.8996, lat: 52.3413 },
      { name: 'De buurttafel', lon: 4.9003, lat: 52.3421 },
    ],
  },
  themes: themes(day),
  interventions: interventions(day),
  updates: [
    {
      on: -3,
      themes: ['samen'],
      intervention: 'buurttafel',
      content: {
        title: 'Veertig mensen aan de buurttafel',
        text: 'Afgelopen donderdag schoof weer een nieuwe groep aan. Een buurman kookte voor iedereen. In december is er een tafel met muziek.',
      },
      picture: { file: 'tafel.png', alt: 'Tekening: een lange tafel met borden en stoelen, onder een boom.' },
    },
    {
      on: -48,
      themes: [],
      intervention: null,
      content: {
        title: 'Wij gaan verder met een kleinere groep',
        text: 'De organisaties kennen elkaar nu goed. Een kleine groep houdt het overzicht. De werkgroepen werken zelf. Twee of drie keer per jaar komt iedereen bij elkaar.',
      },
    },
  ],
  responses: [
    {
      on: -30,
      theme: 'samen',
      intervention: 'buurttafel',
      content: {
        heardFrom: 'conversations',
        heardOn: day(-120),
        heard:
          'We vroegen op straat: wat wilt u, en wat wilt u zelf doen? Veel mensen wilden samen eten. Elf mensen wilden koken.',
        decision: 'done',
        answer: 'De buurttafel is er nu elke week. De koks maken zelf een rooster.',
      },
    },
    {
      on: -25,
      theme: 'zorg',
      intervention: null,
      content: {
        heardFrom: 'meeting',
        heardOn: day(-60),
        heard: 'Bewoners willen een lift in de hoge portieken.',
        decision: 'no',
        answer:
          'De trappen zijn te smal voor een lift. Wel helpen de corporaties u met verhuizen naar de begane grond.',
      },
    },
  ],
  meetings,
  signals: [
    {
      theme: 'samen',
      kind: 'good',
      texts: [
        'De buurttafel is het fijnste uur van mijn week.',
        'De moestuin geeft de straat kleur.',
        'Mijn buren doen boodschappen voor mij.',
        'Iedereen zegt elkaar gedag.',
        'De jongen van de derde repareert fietsen voor iedereen.',
        'Ik ken nu vier nieuwe mensen.',
      ],
    },
  ],
});
