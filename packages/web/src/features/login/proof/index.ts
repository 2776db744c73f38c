export { default as FreshLoginFirst } from './FreshLoginFirst.svelte';
export { default as StepFirst } from './StepFirst.svelte';
