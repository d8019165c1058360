import { initSync, klDivergence } from 'kl-divergence';

initSync();
onmessage = ({ data: { p, q } }) => postMessage(klDivergence(p, q));
