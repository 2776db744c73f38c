export { AccessEvent } from './access-event.entity.ts';
export { actorWords } from './actor-words.ts';
export { recordAccessEvent, recordAccessEvents } from './record-access-event.ts';
