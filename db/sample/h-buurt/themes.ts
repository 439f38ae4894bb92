import type { OnDay, SampleTheme } from '../sample.ts';

export const themes = (day: OnDay): SampleTheme[] => [
  {
    on: -280,
    key: 'portieken',
    content: {
      title: 'Rust in de portieken',
      summary: 'Mensen zonder huis slapen in portieken. Er wordt gedeald. Bewoners durven soms hun eigen trap niet op.',
      intendedOutcome: [
        'Over een jaar is dit anders:',
        '',
        '- Bewoners lopen ’s avonds gerust door hun portiek.',
        '- Wie geen huis heeft, kan ergens anders naartoe.',
        '- De politie telt minder inbraken in de flats.',
      ].join('\n'),
      phase: 'work',
      startedOn: day(-280),
      figuresShow: [
        'In 2025 telde de politie 576 misdrijven in de H-buurt. In 2021 waren dat er 391.',
        '',
        'De veiligheid krijgt hier een laag cijfer in de Leefbaarometer. Alleen Huntum doet het beter.',
      ].join('\n'),
      weHear: [
        'We liepen ’s nachts door de buurt en spraken met mensen op straat. We hoorden dit:',
        '',
        '- In sommige portieken slapen elke nacht mensen.',
        '- Deuren zijn met één trap open.',
        '- Wie buiten slaapt, is vaak zelf ook bang.',
      ].join('\n'),
      judgement:
        'De cijfers en de verhalen wijzen dezelfde kant op. De meeste overlast komt niet van mensen die hier met begeleiding wonen. Zij komt van mensen die nergens terechtkunnen. Daarom helpt alleen strenger optreden niet. Er is een inloophuis nodig, en er zijn sterkere deuren nodig.',
      indicators: ['crimes', 'crime-rate', 'liveability-safety'],
      workingGroup: {
        lead: 'Buurtteam Zuidoost',
        members: ['Stadsdeel Zuidoost', 'De woningcorporatie', 'De nachtopvang', 'Politie'],
        rhythm: 'elke zes weken',
      },
    },
  },
  {
    on: -60,
    key: 'jeugd',
    content: {
      title: 'Jeugd en veiligheid',
      summary: 'Jongeren hangen rond omdat er weinig te doen is. Andere bewoners voelen zich daar niet prettig bij.',
      intendedOutcome: [
        'Dit is ons doel. Jongeren hebben een eigen plek in de buurt. Zij denken mee over wat daar gebeurt. Oudere bewoners kennen hen bij naam.',
        '',
        'Wij maken dit doel nog scherper op de volgende bewonersavond.',
      ].join('\n'),
      phase: 'delimiting',
      startedOn: day(-60),
      figuresShow:
        'In de H-buurt wonen ongeveer 1.225 kinderen tot 15 jaar. Dat is 1 op de 6 mensen. In heel Amsterdam is dat 1 op de 8.',
      weHear: [
        'Jongeren zeggen: “Na acht uur is alles dicht.”',
        '',
        'Ouders zeggen dat er te weinig te doen is in de buurt. Ouderen lopen liever om als er een groep staat.',
      ].join('\n'),
      judgement: '',
      indicators: ['share-0-14', 'share-15-24', 'liveability-neighbours'],
      workingGroup: {
        lead: 'Jongerenwerk Zuidoost',
        members: ['Buurtteam Zuidoost', 'Stadsdeel Zuidoost'],
        rhythm: 'elke maand',
      },
    },
  },
];
