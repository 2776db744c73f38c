import { feature } from '../../../feature.ts';
import { later } from '../../../platform/clock.ts';
import { AccessDiaryResolver } from './access-diary.resolver.ts';
import { AccessEvent } from './access-event.entity.ts';
import { purgeAccessDiary } from './purge-access-diary.ts';

export const accessDiary = feature({
  resolvers: [AccessDiaryResolver],
  entities: [AccessEvent],
  purge: [({ em, clock, settings }) => purgeAccessDiary(em, later(clock.now(), -settings.accessDiaryKeptMs))],
});
