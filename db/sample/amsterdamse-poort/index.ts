import type { OnDay, SampleBuurt } from '../sample.ts';
import { meetings } from './meetings.ts';

export const amsterdamsePoort = (day: OnDay): SampleBuurt => ({
  on: -290,
  content: {
    name: 'Amsterdamse Poort',
    focus: 'Een plein waar iedereen ook ’s avonds graag komt.',
    introduction: [
      'De Amsterdamse Poort is het winkelhart van Zuidoost. Er wonen ruim 2.300 mensen. Overdag komen er veel meer mensen langs.',
      '',
      'Daardoor zijn de cijfers over misdrijven hier hoog. Veel daarvan gaat over diefstal uit winkels. Dat zegt dus weinig over de mensen die er wonen.',
    ].join('\n'),
    step: 'work',
    stepSince: day(-120),
    stepNote: 'Organisaties doen wat ze hebben beloofd. In januari bespreken we met bewoners wat het heeft gebracht.',
    areaCodes: ['BU0363TC03'],
    boroughCode: 'T',
    cityCode: 'GM0363',
    keyIndicators: ['crimes', 'liveability', 'liveability-safety'],
    accent: 'plum',
    organisations: [
      { name: 'Stadsdeel Zuidoost', role: 'leidt de groep', leads: true },
      { name: 'Buurtteam Zuidoost', role: 'spreekt met bewoners en mensen op straat', leads: false },
      { name: 'Winkeliersvereniging', role: 'spreekt voor de winkels', leads: false },
    ],
    contact: {
      organisation: 'Gebiedsmakelaar van Stadsdeel Zuidoost',
      email: 'amsterdamse-poort@voorbeeld.example',
      phone: '',
      walkIn: '',
    },
    places: [
      { name: 'Anton de Komplein', lon: 4.9519, lat: 52.3152 },
      { name: 'Bijlmerplein', lon: 4.9497, lat: 52.3137 },
    ],
  },
  themes: [
    {
      on: -270,
      key: 'plein',
      content: {
        title: 'Prettig over het plein',
        summary: 'Overdag is het plein vol en levendig. ’s Avonds lopen mensen liever om.',
        intendedOutcome:
          'Over een jaar lopen bewoners ook na tien uur over het plein. Er zijn dan minder meldingen van bedreiging en lawaai.',
        phase: 'work',
        startedOn: day(-270),
        figuresShow: [
          'De politie telde hier in 2025 1.345 misdrijven. In 2021 waren dat er 1.161.',
          '',
          'Een cijfer per inwoner zegt hier weinig. De meeste mensen op het plein wonen ergens anders.',
        ].join('\n'),
        weHear:
          'Vrouwen zeggen dat zij ’s avonds een andere weg nemen. Winkeliers zien vaak dezelfde tien mensen. Bezoekers van de markt vinden het juist gezellig.',
        judgement:
          'Het gaat om een paar plekken en een paar uren. Daarom doen we niet alles overal. We beginnen bij de doorgang naar het station, tussen acht en twaalf uur ’s avonds.',
        indicators: ['crimes', 'liveability-safety'],
        workingGroup: {
          lead: 'Stadsdeel Zuidoost',
          members: ['Buurtteam Zuidoost', 'Winkeliersvereniging', 'Politie'],
          rhythm: 'elke maand',
        },
      },
    },
  ],
  interventions: [
    {
      on: -200,
      key: 'licht',
      themes: ['plein'],
      content: {
        title: 'Licht in de doorgang',
        owner: 'Stadsdeel Zuidoost',
        promise: 'hangt 24 nieuwe lampen op in de doorgang naar het station',
        dueOn: day(20),
        target: { number: 24, unit: 'lampen' },
        description:
          'De doorgang is laag en donker. Nieuwe lampen schijnen ook op de muren. Dan ziet u wie u tegenkomt.',
        placeName: 'Doorgang bij het station',
        place: { lon: 4.9484, lat: 52.3131 },
      },
      progress: [
        {
          on: -60,
          state: 'running',
          reached: 6,
          text: 'De eerste zes lampen hangen. Bewoners kozen de kleur: warm wit.',
        },
        {
          on: -6,
          state: 'running',
          reached: 18,
          text: 'Achttien lampen branden. De laatste zes volgen over twee weken.',
        },
      ],
    },
    {
      on: -180,
      key: 'gastheren',
      themes: ['plein'],
      content: {
        title: 'Twee gastheren op het plein',
        owner: 'Winkeliersvereniging',
        promise: 'betaalt een half jaar twee gastheren op het plein, elke avond van acht tot twaalf',
        dueOn: day(-10),
        target: null,
        description: 'De gastheren kennen de mensen op het plein. Zij groeten, helpen en bellen op tijd.',
        placeName: 'Anton de Komplein',
        place: { lon: 4.9519, lat: 52.3152 },
      },
      progress: [
        {
          on: -165,
          state: 'running',
          reached: null,
          text: 'De gastheren zijn begonnen. U herkent ze aan hun gele jas.',
        },
        {
          on: -11,
          state: 'done',
          reached: null,
          text: 'Het half jaar is om. Winkeliers en bewoners willen verder. Op de volgende avond bespreken we wie het betaalt.',
        },
      ],
    },
  ],
  updates: [
    {
      on: -7,
      themes: ['plein'],
      intervention: 'licht',
      content: {
        title: 'Warm licht in de doorgang',
        text: 'Achttien van de 24 lampen branden. Loopt u er langs? Laat ons weten of het prettiger voelt.',
      },
      picture: { file: 'doorgang.png', alt: 'Tekening: een doorgang onder het spoor met een rij brandende lampen.' },
    },
  ],
  responses: [
    {
      on: -55,
      theme: 'plein',
      intervention: 'licht',
      content: {
        heardFrom: 'signals',
        heardOn: day(-90),
        heard: 'Veel mensen noemden dezelfde donkere hoek bij de trap.',
        decision: 'doing',
        answer: 'De eerste lampen hangen precies daar. De rest van de doorgang volgt.',
      },
    },
  ],
  meetings,
  signals: [
    {
      theme: 'plein',
      kind: 'feeling',
      texts: [
        'Bij de trap voel ik me niet veilig.',
        'Na tien uur neem ik liever de bus.',
        'Op de markt voel ik me thuis.',
        'De doorgang is eng als het donker is.',
        'Met de gastheren erbij voel ik me beter.',
        'Bij de fontein zit ik graag.',
        'De hoek bij de kluisjes mijd ik.',
      ],
    },
  ],
});
