import { feature } from '../../../feature.ts';
import { later } from '../../../platform/clock.ts';
import { purgeOf } from '../../../purge.ts';
import { AccessDiaryResolver } from './access-diary.resolver.ts';
import { AccessEvent, IS_PASSING } from './access-event.entity.ts';

export const accessDiary = feature({
  resolvers: [AccessDiaryResolver],
  entities: [AccessEvent],
  purge: [
    purgeOf('access_event', 'at', ({ clock, settings }) => later(clock.now(), -settings.accessDiaryKeptMs), {
      where: IS_PASSING,
    }),
  ],
});
