import init, { klDivergence } from 'kl-divergence';
import type { KlDivergence } from 'kl-divergence/react';
import 'kl-divergence/react';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

await init();

function App() {
  const element = useRef<KlDivergence>(null);
  const [forward, setForward] = useState(klDivergence([0.4, 0.6], [0.3, 0.7]));
  return (
    <>
      <output id="number">{forward}</output>
      <kl-divergence
        ref={element}
        className="figure"
        p={[0.4, 0.6]}
        q="0.3, 0.7"
        unit="nats"
        onkl-change={({ detail }) => setForward(detail?.forward ?? Number.NaN)}
      />
    </>
  );
}

export const refused = [
  // @ts-expect-error: no such mode.
  <kl-divergence key="mode" mode="gauss" />,
  // @ts-expect-error: a handler takes the event.
  <kl-divergence key="event" onkl-change={(text: string) => text} />,
];

createRoot(document.querySelector('#root') as Element).render(<App />);
