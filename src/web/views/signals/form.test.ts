import { describe, expect, it } from 'vitest';
import { LONGEST_TEXT, SIGNAL_KINDS, SIGNAL_STATES, type QueueEntry } from '../../../domain/signals/index.ts';
import { isMessageKey, translate as t } from '../../translate.ts';
import { deskEntry, queueLinks, releaseView, sayWeek } from './desk.ts';
import { gridDrawing, placesOnMap } from './map.ts';
import { cellGroups, checkView, kindName, queueOf, signalStep } from './form.ts';
import { givenSignals } from '../../../../tests/signals/given.ts';

const stateOf = (typed: Readonly<Record<string, string>>) => ({
  value: (name: string, initial = '') => typed[name] ?? initial,
  values: (name: string) => (typed[name] === undefined ? [] : [typed[name]]),
  isChecked: (name: string, value: string) => typed[name] === value,
  error: () => undefined,
  errors: [],
});

async function givenOffer() {
  const offer = await (await givenSignals()).signals.offer('lindebuurt');
  if (!offer) throw new Error('no offer');
  return offer;
}

describe('the check page', () => {
  it('says a cell by its letter and number, and a known place by its name', async () => {
    const offer = await givenOffer();
    const [cell] = offer.cells;
    const typed = { kind: 'good', text: ' Mooi \n', theme: 'schone-portieken', cell: cell?.id ?? '' };
    expect(checkView(offer, stateOf({ ...typed, place: 'cell' }), t)).toMatchObject({
      ...{ text: 'Mooi', kind: 'Iets dat goed gaat', theme: 'Schone portieken' },
      ...{ cell: cell?.id, place: `Vak ${cell?.label ?? ''}` },
    });
    const known = checkView(offer, stateOf({ ...typed, place: 'known', knownPlace: 'Het plein' }), t);
    expect(known.place).toMatch(/^Vak [A-Z]+\d+, bij Het plein$/);
    expect(known.cell).toBe(offer.places[0]?.cell);
  });

  it('shows no cell when the resident chose to name no place', async () => {
    const offer = await givenOffer();
    const view = checkView(offer, stateOf({ place: 'none', cell: offer.cells[0]?.id ?? '' }), t);
    expect(view).toMatchObject({ cell: null, place: 'Geen plek, of de hele buurt', theme: 'Geen thema' });
  });
});

describe('the map of cells', () => {
  it('draws each cell once, with its letters and numbers on both sides', async () => {
    const offer = await givenOffer();
    const drawing = gridDrawing(offer);
    const columns = new Set(offer.cells.map(({ column }) => column)).size;
    expect(drawing?.squares.match(/M/g)).toHaveLength(offer.cells.length);
    expect(drawing?.letters.map(({ text }) => text).filter((text) => text === 'A')).toHaveLength(2);
    expect(drawing?.letters).toHaveLength(2 * columns);
    expect(drawing?.outline).toMatch(/^M/);
  });

  it('puts a known place in the cell that its label names', async () => {
    const offer = await givenOffer();
    const drawing = gridDrawing(offer);
    const [place] = placesOnMap(offer);
    const cell = offer.cells.find(({ label }) => label === place?.label);
    const [mark] = drawing?.places ?? [];
    if (!drawing || !cell || !mark) throw new Error('nothing drawn');
    expect(Math.floor((mark.x - drawing.left) / drawing.side)).toBe(cell.column);
    expect(Math.floor((mark.y - drawing.top) / drawing.side)).toBe(cell.row);
  });

  it('is not there as long as no area was imported', async () => {
    const offer = await givenOffer();
    expect(gridDrawing({ ...offer, cells: [] })).toBeNull();
  });

  it('lists the cells column by column', async () => {
    const { cells } = await givenOffer();
    const groups = cellGroups(cells);
    expect(groups[0]?.letters).toBe('A');
    expect(groups.flatMap((group) => group.cells)).toEqual(cells);
  });
});

describe('the steps', () => {
  it.each([
    ['nothing was sent', {}, 'form'],
    ['the form has a mistake', { checked: { error: { code: 'BAD_REQUEST' } } }, 'form'],
    ['the form is right', { checked: { data: {} } }, 'check'],
    ['the form token is too old', { sent: { error: { code: 'CONFLICT' } } }, 'check'],
    ['the database failed', { sent: { error: { code: 'SERVICE_UNAVAILABLE' } } }, 'check'],
    ['a theme was gone in the meantime', { sent: { error: { code: 'BAD_REQUEST' } } }, 'form'],
    ['it was stored', { sent: { data: {} } }, 'sent'],
  ] as const)('when %s, shows the right page', (_, { checked, sent }: { checked?: object; sent?: object }, step) => {
    expect(signalStep({ checked, sent })).toBe(step);
  });
});

describe('the desk', () => {
  const signal = {
    id: '1',
    buurtId: 'b',
    kind: 'wish',
    text: 'Meer licht',
    themeId: null,
    cell: null,
    week: '2027-W05',
    state: 'new',
  } as const;
  const entry: QueueEntry = { signal, buurtName: 'Lindebuurt', themeTitle: null, place: null };

  it('says where and when in words', () => {
    expect(sayWeek('2027-W05', t)).toBe('week 5 van 2027');
    expect(deskEntry(entry, t)).toMatchObject({ place: 'geen plek, of de hele buurt', theme: 'geen thema' });
    expect(deskEntry({ ...entry, place: { label: 'C4', knownPlaces: ['Het plein', 'De brug'] } }, t).place).toBe(
      'vak C4, bij Het plein, De brug',
    );
  });

  it('offers to accept or refuse what is new, and to take back what was decided', () => {
    expect(deskEntry(entry, t).ways.map(({ to }) => to)).toEqual(['accepted', 'refused']);
    const decided = deskEntry({ ...entry, signal: { ...signal, state: 'accepted' } }, t);
    expect(decided.ways.map(({ to }) => to)).toEqual(['new']);
  });

  it('leads from queue to queue by addresses that it understands', () => {
    const links = queueLinks({ new: 2, accepted: 1200, refused: 0 }, 'new', t);
    expect(links.map(({ label }) => label)).toEqual(['Nieuw (2)', 'Aangenomen (1.200)', 'Afgewezen (0)']);
    const asked = links.map(({ href }) => new URL(href, 'http://portal.invalid').searchParams.get('stand'));
    expect(asked.map(queueOf)).toEqual(SIGNAL_STATES);
  });

  it('says what a release would change', () => {
    const buurt = { id: 'b', slug: 'lindebuurt', name: 'Lindebuurt' };
    const changes = [{ themeId: null, themeTitle: null, kind: 'good', from: 0, to: 5 }];
    expect(releaseView([{ buurt, lastOn: '2027-03-01', changes }], t)).toEqual({
      last: 'Het laatst op 1 maart 2027.',
      rows: [{ buurt: 'Lindebuurt', theme: 'geen thema', kind: 'Iets dat goed gaat', from: 'niets', to: '5' }],
    });
    expect(releaseView([{ buurt, lastOn: null, changes: [] }], t).last).toBe('Er is nog nooit iets gepubliceerd.');
  });
});

it('has a name for every kind, and a sentence for every mistake', () => {
  for (const kind of SIGNAL_KINDS) expect(kindName(kind, t)).not.toBe(kind);
  const mistakes = {
    buurt: ['unknown'],
    kind: ['missing', 'unknown'],
    text: ['empty', 'too-long', 'unreadable'],
    theme: ['unknown'],
    place: ['unknown', 'two'],
    knownPlace: ['missing', 'unknown'],
    cell: ['missing', 'unknown'],
  };
  for (const [field, reasons] of Object.entries(mistakes))
    for (const reason of reasons) expect(isMessageKey(`signals.mistake.${field}.${reason}`)).toBe(true);
  expect(t('signals.mistake.text.too-long')).toContain(LONGEST_TEXT.toLocaleString('nl'));
});
