/**
 * Making a place coarse. `makeCellsOf(needs)` gives `cellsOf(outline)`, the division of a buurt (`CellGrid`); with it
 * `cellOf(grid, place)` is the id of the cell of a known place, and `labelOf(grid, id)` what the atlas calls a cell, also one of
 * an earlier division.
 */
export { cellOf, makeCellsOf, type CellsOf, type PlaceNeeds } from './cells.ts';
export { coarsePlace, type PlaceChoice, type PlaceChoices, type PlaceMistake } from './coarse-place.ts';
export { labelOf, lettersOf, squaresOf, type Cell, type CellGrid } from './grid.ts';
export { toRd } from './rd.ts';
