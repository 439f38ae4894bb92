/** Rules without input or output, followed by the browser and the server alike: islands may import these as they are. */
export { dangersIn, DANGERS, type Danger } from './danger.ts';
export { marksIn, MARK_KINDS, type Mark, type MarkKind } from './marks.ts';
export { holdsReceipt, plainReceipt } from './receipt-shape.ts';
export { LONGEST_TEXT, signalText, type TextMistake } from './signal-text.ts';
export {
  cellAt,
  firstSquareOf,
  isTooThin,
  placeUnder,
  squareAt,
  SQUARE_SIDE,
  squareKey,
  stepFrom,
  type CellOfSquare,
  type Direction,
  type MapFrame,
  type SquareCorner,
} from './cell-at.ts';
export { isReceipt, receiptFrom, RECEIPT_LENGTH } from './new-receipt.ts';
export { LONGEST_SEALED, TEXT_BLOCK } from './sealed-shape.ts';
