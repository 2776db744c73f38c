import { afterAll, beforeAll } from 'vitest';
import { tellTo } from './provider-event.ts';
import { Provider } from './provider.ts';
import { useWorld, withoutLimits } from './world.ts';

const KEY = 'signing-key';

/** A world without limits, whose mail goes to a provider that tells what became of each. */
export async function useTellingProvider() {
  const provider = new Provider();
  const url = await provider.open();
  const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, webhookKeys: [KEY] } as const;
  const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' }, settings: withoutLimits });
  beforeAll(() => void (provider.tell = async (told) => void (await tellTo(world, told, KEY))));
  afterAll(() => provider.close());
  return { provider, world };
}
