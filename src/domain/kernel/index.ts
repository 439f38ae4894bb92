export * from './clock.ts';
export * from './geometry.ts';
export * from './ids.ts';
export * from './letter.ts';
export * from './permissions.ts';
export * from './result.ts';
export * from './slug.ts';
export * from './versions.ts';
