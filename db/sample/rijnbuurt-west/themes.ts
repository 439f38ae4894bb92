import type { OnDay, SampleTheme } from '../sample.ts';

export const themes = (day: OnDay): SampleTheme[] => [
  {
    on: -330,
    key: 'samen',
    content: {
      title: 'Activiteiten waar iedereen welkom is',
      summary: 'Er is veel te doen, maar niet iedereen durft te komen. Wij maken het met bewoners zelf.',
      intendedOutcome:
        'Elke week is er iets te doen dat bewoners zelf maken. Ook mensen die lastig te begrijpen zijn, doen mee.',
      phase: 'evaluation',
      startedOn: day(-330),
      figuresShow:
        'Bijna 1 op de 4 mensen is hier 65 jaar of ouder. In heel Amsterdam is dat 1 op de 7. Een huishouden telt gemiddeld 1,5 mensen.',
      weHear:
        'Veel ouderen wonen alleen op een hoge verdieping. Zij komen weinig buiten. Zij willen wel, maar niet alleen.',
      judgement: 'De cijfers en de verhalen passen bij elkaar. Samen eten werkt beter dan een cursus.',
      indicators: ['share-65-plus', 'household-size', 'liveability-neighbours'],
      workingGroup: {
        lead: 'Welzijn in de Rivierenbuurt',
        members: ['Bewoners', 'Stadsdeel Zuid'],
        rhythm: 'elke week, aan de buurttafel',
      },
    },
  },
  {
    on: -328,
    key: 'leefstijl',
    content: {
      title: 'Leven naast mensen die anders leven',
      summary: 'Sommige buren leven anders dan u. Hoe gaat u daar goed mee om?',
      intendedOutcome: 'Bewoners en vakmensen weten wat zij kunnen doen als iemand zich vreemd gedraagt.',
      phase: 'evaluation',
      startedOn: day(-328),
      figuresShow:
        'De sociale samenhang krijgt hier een lager cijfer dan gemiddeld in Nederland, zegt de Leefbaarometer.',
      weHear: 'Mensen schrikken van een buurman die schreeuwt. Zij weten niet wie zij moeten bellen.',
      judgement:
        'We dachten dat de overlast bij de omklapwoningen zat. Dat klopt niet. Het lastigst zijn mensen die zorg mijden. Zij zijn er soms even, en dan weer niet.',
      indicators: ['liveability-neighbours'],
      workingGroup: {
        lead: 'Vijf woningcorporaties',
        members: ['Zorgorganisaties', 'Welzijn in de Rivierenbuurt'],
        rhythm: 'elke twee maanden',
      },
    },
  },
  {
    on: -326,
    key: 'zorg',
    content: {
      title: 'Weten waar u hulp vindt',
      summary: 'Er is veel hulp, van organisaties en van buren. Maar wie weet dat?',
      intendedOutcome: 'Elke bewoner weet één plek waar hij altijd met een vraag terechtkan.',
      phase: 'work',
      startedOn: day(-326),
      figuresShow: '',
      weHear:
        'Huisartsen zeggen dat mensen pas komen als het al slecht gaat. Bewoners zeggen dat zij te veel folders krijgen.',
      judgement: '',
      indicators: ['share-65-plus'],
      workingGroup: {
        lead: 'Stadsdeel Zuid',
        members: ['Huisartsen', 'Welzijn in de Rivierenbuurt', 'Bewoners'],
        rhythm: 'elke twee maanden',
      },
    },
  },
];
