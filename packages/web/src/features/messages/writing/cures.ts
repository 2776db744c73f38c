import { knownTag, tagSource, type MagicTagName } from '@latchstring/message-language';
import { ClientsDocument, type ClientsQuery, type ProblemFieldsFragment } from '@latchstring/operations';
import { composeTexts as texts } from '@latchstring/texts/app/compose';
import { failureText } from '../../../words/failures';
import { personName } from '../../../words/person-name';
import type { Composer } from './composer.svelte';
import { fallbackFor, knownTags, replaceTags, unknownTags } from './rich-text/tags-in';
import type { Person } from './unsaved';

/** Mends a problem at one press. `done` is said when it has; what `act` gives is said when it could not. */
export type Cure = { label: string; done: string; act: () => undefined | Promise<string | undefined> };

export function curesFor(problem: ProblemFieldsFragment, composer: Composer): Cure[] {
  const { kind, place, suggestion, shown, fallback, clients } = problem;
  if (kind === 'UNKNOWN_TAG' && problem.tag !== null) return renameCure(composer, problem.tag, suggestion);
  if (kind === 'FOREIGN_TAG' && shown !== null) return replaceCure(composer, shown, suggestion);
  const tag = knownTag(problem.tag ?? '');
  if (kind === 'EMPTY_VALUE' && tag !== null) return [fallbackCure(composer, tag, fallback ?? '')];
  if (kind === 'TAG_NOT_ALLOWED_HERE' && tag !== null && place === 'SUBJECT')
    return [moveCure(composer, tag)];
  if (kind === 'MISLEADING_LINK' && shown !== null && suggestion !== null)
    return [showCure(composer, shown, suggestion)];
  // Who is meant only as not being in yet can't be left out one by one.
  const named =
    composer.allActive || clients.every(({ id }) => composer.clients.some((one) => one.id === id));
  return clients.length > 0 && named ? [removeCure(composer, clients)] : [];
}

function renameCure(composer: Composer, wrong: string, suggestion: string | null): Cure[] {
  const right = knownTag(suggestion ?? '');
  if (!right) return [];
  const act = (): undefined => {
    composer.subject = replaceTags(composer.subject, unknownTags(composer.subject, wrong), ({ fallback }) =>
      tagSource(right, fallbackFor(right, fallback)),
    );
    composer.editor.renameTag(wrong, right);
  };
  return [{ label: texts.useTag({ tag: right }), done: texts.tagUsed({ tag: right }), act }];
}

/** Our tag in the place of another program's. */
function replaceCure(composer: Composer, shown: string, suggestion: string | null): Cure[] {
  const right = knownTag(suggestion ?? '');
  if (!right) return [];
  const act = (): undefined => {
    composer.subject = composer.subject.replaceAll(shown, () => tagSource(right, null));
    composer.editor.replaceWithTag(shown, right);
  };
  return [{ label: texts.useTag({ tag: right }), done: texts.tagUsed({ tag: right }), act }];
}

function fallbackCure(composer: Composer, tag: MagicTagName, words: string): Cure {
  const act = (): undefined => {
    composer.subject = replaceTags(composer.subject, knownTags(composer.subject, tag), ({ fallback }) =>
      tagSource(tag, fallback ?? words),
    );
    composer.editor.addFallback(tag, words);
  };
  const label = words ? texts.useFallback({ tag: tagSource(tag, words) }) : texts.leaveOut({ tag });
  return { label, done: texts.fallbackUsed, act };
}

/** Out of the subject; into the text, if it isn't there already. */
function moveCure(composer: Composer, tag: MagicTagName): Cure {
  const act = (): undefined => {
    composer.subject = replaceTags(composer.subject, knownTags(composer.subject, tag), () => '')
      .replace(/\s+/g, ' ')
      .trim();
    if (!composer.body.body.includes(tagSource(tag, null))) composer.editor.insertTag(tag);
  };
  return { label: texts.moveTag({ tag }), done: texts.tagMoved, act };
}

/** The address that a link leads to, in the place of words that look like another. */
function showCure(composer: Composer, shown: string, target: string): Cure {
  const act = (): undefined => {
    composer.editor.showTarget(shown, target);
  };
  return { label: texts.showTarget, done: texts.targetShown, act };
}

function removeCure(composer: Composer, people: readonly Person[]): Cure {
  const [first] = people;
  const label =
    people.length === 1 && first
      ? texts.remove({ name: personName(first) })
      : texts.removeThese({ count: people.length });
  const act = async (): Promise<string | undefined> => {
    const problem = composer.allActive ? await chooseAllActive(composer) : undefined;
    if (problem === undefined) composer.remove(people);
    return problem;
  };
  return { label, done: texts.removed({ count: people.length }), act };
}

const pageSize = 100;

/** All who are active now, one by one, so that single ones can be left out. Where not all can be had, nothing changes. */
async function chooseAllActive(composer: Composer): Promise<string | undefined> {
  const clients: Person[] = [];
  let after: string | null = null;
  do {
    const page = await activeClients(composer, after);
    if (typeof page === 'string') return page;
    for (const { id, firstName, lastName } of page.nodes) clients.push({ id, firstName, lastName });
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  composer.clients = clients;
  composer.allActive = false;
  return undefined;
}

/** One page of them, or in words why there is none. */
async function activeClients(
  { visit }: Composer,
  after: string | null,
): Promise<ClientsQuery['clients'] | string> {
  const { data, failure } = await visit.run(ClientsDocument, {
    first: pageSize,
    after,
    search: null,
    status: 'ACTIVE',
    orderBy: 'NAME',
  });
  return failure ? failureText(failure) : data.clients;
}
