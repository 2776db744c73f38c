export * from './documents.ts';
export { default as possibleTypes } from './possible-types.ts';
