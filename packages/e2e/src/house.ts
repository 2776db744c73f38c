/** A running server and a browser, for one file of journeys. */
import type { BrowserContext } from 'playwright-core';
import { launchBrowser, type Look, openProfile } from './browser.ts';
import type { Mailbox } from './mailbox.ts';
import { type RunningServer, startServer } from './start-server.ts';

export interface House {
  server: RunningServer;
  mailbox: Mailbox;
  /** A browser profile that has never been here: a person's, or another device of theirs. */
  newProfile(look?: Look): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Opens both or neither: a browser left open would keep the test run from ending. */
export async function openHouse(env: Record<string, string> = {}): Promise<House> {
  const browser = await launchBrowser();
  try {
    const server = await startServer(env);
    return {
      server,
      mailbox: server.mailbox,
      newProfile: (look) => openProfile(browser, server.url, look),
      close: async () => {
        await browser.close();
        await server.stop();
      },
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
