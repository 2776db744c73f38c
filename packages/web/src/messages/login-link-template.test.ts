import { expect, test } from 'vitest';
import { loginLinkTemplate } from './login-link-template';
import { es as spanish } from './es/login-link-template';
import { es as spanishLogin } from './es/login';
import { loginTexts } from './login';

test.each([
  [loginLinkTemplate.body, loginTexts.forgot, 'have your username mailed'],
  [spanish.body, spanishLogin.forgot, 'nombre de usuario no fuera exacto'],
])(
  'C155 the built-in message names the login helper as its page does, and its gotcha: %#',
  (body, helper, gotcha) => {
    const [taught, ...others] = body.split('\n\n').filter((paragraph) => paragraph.includes(helper));
    expect(others).toEqual([]);
    expect(taught).toContain(gotcha);
    expect(taught?.match(/[.?!](?=\s|$)/g)?.length).toBeLessThanOrEqual(2);
  },
);
