export { keepTokenOutOfAddress } from './token-in-address';
