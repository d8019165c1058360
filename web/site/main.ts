import './wasm.ts';
import { remember } from '../elements/workbench/index.ts';
import { keepForOffline } from './offline.ts';

// The other language is another page: it shows the same state, and is remembered.
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[hreflang]');
  if (!link) return;
  remember('lang', link.hreflang);
  document.querySelector('kl-workbench')?.writeAddress();
  link.hash = location.hash.replace(/([#&])lang=\w+&?/, '$1');
});

keepForOffline();
