import { at } from './when';

export const es = { again: (time: string) => `Podrás seguir ${at(time)}.` };
