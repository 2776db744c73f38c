/** A running server, and profiles of the worker's browser to visit it with. */
import { test } from '@playwright/test';
import type { Browser, BrowserContext } from 'playwright-core';
import { type Look, openProfile } from './browser.ts';
import type { Mailbox } from './mailbox.ts';
import { type Orders, type StandIn, startStandIn } from './stand-in-provider.ts';
import { type RunningServer, startServer } from './start-server.ts';

type Settings = Record<string, string>;

export interface House {
  server: RunningServer;
  mailbox: Mailbox;
  /** A browser profile that has never been here: a person's, or another device of theirs. */
  newProfile(look?: Look): Promise<BrowserContext>;
}

export async function openHouse(
  browser: Browser,
  env: Settings = {},
): Promise<House & { close(): Promise<void> }> {
  const server = await startServer(env);
  const profiles: BrowserContext[] = [];
  return {
    server,
    mailbox: server.mailbox,
    newProfile: async (look) => {
      const profile = await openProfile(browser, server.url, look);
      profiles.push(profile);
      return profile;
    },
    close: async () => {
      await Promise.all(profiles.map((profile) => profile.close()));
      await server.stop();
    },
  };
}

/** The house of one file of journeys, open while its tests run. */
export function useHouse(env: Settings = {}): House {
  return houseWith(() => env);
}

function houseWith(settings: () => Settings): House {
  let opened: Awaited<ReturnType<typeof openHouse>> | undefined;
  test.beforeAll(async ({ browser }) => {
    opened = await openHouse(browser, settings());
  });
  test.afterAll(() => opened?.close());
  return {
    get server() {
      return present(opened).server;
    },
    get mailbox() {
      return present(opened).mailbox;
    },
    newProfile: (look) => present(opened).newProfile(look),
  };
}

/** One that mails through the stand-in for the provider, which begins with these orders. */
export function useHouseAndProvider(orders: Orders): {
  house: House;
  provider: Pick<StandIn, 'mailbox' | 'order'>;
} {
  let started: StandIn | undefined;
  test.beforeAll(async () => {
    started = await startStandIn();
  });
  const house = houseWith(() => present(started).env);
  test.beforeAll(() => started?.order({ webhook: house.server.url, ...orders }));
  test.afterAll(() => started?.stop());
  const provider = {
    get mailbox() {
      return present(started).mailbox;
    },
    order: (more: Orders) => present(started).order(more),
  };
  return { house, provider };
}

function present<Thing>(opened: Thing | undefined): Thing {
  if (opened === undefined) throw new Error('The house opens right before the first test.');
  return opened;
}
