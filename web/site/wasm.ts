// Before the elements ask for it: the wasm is two files of the page, the smaller named in its head so that it is on its way already.
import { startFinite } from '../elements/engine.ts';
import { loadFiniteFirst } from '../elements/finite-first.ts';

const file = document.querySelector<HTMLLinkElement>('link[rel="preload"][as="fetch"]');
if (file)
  loadFiniteFirst(new URL(file.href), new URL(String(file.dataset.whole), document.baseURI));
startFinite().catch(() => {}); // the workbench says so when it tries again
