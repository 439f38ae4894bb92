export * from './professionals.ts';
export * from './published.ts';
export * from './residents.ts';
export * from './signals.ts';
