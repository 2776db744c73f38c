import { ZxcvbnFactory, type Options } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';

/** Code points, each counted once. */
export interface PasswordLength {
  min: number;
  max: number;
}

// 0 to 4; 3 stands for at least 10^8 guesses, which online limits turn into centuries.
const LEAST_SCORE = 3;

let estimator: ZxcvbnFactory | undefined;

/**
 * Why this password can't be set, in words; empty when it can. No rules of composition (NIST SP 800-63B-4 3.1.1.2):
 * length, and an estimate of strength over common passwords, patterns and what is known of this person.
 */
export function passwordFaults(password: string, length: PasswordLength, personal: string[]): string[] {
  const points = [...password.normalize('NFC')].length;
  if (points < length.min)
    return [`Use at least ${length.min} characters: four unrelated words are easy to remember.`];
  if (points > length.max) return [`Use at most ${length.max} characters.`];
  estimator ??= createEstimator();
  const words = personal
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((w) => w.length > 2);
  // Estimating takes time that grows with length; beyond 64 characters there is nothing left to find.
  const result = estimator.check([...password].slice(0, 64).join(''), words);
  if (result.score >= LEAST_SCORE) return [];
  const { warning, suggestions } = result.feedback;
  const reasons = [warning, ...suggestions].filter((text): text is string => !!text);
  return ['This password would be guessed too soon.', ...reasons];
}

function createEstimator(): ZxcvbnFactory {
  const options: Partial<Options> & object = {
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  };
  return new ZxcvbnFactory(options);
}
