const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => {
  document.querySelector('#number').textContent = data;
};
worker.postMessage({ p: [0.4, 0.6], q: [0.3, 0.7] });
