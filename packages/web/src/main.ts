import { mount } from 'svelte';
import App from './App.svelte';
import { keepTokenOutOfAddress } from './session/token-in-address';
import './styles/tokens.css';
import './styles/reset.css';
import './styles/base.css';
import './styles/rich-text.css';
import './styles/workspace.css';

// Before anything else, the router included: the token leaves the address before any other code can see it there.
keepTokenOutOfAddress();

// The token is no longer in the address, where the page's own "Try again" would look for it.
document.querySelector('#opening form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  location.reload();
});

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target });
