import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loginTexts } from '@latchstring/texts/app/login';
import { expect, test } from 'vitest';

type Texts = { login: typeof loginTexts; loginLinkTemplate: { body: string } };

function textsIn(language: string): Texts {
  const file = join(import.meta.dirname, `../../../texts/${language}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { app: Texts }).app;
}

test.each([
  ['en', 'have your username mailed'],
  ['es', 'nombre de usuario no fuera exacto'],
])(
  'C155 the built-in message names the login helper as its page does, and its gotcha: %s',
  (language, gotcha) => {
    const { login, loginLinkTemplate } = textsIn(language);
    const paragraphs = loginLinkTemplate.body.split('\n\n');
    const [taught, ...others] = paragraphs.filter((paragraph) => paragraph.includes(login.forgot));
    expect(others).toEqual([]);
    expect(taught).toContain(gotcha);
    expect(taught?.match(/[.?!](?=\s|$)/g)?.length).toBeLessThanOrEqual(2);
  },
);
