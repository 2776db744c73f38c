import { tooOftenText } from '../words/too-often';
import { problemIn, wordsOf, type Refused } from './problem-in';

/** Why nothing was done, in words for one place: where what was sent has no fields of its own on the page. */
export function whyRefused(result: Refused): string {
  return wordsOf(problemIn(result, tooOftenText));
}
