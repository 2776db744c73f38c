import { spanWords as spanWordsIn } from '@latchstring/texts/span-words';
import { pageLocale } from './locale';

/** "3 days", "1 hour", in the language of the page. */
export const spanWords = (seconds: number): string => spanWordsIn(seconds, pageLocale);
