export { accepted, noSuchMessage } from './accepted.ts';
export { factOfMessages } from './fact-of-messages.ts';
export type { FoundProblem } from './found-problem.ts';
export { DeliveryOrder, DeliveryOutcome, DeliveryState, LoginLinkState } from './message-enums.types.ts';
export { MessageRejected, SendMessageResult, type MessageAccepted } from './message-result.types.ts';
export { Message } from './message.entity.ts';
export {
  DeliveryConnection,
  DeliveryCounts,
  DeliveryView,
  LinkCounts,
  MessageView,
  OutcomeCounts,
} from './message.types.ts';
export { IS_NOT_IN } from './not-in.ts';
export { toProblem } from './preflight.ts';
export { findOwnMessage, toView } from './read-messages.ts';
export { renderFor, wordsFor } from './render-for.ts';
