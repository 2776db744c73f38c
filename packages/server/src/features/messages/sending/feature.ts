import { feature } from '../../../feature.ts';
import { job } from '../../../job.ts';
import { later } from '../../../platform/clock.ts';
import { purgeOf } from '../../../purge.ts';
import { ClientDeliveriesResolver, DeliveriesResolver } from './deliveries.resolver.ts';
import { deliverQueue } from './deliver-queue.ts';
import { deliverDue } from './deliver.ts';
import { Delivery } from './delivery.entity.ts';
import { MailPause } from './mail-pause.entity.ts';
import { MailPauseResolver } from './mail-pause.resolver.ts';
import { SeenProviderEvent } from './provider-event.entity.ts';
import { ReplyAddress } from './reply-address.entity.ts';
import { enqueueDueDeliveries } from './enqueue-due-deliveries.ts';

export const sending = feature({
  resolvers: [DeliveriesResolver, ClientDeliveriesResolver, MailPauseResolver],
  entities: [Delivery, MailPause, ReplyAddress, SeenProviderEvent],
  jobs: [job(deliverQueue, (worker) => deliverDue(worker.withOwnEm, worker.ending))],
  due: [enqueueDueDeliveries],
  purge: [
    purgeOf('reply_address', 'created_at', ({ clock, settings }) =>
      later(clock.now(), -settings.kept.replyAddressesMs),
    ),
    purgeOf('seen_provider_event', 'seen_at', ({ clock, settings }) =>
      later(clock.now(), -settings.kept.seenProviderEventsMs),
    ),
  ],
});
