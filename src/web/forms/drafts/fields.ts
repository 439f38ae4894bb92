import type { FieldShape } from './shape.ts';

/** The fields that forms are mostly made of. */
export const line = (name: string, more: Partial<FieldShape> = {}): FieldShape => ({ name, kind: 'line', ...more });
export const optional = (field: FieldShape): FieldShape => ({ ...field, optional: true });
/** Beside each other, as one answer. */
export const beside = (side: string, ...fields: readonly FieldShape[]): FieldShape[] =>
  fields.map((field) => ({ ...field, side }));
export const text = (name: string, rows = 3): FieldShape => ({ name, kind: 'text', rows });
export const markdown = (name: string, rows = 8): FieldShape => ({ name, kind: 'markdown', rows });
export const tick = (name: string): FieldShape => ({ name, kind: 'tick', optional: true });
export const date = (name: string): FieldShape => ({ name, kind: 'date', short: true });
export const time = (name: string): FieldShape => ({ name, kind: 'time', short: true });
