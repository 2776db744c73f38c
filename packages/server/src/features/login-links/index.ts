export { endLinks } from './end-links.ts';
export { LoginCode } from './login-code.entity.ts';
export { LoginLink } from './login-link.entity.ts';
export { LoginLinksResolver } from './login-links.resolver.ts';
export { mintLoginCode, mintLoginLink } from './mint-login-link.ts';
export { readToken } from './read-token.ts';
