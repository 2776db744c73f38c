import { RedeemLoginCodeDocument } from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { removeUnreadableSecondSteps } from '../../src/features/login/index.ts';
import { inTransaction } from '../../src/platform/database/in-transaction.ts';
import { askForLink, logIn } from '../world/acts.ts';
import { codeIn } from '../world/letters.ts';
import { aClient, aCoach } from '../world/people.ts';
import { tellTo } from '../world/provider-event.ts';
import { completeStep, firstStep, withAuthenticator } from '../world/second-step-acts.ts';
import { useWorld } from '../world/world.ts';

const OLD = 'the old key of the tests, long enough to be one';
const NEW = 'the new key of the tests, long enough to be one';
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url: 'http://127.0.0.1:1' } as const;

const world = useWorld({ env: { sealingKeys: [OLD] } });

describe('C171 the keys outside the database', () => {
  it('another one alone is noticed before anything begins; in front of the old one it ends nobody’s way in', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const client = await aClient(world);
    await askForLink(world, client);
    const code = codeIn((await world.latest(client.email)).text);

    const begun = world.reopen({ sealingKeys: [NEW] });
    await expect(begun).rejects.toThrow(/SEALING_KEY\. Put that one behind the present one/);
    await expect(begun).rejects.not.toThrow(OLD);

    await world.reopen({ sealingKeys: [NEW, OLD] });
    const browser = world.browser();
    const { challenge } = await firstStep(browser, coach);
    expect((await completeStep(browser, challenge, app.code())).__typename).toBe('LoggedIn');
    const { username } = client;
    const { redeemLoginCode } = await world.browser().run(RedeemLoginCodeDocument, { username, code });
    expect(redeemLoginCode.__typename).toBe('LoggedIn');
  });

  it('that the old one is missing for some is logged, and the operator lets those set up new apps', async () => {
    const [early, late] = [await aCoach(world), await aCoach(world)];
    await world.reopen({ sealingKeys: [OLD] });
    await withAuthenticator(world, early);
    await world.reopen({ sealingKeys: [NEW, OLD] });
    const app = await withAuthenticator(world, late);
    world.logLines.length = 0;
    await world.reopen({ sealingKeys: [NEW] });
    expect(world.logLines.join('\n')).toContain(
      'authenticator apps open under none of the keys in SEALING_KEY',
    );
    await inTransaction(world.app.open(), removeUnreadableSecondSteps);
    expect((await logIn(world.browser(), early.username, early.password)).__typename).toBe('LoggedIn');
    const browser = world.browser();
    const { challenge } = await firstStep(browser, late);
    expect((await completeStep(browser, challenge, app.code())).__typename).toBe('LoggedIn');
  });

  it('that the provider signs with may be several, while one is exchanged', async () => {
    const { mail: before } = world.env;
    await world.reopen({ mail: { ...mail, webhookKeys: ['new', 'old'] } });
    const told = { event: 'delivered', recipient: 'a@client.test', messageId: 'x@mail.test' } as const;
    expect(await Promise.all(['new', 'old', 'other'].map((key) => tellTo(world, told, key)))).toEqual([
      200, 200, 406,
    ]);
    await world.reopen({ mail: before });
  });
});
