import { feature } from '../../../feature.ts';
import { job } from '../../../job.ts';
import { DAY_MS, later } from '../../../platform/clock.ts';
import { ClientDeliveriesResolver, DeliveriesResolver } from './deliveries.resolver.ts';
import { deliverQueue } from './deliver-queue.ts';
import { deliverDue } from './deliver.ts';
import { Delivery } from './delivery.entity.ts';
import { MailPause } from './mail-pause.entity.ts';
import { MailPauseResolver } from './mail-pause.resolver.ts';
import { SeenProviderEvent } from './provider-event.entity.ts';
import { ReplyAddress } from './reply-address.entity.ts';
import { enqueueDueDeliveries } from './enqueue-due-deliveries.ts';

/** Whoever replies later than that is told where to write. */
const REPLY_ADDRESS_KEPT_MS = 400 * DAY_MS;

export const sending = feature({
  resolvers: [DeliveriesResolver, ClientDeliveriesResolver, MailPauseResolver],
  entities: [Delivery, MailPause, ReplyAddress, SeenProviderEvent],
  jobs: [job(deliverQueue, (worker) => deliverDue(worker.another, worker.ending))],
  due: [enqueueDueDeliveries],
  purge: [
    ({ em, clock }) =>
      em.nativeDelete(ReplyAddress, { createdAt: { $lte: later(clock.now(), -REPLY_ADDRESS_KEPT_MS) } }),
    ({ em, clock }) =>
      em.nativeDelete(SeenProviderEvent, { seenAt: { $lte: later(clock.now(), -2 * DAY_MS) } }),
  ],
});
