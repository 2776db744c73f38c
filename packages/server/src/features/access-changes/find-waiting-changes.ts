import DataLoader from 'dataloader';
import { accessChangeStore } from '../accounts/index.ts';
import type { Mechanisms } from '../../request-context.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock'>;
type WaitingChange = accessChangeStore.WaitingChange;

const loaders = new WeakMap<Mechanisms['em'], DataLoader<string, WaitingChange[]>>();

/** What waits for this account, newest first; a whole roster's is read by one statement. */
function waitingChanges({ em, clock }: Tools, accountId: string): Promise<WaitingChange[]> {
  // Never kept: a mutation may stand between two readings of one request.
  const loader =
    loaders.get(em) ?? new DataLoader((ids: readonly string[]) => find({ em, clock }, ids), { cache: false });
  loaders.set(em, loader);
  return loader.load(accountId);
}

async function find(tools: Tools, ids: readonly string[]): Promise<WaitingChange[][]> {
  const byAccount = await accessChangeStore.findWaiting(tools, ids);
  return ids.map((id) => byAccount.get(id) ?? []);
}

/** What a coach proposed, and nothing that the owner asked for themselves. */
export async function proposedEmail(tools: Tools, accountId: string): Promise<string | null> {
  const waiting = await waitingChanges(tools, accountId);
  const proposal = waiting.find(({ kind, askedBy }) => kind === 'EMAIL_CHANGE' && askedBy === 'COACH');
  return proposal?.newEmail ?? null;
}

/** The change of the address that its owner sees: their own, or else the coach's proposal. */
export async function pendingEmailChange(tools: Tools, accountId: string): Promise<WaitingChange | null> {
  const changes = (await waitingChanges(tools, accountId)).filter(({ kind }) => kind === 'EMAIL_CHANGE');
  return changes.find(({ askedBy }) => askedBy === 'OWNER') ?? changes[0] ?? null;
}

export async function freshStartAt(tools: Tools, accountId: string): Promise<Date | null> {
  const waiting = await waitingChanges(tools, accountId);
  return waiting.find(({ kind }) => kind === 'FRESH_START')?.takesEffectAt ?? null;
}

/** Where it leads: the coach, who named it, sees it while it waits. */
export async function freshStartEmail(tools: Tools, accountId: string): Promise<string | null> {
  const waiting = await waitingChanges(tools, accountId);
  return waiting.find(({ kind }) => kind === 'FRESH_START')?.newEmail ?? null;
}
