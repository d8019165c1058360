import { Worker } from 'node:worker_threads';

const worker = new Worker(new URL('./worker.js', import.meta.url));
worker.on('message', (divergence) => console.log(divergence));
worker.postMessage({ p: [0.4, 0.6], q: [0.3, 0.7] });
