export { default as SecondStepForm } from './SecondStepForm.svelte';
