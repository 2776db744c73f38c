import { CannotBegin } from '../../../platform/cannot-begin.ts';
import type { Mechanisms } from '../../../request-context.ts';

const SEALED = `
  select id, account_id as "accountId", sealed_secret as "sealedSecret" from authenticator where confirmed_at is not null`;

interface Sealed {
  id: string;
  accountId: string;
  sealedSecret: string;
}

/** Authenticator apps whose secret opens under none of our keys, and how many there are in all. */
export async function findUnreadableApps({ em, sealing }: Pick<Mechanisms, 'em' | 'sealing'>) {
  const all = await em.execute<Sealed[]>(SEALED);
  const unreadable = all.filter(({ id, sealedSecret }) => sealing.open(sealedSecret, id) === null);
  return { all: all.length, unreadable };
}

/**
 * How many authenticator apps can not be read. Where it is all of them, the keys are others than those that sealed them,
 * and nobody with an app would get in: then nothing begins.
 */
export async function refuseMissingKeys(tools: Pick<Mechanisms, 'em' | 'sealing'>): Promise<number> {
  const { all, unreadable } = await findUnreadableApps(tools);
  if (all > 0 && unreadable.length === all)
    throw new CannotBegin(
      'the authenticator apps in this database were sealed under another key than those in SEALING_KEY. Put that one behind the present one, with a comma between. Where it is lost for good, `admin remove-second-step --unreadable` ends those apps, so that their owners can set up new ones',
    );
  return unreadable.length;
}
