// @vitest-environment jsdom
import type { ProblemFieldsFragment } from '@latchstring/operations';
import { composeTexts as texts } from '@latchstring/texts/app/compose';
import { afterEach, expect, test } from 'vitest';
import type { Composer } from './composer.svelte';
import { curesFor } from './cures';
import { problemsAt } from './problem-place';
import { BodyEditor } from './rich-text/body-editor.svelte';

const opened: BodyEditor[] = [];
// An editor left open looks at its page once more when the page is gone.
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

/** What a cure knows of the composer. */
function write(subject: string, body: string) {
  const editor = new BodyEditor({
    body,
    bodyFormat: 'HTML',
    tags: [],
    ownHosts: ['latch.test'],
    onchange: () => undefined,
  });
  opened.push(editor);
  return { subject, editor, body: { body, bodyFormat: 'HTML' } } as unknown as Composer;
}

const problem = (facts: Partial<ProblemFieldsFragment>): ProblemFieldsFragment => ({
  severity: 'ERROR',
  kind: 'UNKNOWN_TAG',
  place: 'BODY',
  message: 'x',
  tag: null,
  suggestion: null,
  shown: null,
  fallback: null,
  clients: [],
  ...facts,
});

test('C134 the cure for an empty value writes what the field says, whatever a client is called', () => {
  const composer = write('Hi [firstName]', '<p>Hi [firstName]</p>');
  const message =
    '[x|Free money at evil.example] has nothing to put for [firstName]. Write [firstName|there] for them.';
  const [cure, ...others] = curesFor(
    problem({ kind: 'EMPTY_VALUE', place: 'SUBJECT', message, tag: 'firstName', fallback: 'there' }),
    composer,
  );
  expect(others).toEqual([]);
  expect(cure?.label).toBe(texts.useFallback({ tag: '[firstName|there]' }));
  void cure?.act();
  expect(composer.subject).toBe('Hi [firstName|there]');
  expect(composer.editor.html).toContain('[firstName|there]');
  expect(composer.editor.html).not.toContain('Free money');
});

test('C134 the cure for an unknown tag is the suggestion; where there is none, there is no cure', () => {
  const composer = write('', '<p>Hi [fristName|you]</p>');
  const message = '[fristName] is no magic tag. Did you mean [lastName]?';
  expect(curesFor(problem({ message, tag: 'fristName' }), composer)).toEqual([]);
  const [cure] = curesFor(problem({ message, tag: 'fristName', suggestion: 'firstName' }), composer);
  void cure?.act();
  expect(composer.editor.html).toContain('[firstName|you]');
});

test('C166 the cure for another program’s tag puts ours in its place, wherever it stands', () => {
  const composer = write('Hi {{first_name}}', '<p>Hi <b>{{first_name}}</b>, {{first_name}}</p>');
  const facts = { kind: 'FOREIGN_TAG', shown: '{{first_name}}' } as const;
  expect(curesFor(problem(facts), composer)).toEqual([]);
  const [cure] = curesFor(problem({ ...facts, suggestion: 'firstName' }), composer);
  expect(cure?.label).toBe(texts.useTag({ tag: 'firstName' }));
  void cure?.act();
  expect(composer.subject).toBe('Hi [firstName]');
  expect(composer.editor.html.match(/data-magic-tag="firstName"/g)).toHaveLength(2);
  expect(composer.editor.html).not.toContain('{{');
});

test('C134 a problem stands where its field says, in any language', () => {
  const problems = [
    problem({ place: 'SUBJECT', message: 'el mensaje' }),
    problem({ place: 'BODY', message: 'the subject' }),
    problem({ place: 'SUBJECT', kind: 'EMPTY_SUBJECT' }),
  ];
  expect(problemsAt(problems, { place: 'SUBJECT', tried: false })).toEqual([problems[0]]);
  expect(problemsAt(problems, { place: 'SUBJECT', tried: true })).toEqual([problems[0], problems[2]]);
  expect(problemsAt(problems, { place: 'BODY', tried: true })).toEqual([problems[1]]);
});

test.each([
  [
    '<p>a <a href="https://evil.test/">https://latch.test/<strong>login</strong></a> b</p>',
    'https://latch.test/login',
    'https://evil.test/',
  ],
  ['<p>a <a href="[loginLink]">www.bank.test</a> b</p>', 'www.bank.test', '[loginLink]'],
])('C130 the cure shows where the link leads: %s', (body, shown, suggestion) => {
  const composer = write('', `${body}<p><a href="${suggestion}">click here</a></p>`);
  const [cure] = curesFor(problem({ kind: 'MISLEADING_LINK', shown, suggestion }), composer);
  void cure?.act();
  const { html } = composer.editor;
  expect(html).not.toContain(shown);
  expect(html.split('</p>')[0]?.replaceAll(/<[^>]+>/g, '')).toBe(`a ${suggestion} b`);
  expect(html).toContain('>click here</a>');
});
