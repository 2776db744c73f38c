export { MyAccountResolver } from './my-account.resolver.ts';
