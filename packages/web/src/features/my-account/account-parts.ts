import type { MeFieldsFragment } from '@latchstring/operations';
import { emailCardTexts } from '@latchstring/texts/app/email-card';
import { myAccountTexts as texts } from '@latchstring/texts/app/my-account';
import { passkeysTexts } from '@latchstring/texts/app/passkeys';
import { secondStepCardTexts } from '@latchstring/texts/app/second-step-card';
import type { Component } from 'svelte';
import type { AccountVisit } from '../../signed-in/account-visit.svelte';

type AccountPart = {
  /** Of its place on the page. */
  id: string;
  /** As the list of contents names it. */
  label: string;
  /** A card that saves by itself; fetched when somebody comes near it. */
  load: () => Promise<{ default: Component<{ visit: AccountVisit; me: MeFieldsFragment }> }>;
  /** Whose page has it; default: everybody's. */
  isFor?: (me: MeFieldsFragment) => boolean;
};

/** What stands on My Account below username and password, in this order. A new card is a line here. */
export const accountParts: AccountPart[] = [
  { id: 'passkeys', label: passkeysTexts.card, load: () => import('../login/passkeys/PasskeysCard.svelte') },
  {
    id: 'second-step',
    label: secondStepCardTexts.card,
    load: () => import('../login/second-step/SecondStepCard.svelte'),
  },
  { id: 'username', label: texts.changeUsernameCard, load: () => import('./ChangeUsernameCard.svelte') },
  {
    id: 'email',
    label: emailCardTexts.title,
    load: () => import('../access-changes/EmailCard.svelte'),
    isFor: ({ access }) => access === 'FULL',
  },
  {
    id: 'profile',
    label: texts.profileCard,
    load: () => import('./ProfileCard.svelte'),
    isFor: ({ access }) => access === 'FULL',
  },
  { id: 'links', label: texts.linkPolicyCard, load: () => import('../login/links/LinkPolicyCard.svelte') },
  { id: 'sessions', label: texts.sessionsCard, load: () => import('../login/sessions/SessionsCard.svelte') },
  { id: 'diary', label: texts.diaryCard, load: () => import('../accounts/AccessDiaryCard.svelte') },
  {
    id: 'api-tokens',
    label: texts.apiTokensCard,
    load: () => import('../login/tokens/ApiTokensCard.svelte'),
  },
  { id: 'data', label: texts.ownDataCard, load: () => import('./OwnDataCard.svelte') },
];
