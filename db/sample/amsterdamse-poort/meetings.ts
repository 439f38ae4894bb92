import type { SampleMeeting } from '../sample.ts';

/** The second was held a few days ago: its report is still to come. */
export const meetings: SampleMeeting[] = [
  {
    on: -15,
    themes: ['plein'],
    when: { days: 15, weekday: 3, from: '19:30', to: '21:00' },
    signUp: { closes: 1 },
    content: {
      title: 'Het plein na tien uur',
      summary: 'We lopen samen over het plein. Daarna praten we binnen verder.',
      audience: 'Voor wie ’s avonds over het plein loopt, of juist niet.',
      description: 'Neem een warme jas mee. We kijken naar het licht en naar de plekken die u mijdt.',
      agenda: [
        '- 19.30 uur: we lopen in kleine groepen',
        '- 20.15 uur: thee en praten in de bibliotheek',
        '- 20.50 uur: wat spreken we af?',
      ].join('\n'),
      placeName: 'Bibliotheek',
      address: 'Bijlmerplein, Amsterdam Zuidoost',
      place: { lon: 4.9501, lat: 52.3141 },
      route: 'We beginnen binnen, bij de ingang van de bibliotheek. Kunt u niet ver lopen? Dan begint u met thee.',
      online: false,
      places: 20,
      organiser: 'Stadsdeel Zuidoost',
      languages: ['nl', 'en'],
      interpreters: ['srn'],
      wheelchair: true,
      childcare: false,
      food: false,
      translations: [
        {
          language: 'en',
          title: 'The square after ten o’clock',
          summary: 'We walk across the square together. After that we talk indoors.',
        },
      ],
    },
  },
  {
    on: -24,
    themes: ['plein'],
    when: { days: -3, weekday: null, from: '20:00', to: '21:30' },
    content: {
      title: 'Hoe bevielen de gastheren?',
      summary: 'Het half jaar met gastheren is om. U zegt of zij moeten blijven.',
      audience: 'Voor bewoners en winkeliers.',
      description:
        'Een half jaar liepen er elke avond twee gastheren over het plein. Wij willen weten wat u ervan merkte.',
      agenda: [
        '- 20.00 uur: de gastheren vertellen',
        '- 20.30 uur: wat merkte u ervan?',
        '- 21.15 uur: hoe gaan we verder?',
      ].join('\n'),
      placeName: 'Bibliotheek',
      address: 'Bijlmerplein, Amsterdam Zuidoost',
      place: { lon: 4.9501, lat: 52.3141 },
      route: 'De zaal is op de eerste verdieping. Er is een lift.',
      online: false,
      places: 35,
      organiser: 'Stadsdeel Zuidoost',
      languages: ['nl'],
      interpreters: ['en'],
      wheelchair: true,
      childcare: false,
      food: false,
      translations: [],
    },
  },
];
