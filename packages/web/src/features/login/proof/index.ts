export { default as OwnerProof } from './OwnerProof.svelte';
