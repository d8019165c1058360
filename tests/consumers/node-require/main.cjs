const { initSync, klDivergence } = require('kl-divergence');

initSync();
console.log(klDivergence([0.4, 0.6], [0.3, 0.7]));
