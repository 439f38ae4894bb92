import { describe, expect, it } from 'vitest';
import { cellOf, makeCellsOf, squareAt, toRd, type SignalOffer } from '../../../domain/signals/index.ts';
import { aBuurt, anArea } from '../../../../tests/factories/index.ts';
import { translate as t } from '../../translate.ts';
import { cellShape } from './cell-shape.ts';
import { cellDrawing, gridDrawing, placesOnMap } from './map.ts';
import { cellGroups, chosenPlace, placeOptions, saySize } from './place.ts';

const LEAST = 8;
const stateOf = (typed: Readonly<Record<string, string>>) => ({
  value: (name: string, initial = '') => typed[name] ?? initial,
  values: (name: string) => (typed[name] === undefined ? [] : [typed[name]]),
  isChecked: (name: string, value: string) => typed[name] === value,
  error: () => undefined,
  errors: [],
});

const PLEIN = { name: 'Het plein', lon: 4.955, lat: 52.315 };
const squareOfPlein = squareAt(...toRd(PLEIN.lon, PLEIN.lat)).join('-');

/** A buurt with a place in a cell and one in none; so many homes in each square. */
async function givenOffer(homes = 3): Promise<SignalOffer> {
  const { geometry: shape } = anArea();
  const known = {
    find: (places: readonly string[]) => Promise.resolve(new Map(places.map((place) => [place, homes]))),
    revision: () => Promise.resolve('1'),
    ofAreas: () => Promise.resolve(null),
  };
  const grid = await makeCellsOf({ homes: known, minAddresses: LEAST })({ shape });
  const buurt = aBuurt({ name: 'Lindebuurt', places: [PLEIN, { name: 'Het bos', lon: 4.5, lat: 52.315 }] });
  const places = buurt.places.map((place) => ({ name: place.name, cell: cellOf(grid, place) }));
  return { buurt, themes: [], outline: { shape, source: 'schets' }, grid, cells: grid.cells, homes: null, places };
}

describe('the place on the check page', () => {
  it('P3: is a cell with its size and how many homes it holds at least', async () => {
    const offer = await givenOffer();
    const [cell] = offer.cells;
    if (!cell) throw new Error('no cells');
    const view = chosenPlace(offer, stateOf({ place: 'cell', cell: cell.id }), { t, least: LEAST });
    expect(view).toMatchObject({ cell: cell.id, place: `Vak ${cell.label}` });
    expect(view.kept).toBe(`Wij bewaren alleen het gekleurde vak: ${saySize(cell, t)}, met minstens 8 adressen.`);
  });

  it('P3: is the cell of a known place, or the buurt where too few homes are', async () => {
    const offer = await givenOffer();
    const at = (knownPlace: string) => chosenPlace(offer, stateOf({ place: 'known', knownPlace }), { t, least: LEAST });
    expect(at('Het plein').place).toMatch(/^Het plein \(vak [A-Z]+\d.*\)$/);
    expect(at('Het plein').cell).toBe(offer.places[0]?.cell);
    expect(at('Het bos')).toMatchObject({
      cell: null,
      place: 'Heel Lindebuurt',
      kept: 'Rond deze plek (Het bos) zijn te weinig adressen voor een vak. Wij bewaren alleen dat het over Lindebuurt gaat.',
    });
  });

  it.each([
    ['none', 'Geen plek'],
    ['buurt', 'Heel Lindebuurt'],
    ['', 'Geen plek'],
  ])('with the choice "%s" is no cell, whatever else was filled in', async (place, words) => {
    const offer = await givenOffer();
    const cell = place === '' ? '' : (offer.cells[0]?.id ?? '');
    expect(chosenPlace(offer, stateOf({ place, cell }), { t, least: LEAST })).toMatchObject({
      cell: null,
      place: words,
    });
  });
});

describe('the list of cells', () => {
  it('goes column by column, and tells how large each cell is', async () => {
    const { cells } = await givenOffer();
    const groups = cellGroups(cells, t);
    expect(groups[0]?.title).toBe('Vanaf kolom A');
    expect(groups.flatMap(({ options }) => options.map(({ value }) => value))).toEqual(cells.map(({ id }) => id));
    for (const { label } of groups.flatMap(({ options }) => options)) expect(label).toMatch(/, .*\d00 bij \d00 meter$/);
  });

  it('says of each known place what is kept of it', async () => {
    const labels = placeOptions(await givenOffer(), t).map(({ label }) => label);
    expect(labels[1]).toMatch(/^Het plein \(vak [A-Z]+\d.*\)$/);
    expect(labels[2]).toBe('Het bos (de hele buurt)');
  });
});

describe('the map of cells', () => {
  it('draws every cell, with letters and numbers on both sides', async () => {
    const offer = await givenOffer();
    const drawing = gridDrawing(offer);
    expect(Object.keys(drawing?.cells ?? {})).toEqual(offer.cells.map(({ id }) => id));
    expect(drawing?.letters.map(({ text }) => text).filter((text) => text === 'A')).toHaveLength(2);
    expect(drawing?.letters).toHaveLength(2 * offer.grid.columns);
    expect(drawing?.numbers).toHaveLength(2 * offer.grid.rows);
    expect(drawing?.outline).toMatch(/^M/);
  });

  it('numbers only the known places that lie in a cell, in the square where they are', async () => {
    const offer = await givenOffer();
    const drawing = gridDrawing(offer);
    expect(placesOnMap(offer).map(({ name, number }) => ({ name, number }))).toEqual([
      { name: 'Het plein', number: 1 },
    ]);
    const [mark] = drawing?.places ?? [];
    if (!drawing || !mark) throw new Error('nothing drawn');
    const [x, y] = [
      drawing.west + Math.floor((mark.x - drawing.left) / drawing.side),
      drawing.north - Math.floor((mark.y - drawing.top) / drawing.side),
    ];
    expect(`${String(x)}-${String(y)}`).toBe(squareOfPlein);
  });

  it('is not there as long as nothing is known of homes, or no area was imported', async () => {
    expect(gridDrawing(await givenOffer(0))).toBeNull();
    const offer = await givenOffer();
    expect(gridDrawing({ ...offer, grid: { ...offer.grid, columns: 0, cells: [] } })).toBeNull();
  });

  it('shows where too few homes are for a cell', async () => {
    const offer = await givenOffer();
    const [first = ''] = Object.keys(offer.grid.squares);
    const grid = { ...offer.grid, squares: { ...offer.grid.squares, [first]: null } };
    expect(gridDrawing(offer)?.empty).toBe('');
    expect(gridDrawing({ ...offer, grid })?.empty).toMatch(/^M/);
  });

  it('puts a mark on a cell, also on one of an earlier division', async () => {
    const { grid, outline } = await givenOffer();
    const earlier = `r${squareOfPlein}`;
    const marks = [
      { cell: earlier, text: '5–9', look: 'value' },
      { cell: 'r1-4000', text: '10–19', look: 'value' },
    ] as const;
    const drawing = cellDrawing({ grid, outline, marks });
    expect(drawing?.marks.map(({ text }) => text)).toEqual(['5–9']);
    expect(drawing?.cells[earlier]?.area).toMatch(/^M/);
  });
});

describe('the shape of a cell', () => {
  const frame = { side: 40, left: 0, top: 0, west: 10, north: 20 };

  it('has a border round it and none within', () => {
    const { border, area } = cellShape(
      [
        { x: 10, y: 20 },
        { x: 11, y: 20 },
      ],
      frame,
    );
    expect(border.match(/M/g)).toHaveLength(6);
    expect(area.match(/M/g)).toHaveLength(2);
  });

  it('bears its mark in the middle, and within the shape where there is a corner less', () => {
    const block = [10, 11].flatMap((x) => [19, 20].map((y) => ({ x, y })));
    expect(cellShape(block, frame)).toMatchObject({ x: 40, y: 40 });
    const corner = block.filter(({ x, y }) => x !== 11 || y !== 19);
    const { x, y } = cellShape(corner, frame);
    expect([x, y]).toEqual([20, 20]);
  });

  it('is nothing for no squares', () => {
    expect(cellShape([], frame)).toMatchObject({ area: '', border: '' });
  });
});
