import type { OnDay, SampleResponse, SampleSignals, SampleUpdate } from '../sample.ts';

export const updates: SampleUpdate[] = [
  {
    on: -33,
    themes: ['portieken'],
    intervention: 'deuren',
    content: {
      title: 'De eerste veertig deuren zijn klaar',
      text: 'In Hakfort hangen nu veertig nieuwe deuren. “Ik slaap weer door”, zei een bewoner op de galerij. De rest komt later dan beloofd. De fabriek heeft te weinig hout. Wij houden u op de hoogte.',
    },
    picture: { file: 'deuren.png', alt: 'Tekening: een galerij met vijf voordeuren. Drie deuren zijn nieuw en rood.' },
  },
  {
    on: -14,
    themes: ['jeugd'],
    intervention: 'gesprekken',
    content: {
      title: 'Jongeren tekenden hun ideale plek',
      text: 'Op het pleintje bij Hoptille tekenden jongeren wat zij willen. Bovenaan staan een dak tegen de regen, licht, en een plek om muziek te maken.',
    },
    picture: { file: 'plein.png', alt: 'Tekening: een plein met een bank, een afdak, een lamp en een basket.' },
  },
  {
    on: -5,
    themes: ['portieken'],
    intervention: 'bedden',
    content: {
      title: 'Alle extra bedden zijn open',
      text: 'De nachtopvang heeft nu twaalf extra bedden. Ziet u iemand buiten slapen? Bel dan de opvang. Het nummer hangt in elk portiek.',
    },
  },
];

export const responses = (day: OnDay): SampleResponse[] => [
  {
    on: -28,
    theme: 'portieken',
    intervention: 'deuren',
    content: {
      heardFrom: 'meeting',
      heardOn: day(-41),
      heard: 'Bewoners vroegen om eerst de deuren op de begane grond te doen. Daar wordt het meest ingebroken.',
      decision: 'doing',
      answer: 'De woningcorporatie draait de volgorde om. De begane grond komt nu eerst.',
    },
  },
  {
    on: -26,
    theme: 'portieken',
    intervention: null,
    content: {
      heardFrom: 'signals',
      heardOn: day(-45),
      heard: 'Meerdere mensen schreven dat het licht bij de fietsenkelders vaak uit is.',
      decision: 'done',
      answer: 'Alle lampen zijn nu vervangen door lampen die op beweging aangaan.',
    },
  },
  {
    on: -20,
    theme: 'jeugd',
    intervention: null,
    content: {
      heardFrom: 'conversations',
      heardOn: day(-30),
      heard: 'Jongeren willen dat de buurtkamer tot tien uur open is.',
      decision: 'not-yet',
      answer: 'Er is geen begeleiding na acht uur. Op de avond over jongeren bespreken we wie dat kan doen.',
    },
  },
];

export const signals: SampleSignals[] = [
  {
    theme: 'portieken',
    kind: 'story',
    texts: [
      'Er slaapt vaak iemand bij de lift.',
      'De kelderdeur stond weer open.',
      'Ik hoor ’s nachts geschreeuw in het trappenhuis.',
      'Mijn buurvrouw durft niet meer met de lift.',
      'Bij de brievenbussen wordt gedeald.',
      'De deur beneden sluit niet goed.',
      'Er lag glas in de hal.',
    ],
  },
  {
    theme: 'portieken',
    kind: 'good',
    texts: [
      'Sinds de nieuwe deur slaap ik beter.',
      'De schoonmakers zijn aardig en komen op tijd.',
      'Wij drinken nu koffie op de galerij.',
      'Het licht in de kelder doet het weer.',
      'Een jongen hielp mij met mijn tassen.',
    ],
  },
  {
    theme: 'jeugd',
    kind: 'wish',
    texts: [
      'Een plek om te sporten. Ik wil training geven.',
      'Huiswerkhulp na school. Ik kan rekenen uitleggen.',
      'Een dak tegen de regen bij het plein.',
      'Muziekles voor meiden. Ik speel zelf gitaar.',
      'Een open avond in de buurtkamer. Ik wil de sleutel wel beheren.',
      'Een voetbaltoernooi. Wij willen helpen.',
    ],
  },
];
