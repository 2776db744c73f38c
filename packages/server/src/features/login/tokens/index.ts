export { ApiToken } from './api-token.entity.ts';
export { endApiTokens } from './end-api-tokens.ts';
export { loadTokenViewer } from './load-token-viewer.ts';
