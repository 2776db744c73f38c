export { clientState, needsYou, type SentLinkState } from './client-state.ts';
export { ClientState } from './client-state.types.ts';
export { MOMENTS, momentsOf, NEEDS_YOU, URGENCY } from './needs-you.ts';
