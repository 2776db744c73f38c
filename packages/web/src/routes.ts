import type { Component } from 'svelte';
import { createRouter } from './router.svelte';

type Page = { default: Component };

/** A page for coaches and the frame around it, side by side: neither waits for the other. */
async function withCoachFrame(page: Promise<Page>): Promise<Page> {
  const [loaded] = await Promise.all([page, import('./signed-in/CoachFrame.svelte')]);
  return loaded;
}

/** Every page of the app. Features reach each other only by way of these. */
export const { navigate, preload, route, start } = createRouter({
  '/': () => import('./RootPage.svelte'),
  '/login': () => import('./features/login/password/LoginPage.svelte'),
  '/login/help': () => import('./features/login/helper/LoginHelperPage.svelte'),
  '/login/second-step': () => import('./features/login/second-step/SecondStepPage.svelte'),
  '/login/link': () => import('./features/login/links/LoginLinkPage.svelte'),
  '/welcome': () => import('./features/login/invites/WelcomePage.svelte'),
  '/stop': () => import('./features/access-changes/StopPage.svelte'),
  '/account/email': () => import('./features/access-changes/ConfirmEmailPage.svelte'),
  '/account': () => import('./features/my-account/AccountPage.svelte'),
  '/clients': () => withCoachFrame(import('./features/clients/roster/ClientsPage.svelte')),
  '/clients/import': () => withCoachFrame(import('./features/clients/import/ImportClientsPage.svelte')),
  '/clients/paste': () => withCoachFrame(import('./features/clients/import/PasteClientsPage.svelte')),
  '/clients/new': () => withCoachFrame(import('./features/clients/roster/AddClientPage.svelte')),
  '/clients/:id': () => withCoachFrame(import('./features/clients/one-client/ClientPage.svelte')),
  '/messages': () => withCoachFrame(import('./features/messages/sending/MessagesPage.svelte')),
  '/messages/new': () => withCoachFrame(import('./features/messages/writing/ComposePage.svelte')),
  '/messages/:id': () => withCoachFrame(import('./features/messages/sending/MessagePage.svelte')),
  '/dev/mailbox': () => import('./features/mailbox/MailboxPage.svelte'),
  '*': () => import('./NotFoundPage.svelte'),
});
