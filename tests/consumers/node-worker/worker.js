import { parentPort } from 'node:worker_threads';
import { initSync, klDivergence } from 'kl-divergence';

initSync();
parentPort.once('message', ({ p, q }) => parentPort.postMessage(klDivergence(p, q)));
