import init, { klDivergence } from 'kl-divergence/url';

await init();
document.querySelector('#number').textContent = klDivergence([0.4, 0.6], [0.3, 0.7]);
