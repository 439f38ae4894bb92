import type { OnDay, SampleMeeting, SampleReport } from '../sample.ts';

/** What all meetings in the room of the neighbourhood have in common. */
const inTheRoom = {
  placeName: 'Buurtkamer H-buurt',
  address: 'Hoptille, Amsterdam Zuidoost',
  place: { lon: 4.9523, lat: 52.3094 },
  route: [
    'De buurtkamer is op de begane grond. U herkent hem aan de gele deur.',
    'Van station Bijlmer ArenA loopt u in acht minuten. Er zijn plekken voor fietsen en scootmobielen.',
  ].join('\n'),
  places: 40,
  organiser: 'Buurtteam Zuidoost',
  wheelchair: true,
  online: false,
};

/** Three residents' evenings have one like this; see the fields of a report in src/domain/meetings. */
const firstEvening = (day: OnDay): SampleReport => ({
  on: -39,
  content: {
    attended: 27,
    said: [
      'Bewoners spraken over de voordeuren, over slapen in portieken en over het licht in de kelders.',
      '',
      '- Op de begane grond wordt het meest ingebroken. Daar moeten de eerste deuren komen.',
      '- Wie buiten slaapt, heeft vaak nergens anders een plek. Wegsturen helpt dan niet.',
      '- In de fietsenkelders is het licht vaak uit. Mensen halen hun fiets liever niet alleen.',
      '- Jongeren krijgen snel de schuld. Met hen praat bijna niemand.',
    ].join('\n'),
    next: [
      'De woningcorporatie en het stadsdeel hebben dit verslag gelezen. Zij doen wat hierboven staat.',
      '',
      'Op de volgende avond hoort u wat er klaar is, en wat niet.',
    ].join('\n'),
    tellOn: day(15),
  },
  agreements: [
    {
      what: 'De deuren op de begane grond komen eerst aan de beurt.',
      owner: 'De woningcorporatie',
      dueOn: day(30),
      intervention: 'deuren',
      done: false,
    },
    {
      what: 'We praten eerst met jongeren, en maken pas daarna een plan.',
      owner: 'Jongerenwerk Zuidoost',
      dueOn: null,
      intervention: 'gesprekken',
      done: false,
    },
    {
      what: 'In de fietsenkelders komen lampen die vanzelf aangaan.',
      owner: 'De woningcorporatie',
      dueOn: day(-27),
      intervention: null,
      done: true,
    },
  ],
});

const howIsYourStairwell: SampleMeeting = {
  on: -20,
  themes: ['portieken'],
  when: { days: 8, weekday: 2, from: '19:30', to: '21:30' },
  content: {
    ...inTheRoom,
    title: 'Hoe gaat het in uw portiek?',
    summary: 'U hoort hoe het staat met de deuren en de bedden. U zegt wat er nog moet gebeuren.',
    audience: 'Voor alle bewoners van de H-buurt.',
    description: [
      'U hoeft niets voor te bereiden. Zegt u liever niets? Luisteren mag ook.',
      '',
      'Er zijn geen agenten of hulpverleners aan tafel. Zo kunt u vrij praten.',
    ].join('\n'),
    agenda: [
      '- 19.30 uur: soep en koffie',
      '- 19.45 uur: hoe staat het met de afspraken?',
      '- 20.15 uur: aan tafel per flat: wat ziet u, wat mist u?',
      '- 21.15 uur: wat spreken we af?',
    ].join('\n'),
    languages: ['nl', 'en'],
    interpreters: ['ar', 'es'],
    childcare: true,
    food: true,
    translations: [
      {
        language: 'en',
        title: 'How is your stairwell doing?',
        summary: 'Hear how far we are with the doors and the shelter beds. Tell us what still needs to be done.',
      },
      {
        language: 'ar',
        title: 'كيف الحال في مدخل عمارتكم؟',
        summary: 'تسمعون إلى أين وصل العمل في الأبواب وأسرّة المأوى، وتقولون لنا ما الذي ما زال ناقصًا.',
      },
      {
        language: 'tr',
        title: 'Binanızın girişi ve merdivenleri nasıl?',
        summary: 'Kapılar ve gece barınağı yatakları için neler yapıldığını dinlersiniz. Eksikleri siz söylersiniz.',
      },
    ],
  },
};

const youngPeople: SampleMeeting = {
  on: -10,
  themes: ['jeugd'],
  when: { days: 23, weekday: 4, from: '19:00', to: '21:00' },
  signUp: { opens: 14 },
  content: {
    title: 'Jongeren aan het woord',
    summary: 'Jongeren vertellen wat zij missen. Daarna bedenken we samen wat er kan.',
    audience: 'Voor jongeren, ouders en buren.',
    description: 'De jongeren beginnen. Daarna praten we in kleine groepen. Er is eten voor iedereen.',
    agenda: [
      '- 19.00 uur: samen eten',
      '- 19.30 uur: jongeren laten hun tekeningen zien',
      '- 20.00 uur: praten in kleine groepen',
      '- 20.45 uur: wat kan deze winter al?',
    ].join('\n'),
    placeName: 'Jongerencentrum',
    address: 'Bijlmerdreef, Amsterdam Zuidoost',
    place: { lon: 4.9566, lat: 52.3112 },
    route: 'De ingang is aan de kant van het park. Metro 53 stopt vlakbij, bij Ganzenhoef.',
    online: false,
    places: 25,
    organiser: 'Jongerenwerk Zuidoost',
    languages: ['nl'],
    interpreters: [],
    wheelchair: true,
    childcare: false,
    food: true,
    translations: [],
  },
};

export const meetings = (day: OnDay): SampleMeeting[] => [
  howIsYourStairwell,
  youngPeople,
  {
    on: -70,
    themes: ['portieken'],
    when: { days: -47, weekday: 2, from: '19:30', to: '21:30' },
    content: {
      ...inTheRoom,
      title: 'Eerste avond over de portieken',
      summary: 'Bewoners vertelden wat zij zien en welke flat het eerst aan de beurt moet zijn.',
      audience: 'Voor bewoners van Hakfort en Huigenbos.',
      description: 'Er wordt veel over de portieken gezegd. Wij willen het van u horen. U woont er.',
      agenda: [
        '- 19.30 uur: koffie en thee',
        '- 19.45 uur: wat ziet u in uw portiek?',
        '- 20.45 uur: wat moet het eerst?',
        '- 21.15 uur: wat spreken we af?',
      ].join('\n'),
      languages: ['nl'],
      interpreters: ['en'],
      childcare: false,
      food: false,
      translations: [],
    },
    report: firstEvening(day),
  },
];
