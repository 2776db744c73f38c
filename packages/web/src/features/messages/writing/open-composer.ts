import { MagicTagsDocument, MessageDocument, type MeFieldsFragment } from '@latchstring/operations';
import { composeTexts as texts } from '@latchstring/texts/app/compose';
import { failureText } from '../../../words/failures';
import type { ComposePageState } from '../../../page-states';
import type { Visit } from '../../../signed-in/visit.svelte';
import type { ComposerStart } from './composer.svelte';
import type { OfferedTag } from './rich-text/tag-offers.svelte';
import { unsavedOf, writtenIn, type Unsaved, type Written } from './unsaved';

export type Opening = {
  start: ComposerStart;
  /** What to say above the form. */
  notice?: { tone: 'note' | 'error'; text: string };
  /** Other messages of this account that this browser keeps. */
  others: Unsaved[];
};

type Page = { visit: Visit; me: MeFieldsFragment; prepared: Partial<ComposePageState> };

/** Finds what the page shall begin with: what was typed here before, a draft, or something fresh. */
export async function openComposer({ visit, me, prepared }: Page): Promise<Opening> {
  const tags = visit.run(MagicTagsDocument, {});
  const unsaved = unsavedOf(me.id);
  const mine = unsaved.find(({ name }) => name === (prepared.keptAs ?? prepared.draftId));
  const draftId = mine?.draft?.id ?? prepared.draftId;
  const name = prepared.keptAs ?? prepared.draftId ?? crypto.randomUUID();
  const found = draftId
    ? await openDraft(visit, draftId, me.timeZone)
    : prepared.copyOf && !mine
      ? await openStopped(visit, prepared.copyOf, me.timeZone)
      : undefined;
  // Without the list none is offered; those that are typed are known all the same.
  const known: OfferedTag[] = (await tags).data?.magicTags ?? [];
  const begin = (
    written: Written,
    draft: ComposerStart['draft'],
    stands: ComposerStart['stands'],
  ): Opening => ({
    start: { accountId: me.id, name, written, draft, stands, tags: known },
    others: unsaved.filter((other) => other.written !== null && other !== mine),
  });
  if (mine?.written) {
    const notice = { tone: 'note', text: texts.restored } as const;
    return { ...begin(mine.written, mine.draft, 'TYPED'), notice };
  }
  if (found?.draft) return begin(found.draft.written, found.draft.draft, 'SAVED');
  if (found?.stopped && prepared.toRest) {
    const notice = { tone: 'note', text: texts.rest } as const;
    return { ...begin(toRest(found.stopped, prepared.copyOf), null, 'FRESH'), notice };
  }
  if (found?.stopped)
    return { ...begin(found.stopped, null, 'FRESH'), notice: { tone: 'note', text: texts.again } };
  const fresh = begin(writtenFrom(prepared, me.timeZone), null, 'FRESH');
  return found ? { ...fresh, notice: { tone: 'error', text: found.problem } } : fresh;
}

type NotFound = { draft?: undefined; stopped?: undefined; problem: string };
type FoundDraft = { draft: { written: Written; draft: ComposerStart['draft'] }; stopped?: undefined };
type FoundStopped = { draft?: undefined; stopped: Written };

async function openDraft(visit: Visit, id: string, timeZone: string): Promise<FoundDraft | NotFound> {
  const { data, failure } = await fetchMessage(visit, id);
  if (data?.message?.state !== 'DRAFT') return { problem: failure ? failureText(failure) : texts.draftGone };
  const { version } = data.message;
  return { draft: { written: writtenIn(data.message, timeZone), draft: { id, version } } };
}

/** What a message says that went or was stopped, for a new draft. It stays itself as it is. */
async function openStopped(visit: Visit, id: string, timeZone: string): Promise<FoundStopped | NotFound> {
  const { data, failure } = await fetchMessage(visit, id);
  if (data?.message) return { stopped: writtenIn(data.message, timeZone) };
  return { problem: failure ? failureText(failure) : texts.againGone };
}

/** The same words at once, to whoever of its readers has not come in by then. */
function toRest(stopped: Written, earlier = ''): Written {
  return { ...stopped, clients: [], allActive: false, notInOf: earlier, isLater: false, localTime: '' };
}

function fetchMessage(visit: Visit, id: string) {
  return visit.run(MessageDocument, { id, deliveries: 1, after: null, state: null });
}

function writtenFrom(
  { clients, allActive, subject, body }: Partial<ComposePageState>,
  timeZone: string,
): Written {
  return {
    clients: clients ?? [],
    subject: subject ?? '',
    body: body ?? '',
    bodyFormat: 'TEXT',
    allActive: allActive ?? false,
    copyToMe: false,
    isLater: false,
    localTime: '',
    timeZone,
  };
}
