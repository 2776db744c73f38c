/** A real Chromium. One browser serves a whole file of journeys; each person gets a profile of their own. */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

export type Look = { width: number; scheme: 'light' | 'dark'; userAgent?: string; language?: string };

/** The screens that everything is looked at on. */
export const widths = { phone: 360, tablet: 768, desktop: 1280 };
const heights: Record<number, number> = { 360: 740, 768: 1024, 1280: 800 };

export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
/**
 * What Playwright turns off, as a second list takes the place of its own, and the two that draw suggestions beneath the
 * address bar: nobody sees that here, and with every new profile it took more of the machine than our own pages.
 */
const turnedOff = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  `--disable-features=${turnedOff.join()}`,
];

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
}

/** A fresh browser profile: no cookies, no storage, nobody known. A phone unless told otherwise. */
export async function openProfile(
  browser: Browser,
  url: string,
  { width, scheme, userAgent, language }: Look = { width: widths.phone, scheme: 'light' },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: heights[width] ?? 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    ...(userAgent === undefined ? {} : { userAgent }),
    locale: language ?? 'en-GB',
    timezoneId: 'Europe/Madrid',
    ...(width < 500 ? { hasTouch: true, isMobile: true } : {}),
  });
  context.setDefaultTimeout(30_000);
  return context;
}
