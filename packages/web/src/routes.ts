import { createRouter } from './router.svelte';

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
  '/clients': () => import('./features/clients/roster/ClientsPage.svelte'),
  '/clients/import': () => import('./features/clients/import/ImportClientsPage.svelte'),
  '/clients/:id': () => import('./features/clients/one-client/ClientPage.svelte'),
  '/messages': () => import('./features/messages/sending/MessagesPage.svelte'),
  '/messages/new': () => import('./features/messages/writing/ComposePage.svelte'),
  '/messages/:id': () => import('./features/messages/sending/MessagePage.svelte'),
  '/dev/mailbox': () => import('./features/mailbox/MailboxPage.svelte'),
  '*': () => import('./NotFoundPage.svelte'),
});
