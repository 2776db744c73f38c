export { default as FreshLoginFirst } from './FreshLoginFirst.svelte';
