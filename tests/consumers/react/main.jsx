import init, { klDivergence } from 'kl-divergence';
import 'kl-divergence/element';
import { createRoot } from 'react-dom/client';

await init();

function App() {
  const p = [0.4, 0.6];
  const q = [0.3, 0.7];
  return (
    <>
      <output id="number">{klDivergence(p, q)}</output>
      <kl-divergence p={p} q={q} />
    </>
  );
}

createRoot(document.querySelector('#root')).render(<App />);
