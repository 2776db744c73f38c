import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../../axe.ts';
import { widths } from '../../browser.ts';
import { useHouse } from '../../house.ts';
import { codeOf, linkOf } from '../../mailbox.ts';
import { dana, logIn, maria } from '../../people.ts';
import { englishLeft } from '../../spanish.ts';

const languageOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang);

/** In Spanish by what it says of itself and by what stands on it, within the screen, and axe finds nothing. */
async function assertSpanish(page: Page): Promise<void> {
  assert.deepEqual(await englishLeft(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  assert.deepEqual(await axeFindings(page), []);
}

test.describe('The language of a person', () => {
  const house = useHouse();

  const spanishPhone = { width: widths.phone, scheme: 'light', language: 'es-ES' } as const;

  test('a browser that asks for Spanish gets a Spanish login page, and nothing of the English one', async () => {
    const profile = await house.newProfile(spanishPhone);
    const page = await profile.newPage();
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(new URL(response.url()).pathname);
    });
    await page.goto('/login');
    await page.getByLabel('Nombre de usuario').waitFor();

    assert.equal(await languageOf(page), 'es');
    assert.match(await page.title(), /^Iniciar sesión/);
    assert.deepEqual(
      scripts.filter((path) => !path.startsWith('/es/')),
      [],
    );
    assert.deepEqual(await axeFindings(page), []);
    await profile.close();
  });

  test('the link at the foot of the page changes the language by keyboard, and the choice stays', async () => {
    const profile = await house.newProfile();
    const page = await profile.newPage();
    await page.goto('/login/help');
    const link = page.getByRole('button', { name: 'Español' });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '¿Qué has olvidado?' }).waitFor();
    assert.deepEqual(await axeFindings(page), []);

    await page.goto('/login');
    await page.getByLabel('Nombre de usuario').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('Username').waitFor();
    assert.equal(await languageOf(page), 'en');
    await profile.close();
  });

  test('a login shows the page in the language of the account, whatever the browser asks for', async () => {
    const profile = await house.newProfile(spanishPhone);
    const page = await profile.newPage();
    await page.goto('/login');
    await page.getByLabel('Nombre de usuario').fill(maria.username);
    await page.getByLabel('Contraseña', { exact: true }).fill(maria.password);
    await page.getByRole('button', { name: 'Iniciar sesión', exact: true }).click();
    await page.getByRole('heading', { name: 'My Account' }).waitFor();
    assert.equal(await languageOf(page), 'en');
    await profile.close();
  });

  test('C084 a client chooses Spanish: the account, the login page, the letter and the link’s page all speak it', async () => {
    const profile = await house.newProfile();
    const page = await logIn(profile, maria);
    await page.getByRole('link', { name: 'Name, time zone and language' }).click();
    await page.getByLabel('Language / Idioma').selectOption('Español');
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await page.getByText('Guardado. A partir de ahora').waitFor();
    await page.getByRole('heading', { name: 'Mi cuenta' }).waitFor();
    await assertSpanish(page);

    await page.getByRole('button', { name: 'Cerrar sesión' }).click();
    await page.getByText('Has cerrado la sesión.').waitFor();
    await assertSpanish(page);

    await page.getByRole('link', { name: '¿Has olvidado tu nombre de usuario o tu contraseña?' }).click();
    await page.getByText('Mi contraseña', { exact: true }).click();
    await page.getByLabel('Tu nombre de usuario').fill(maria.username);
    await page.getByRole('button', { name: 'Enviarme un enlace de acceso' }).click();
    await page.getByRole('heading', { name: 'Mira tu correo' }).waitFor();
    await assertSpanish(page);

    const letter = await house.mailbox.next(maria.email, /tu enlace de acceso/);
    assert.match(letter.text, /^Hola, Maria:/);
    assert.match(letter.text, /\(hora\s+de\s+Europe\/Berlin\)/);
    assert.match(letter.html, /<html lang="es">/);
    codeOf(letter);

    // On another device, whose browser asks for English: the link's page can't know better, and the account does.
    const other = await house.newProfile();
    const there = await other.newPage();
    await there.goto(linkOf(letter));
    await there.getByRole('button', { name: 'Español' }).click();
    await there
      .getByRole('heading', { name: '¿Iniciar sesión como Maria K., de Northwind Coaching?' })
      .waitFor();
    await assertSpanish(there);
    await there.getByRole('button', { name: 'Iniciar sesión' }).click();
    await there.getByText('Has entrado sin contraseña').waitFor();
    await assertSpanish(there);
    await there.getByLabel('Contraseña nueva', { exact: true }).fill('corta');
    await there.getByRole('button', { name: 'Guardar la contraseña nueva' }).click();
    await there.getByText('Son 5 de al menos 12 caracteres.').waitFor();
    await there.getByLabel('Contraseña nueva', { exact: true }).fill('qwertyuiop12');
    await there.getByRole('button', { name: 'Guardar la contraseña nueva' }).click();
    await there.getByText('Esta contraseña se adivinaría demasiado pronto.').waitFor();
    await other.close();
    await profile.close();
  });

  test('a coach writes in Spanish, and what stands in the way is told in Spanish', async () => {
    const profile = await house.newProfile();
    const page = await logIn(profile, dana);
    await page.goto('/account');
    await page.getByRole('link', { name: 'Name, time zone and language' }).click();
    await page.getByLabel('Language / Idioma').selectOption('Español');
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await page.getByText('Guardado. A partir de ahora').waitFor();

    await page.getByRole('link', { name: 'Clientes', exact: true }).click();
    await page.getByRole('heading', { name: 'Clientes', exact: true }).waitFor();
    await assertSpanish(page);
    await page.getByRole('link', { name: 'Sam Patel' }).click();
    await page.getByRole('heading', { name: /¿Puede iniciar sesión/ }).waitFor();
    await assertSpanish(page);

    await page.getByRole('link', { name: 'Mensajes', exact: true }).click();
    await page.getByRole('heading', { name: 'Mensajes', exact: true }).waitFor();
    await assertSpanish(page);
    await page.goto('/messages/new');
    await page.getByLabel('Asunto').fill('Hola [fristName]');
    await page.getByText('[fristName] no es una etiqueta mágica. ¿Querías decir [firstName]?').waitFor();
    await page.getByRole('button', { name: 'Usar [firstName]' }).click();
    assert.equal(await page.getByLabel('Asunto').inputValue(), 'Hola [firstName]');
    await assertSpanish(page);

    await page.getByRole('textbox', { name: 'Mensaje', exact: true }).click();
    await page.keyboard.type('[');
    const offers = page.getByRole('listbox', { name: 'Etiquetas mágicas' });
    await offers.getByText('El enlace de acceso personal de cada cliente.').waitFor();
    assert.deepEqual(await englishLeft(page), []);
    await profile.close();
  });
});
