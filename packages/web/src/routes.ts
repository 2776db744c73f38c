import { createRouter } from './router.svelte';

/** Every page of the app. Features reach each other only by way of these. */
export const { navigate, preload, route, start } = createRouter({
  '/': () => import('./RootPage.svelte'),
  '/login': () => import('./features/login/LoginPage.svelte'),
  '/login/help': () => import('./features/login-helper/LoginHelperPage.svelte'),
  '/login/second-step': () => import('./features/login/SecondStepPage.svelte'),
  '/login/link': () => import('./features/login-links/LoginLinkPage.svelte'),
  '/welcome': () => import('./features/welcome/WelcomePage.svelte'),
  '/stop': () => import('./features/access-changes/StopPage.svelte'),
  '/account/email': () => import('./features/access-changes/ConfirmEmailPage.svelte'),
  '/account': () => import('./features/my-account/AccountPage.svelte'),
  '/clients': () => import('./features/clients/ClientsPage.svelte'),
  '/clients/import': () => import('./features/clients/ImportClientsPage.svelte'),
  '/clients/:id': () => import('./features/clients/ClientPage.svelte'),
  '/messages': () => import('./features/messages/MessagesPage.svelte'),
  '/messages/new': () => import('./features/messages/ComposePage.svelte'),
  '/messages/:id': () => import('./features/messages/MessagePage.svelte'),
  '/dev/mailbox': () => import('./features/mailbox/MailboxPage.svelte'),
  '*': () => import('./NotFoundPage.svelte'),
});
