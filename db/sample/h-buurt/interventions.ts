import type { OnDay, SampleIntervention } from '../sample.ts';

const doors = (day: OnDay): SampleIntervention => ({
  on: -230,
  key: 'deuren',
  themes: ['portieken'],
  content: {
    title: 'Deuren die dicht blijven',
    owner: 'De woningcorporatie',
    promise: 'vervangt 120 voordeuren door deuren die niemand zomaar intrapt',
    dueOn: day(-90),
    target: { number: 120, unit: 'deuren' },
    description: [
      'Bij een inbraak gaat de dief vaak door de voordeur. De oude deuren zijn dun. De nieuwe deuren hebben drie sloten en een sterk kozijn.',
      '',
      'Bewoners betalen hier niets voor. De huur gaat niet omhoog.',
    ].join('\n'),
    placeName: 'Flats Hakfort en Huigenbos',
    place: { lon: 4.9573, lat: 52.3055 },
  },
  progress: [
    {
      on: -200,
      state: 'running',
      reached: 12,
      text: 'De eerste twaalf deuren hangen. Twee bewoners kregen eerst de verkeerde sleutel. Dat is opgelost.',
    },
    {
      on: -35,
      state: 'running',
      reached: 40,
      text: 'Veertig deuren zijn klaar. De fabriek levert te laat. De volgende dertig komen in januari.',
    },
  ],
  changes: [
    {
      on: -110,
      change: { dueOn: day(-21) },
      note: 'De fabriek kon de deuren niet op tijd leveren. Daarom schoof de datum op.',
    },
  ],
});

const dropIn = (day: OnDay): SampleIntervention => ({
  on: -210,
  key: 'inloophuis',
  themes: ['portieken'],
  content: {
    title: 'Een inloophuis in Amstel III',
    owner: 'Gemeente Amsterdam',
    promise: 'opent een inloophuis aan de andere kant van het spoor',
    dueOn: day(250),
    target: null,
    description: [
      'In een inloophuis kunt u overdag zomaar binnenlopen. Er is koffie, een douche en iemand die helpt.',
      '',
      'De groep schreef een advies aan het stadsdeel. Daarin staat waarom een inloophuis nodig is, met cijfers en met verhalen.',
    ].join('\n'),
    placeName: 'Amstel III',
    place: { lon: 4.9441, lat: 52.3069 },
  },
  progress: [
    {
      on: -74,
      state: 'planned',
      reached: null,
      text: 'Het stadsdeel wil het inloophuis. Nu zoekt de gemeente een gebouw. Daarna volgt de vergunning.',
    },
  ],
});

const beds = (day: OnDay): SampleIntervention => ({
  on: -190,
  key: 'bedden',
  themes: ['portieken'],
  content: {
    title: 'Meer bedden voor de nacht',
    owner: 'De nachtopvang',
    promise: 'houdt 12 extra bedden open tot het inloophuis er is',
    dueOn: day(160),
    target: { number: 12, unit: 'bedden' },
    description: 'Dit is een proef. Zo hoeft niemand in een portiek te slapen zolang het inloophuis er nog niet is.',
    placeName: '',
    place: null,
  },
  progress: [
    { on: -150, state: 'running', reached: 8, text: 'De eerste acht bedden zijn open. Ze zijn elke nacht vol.' },
    {
      on: -12,
      state: 'running',
      reached: 12,
      text: 'Alle twaalf bedden zijn open. In één portiek slaapt nu niemand meer.',
    },
  ],
});

const rounds = (day: OnDay): SampleIntervention => ({
  on: -250,
  key: 'avondrondes',
  themes: ['portieken'],
  content: {
    title: 'Avondrondes met een vragenlijst',
    owner: 'Buurtteam Zuidoost',
    promise: 'loopt zes avonden door de buurt en vraagt wat mensen zien',
    dueOn: day(-150),
    target: { number: 6, unit: 'avonden' },
    description:
      'De onderzoeker van het stadsdeel maakte de vragen. Het buurtteam en bewoners stelden ze samen, ook ’s nachts.',
    placeName: 'De hele buurt',
    place: null,
  },
  progress: [
    { on: -200, state: 'running', reached: 3, text: 'Drie avonden gehad. We spraken met 41 mensen.' },
    {
      on: -152,
      state: 'done',
      reached: 6,
      text: 'Klaar. We spraken in totaal met 87 mensen. Wat zij zeiden, staat bij het thema.',
    },
  ],
});

const talks = (day: OnDay): SampleIntervention => ({
  on: -40,
  key: 'gesprekken',
  themes: ['jeugd'],
  content: {
    title: 'Eerst praten met jongeren',
    owner: 'Jongerenwerk Zuidoost',
    promise: 'praat met 50 jongeren over wat zij missen en wat zij zelf willen doen',
    dueOn: day(45),
    target: { number: 50, unit: 'gesprekken' },
    description: 'We vragen het eerst aan de jongeren zelf. Pas daarna maken we een plan.',
    placeName: 'Hoptille',
    place: { lon: 4.9521, lat: 52.3095 },
  },
  progress: [
    {
      on: -9,
      state: 'running',
      reached: 18,
      text: 'Achttien gesprekken gedaan. Veel jongeren willen een plek die ook na acht uur open is.',
    },
  ],
});

export const interventions = (day: OnDay): SampleIntervention[] => [
  doors(day),
  dropIn(day),
  beds(day),
  rounds(day),
  talks(day),
];
