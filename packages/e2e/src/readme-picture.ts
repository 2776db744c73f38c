/** Makes docs/app.png, the picture of the README: the login page on a desktop, and My Account on a phone in front of it. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, openProfile, widths } from './browser.ts';
import { logIn, maria } from './people.ts';
import { startServer } from './start-server.ts';

const picture = join(import.meta.dirname, '../../../docs/app.png');

async function shoot(browser: Browser, url: string): Promise<{ desktop: string; phone: string }> {
  const desk = await openProfile(browser, url, { width: widths.desktop, scheme: 'light' });
  const login = await desk.newPage();
  await login.goto('/login', { waitUntil: 'networkidle' });
  const desktop = await login.screenshot();
  const account = await logIn(await openProfile(browser, url), maria);
  await account.waitForLoadState('networkidle');
  const phone = await account.screenshot();
  return { desktop: desktop.toString('base64'), phone: phone.toString('base64') };
}

const page = ({ desktop, phone }: { desktop: string; phone: string }) => `<!doctype html>
<style>
  body { position: relative; width: 1200px; height: 640px; margin: 0; background: #e8e0d0; overflow: hidden }
  img { position: absolute; border-radius: 10px; box-shadow: 0 2px 24px #0004 }
  .desktop { top: 24px; left: 24px; height: 592px }
  .phone { right: 24px; bottom: 24px; height: 560px; border-radius: 22px; outline: 7px solid #171412 }
</style>
<img class="desktop" src="data:image/png;base64,${desktop}">
<img class="phone" src="data:image/png;base64,${phone}">`;

const server = await startServer();
const browser = await launchBrowser();
try {
  const sheet = await browser.newPage({ viewport: { width: 1200, height: 640 } });
  await sheet.setContent(page(await shoot(browser, server.url)));
  await sheet.screenshot({ path: picture });
  console.log(picture);
} finally {
  await browser.close();
  await server.stop();
}
