import { mount } from 'svelte';
import App from './App.svelte';
import { keepTokenOutOfAddress } from './session/token-in-address';
import './styles/tokens.css';
import './styles/reset.css';
import './styles/base.css';
import './styles/rich-text.css';

// Before anything else, the router included: the token leaves the address before any other code can see it there.
keepTokenOutOfAddress();

// The router takes every click on a link; the ones that ask for a new tab or window belong to the browser.
addEventListener(
  'click',
  (event) => {
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (modified && event.target instanceof Element && event.target.closest('a'))
      event.stopImmediatePropagation();
  },
  { capture: true },
);

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target });
