import type { OnDay, SampleIntervention } from '../sample.ts';

export const interventions = (day: OnDay): SampleIntervention[] => [
  {
    on: -300,
    key: 'buurttafel',
    themes: ['samen'],
    content: {
      title: 'De buurttafel',
      owner: 'Welzijn in de Rivierenbuurt',
      promise: 'dekt elke week een tafel waar iedereen mag aanschuiven',
      dueOn: day(120),
      target: { number: 50, unit: 'weken' },
      description: 'Bewoners koken. Wie wil, eet mee. U hoeft zich niet aan te melden.',
      placeName: 'De buurttafel',
      place: { lon: 4.9003, lat: 52.3421 },
    },
    progress: [
      {
        on: -180,
        state: 'running',
        reached: 12,
        text: 'Twaalf weken achter elkaar gelukt. Gemiddeld eten er 25 mensen mee.',
      },
      {
        on: -4,
        state: 'running',
        reached: 34,
        text: 'Vierendertig weken. Er zijn nu elf koks. Wij zoeken nog iemand voor de zomer.',
      },
    ],
  },
  {
    on: -290,
    key: 'training',
    themes: ['leefstijl'],
    content: {
      title: 'Training voor mensen die aan de deur komen',
      owner: 'Vijf woningcorporaties',
      promise: 'leren 60 vakmensen omgaan met mensen die lastig te begrijpen zijn',
      dueOn: day(-70),
      target: { number: 60, unit: 'vakmensen' },
      description:
        'De training was eerst voor welzijnswerkers. Nu doen ook loodgieters en timmermannen mee. Zij komen bij iedereen over de vloer.',
      placeName: '',
      place: null,
    },
    progress: [
      {
        on: -150,
        state: 'running',
        reached: 35,
        text: 'Twee groepen zijn klaar. Timmermannen zeggen dat zij nu rustiger blijven.',
      },
      { on: -75, state: 'done', reached: 64, text: 'Klaar. Er kwamen vier mensen meer dan beloofd.' },
    ],
  },
  {
    on: -250,
    key: 'wijzer',
    themes: ['zorg'],
    content: {
      title: 'Eén kaart met alle hulp',
      owner: 'Stadsdeel Zuid',
      promise: 'brengt bij elk huis een kaart met één telefoonnummer voor alle vragen',
      dueOn: day(-5),
      target: { number: 1065, unit: 'huizen' },
      description:
        'Geen dikke folder, maar één kaart voor op de koelkast. In het Nederlands, Engels, Turks en Arabisch.',
      placeName: 'De hele buurt',
      place: null,
    },
    progress: [
      {
        on: -95,
        state: 'running',
        reached: 0,
        text: 'De tekst is klaar. Bewoners hebben hem getest. Nu wordt de kaart gedrukt.',
      },
    ],
  },
];
