import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory, type Options } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import * as spanish from '@zxcvbn-ts/language-es-es';
import type { StrengthAnswer, StrengthQuestion } from './estimate-strength.ts';

/*
 * A thread of its own: an estimate takes up to a second for 64 characters without a word in them, and everybody else's
 * requests would wait for it.
 */

const options: Partial<Options> & object = {
  dictionary: { ...common.dictionary, ...english.dictionary, ...spanish.dictionary },
  graphs: common.adjacencyGraphs,
  translations: english.translations,
};
const estimator = new ZxcvbnFactory(options);

parentPort?.on('message', ({ id, text, personal }: StrengthQuestion) => {
  const { score, feedback } = estimator.check(text, personal);
  const reasons = [feedback.warning, ...feedback.suggestions].filter((reason) => !!reason);
  const answer: StrengthAnswer = { id, score, reasons: reasons as string[] };
  parentPort?.postMessage(answer);
});
