// Before the elements ask for it: the wasm is a file of the page, named in its head so that it is on its way already.
import { loadFrom, start } from '../elements/engine.ts';

const file = document.querySelector<HTMLLinkElement>('link[rel="preload"][as="fetch"]');
if (file) loadFrom(new URL(file.href));
start().catch(() => {}); // the workbench says so when it tries again
