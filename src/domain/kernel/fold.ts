/** A text as names are compared: without case, accents and the width of its letters. `Ganzenhoéf` and `GANZENHOEF` are one. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
