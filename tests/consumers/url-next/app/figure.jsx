'use client';

import init, { klDivergence } from 'kl-divergence/url';
import { useEffect, useState } from 'react';

export default function Figure() {
  const [divergence, setDivergence] = useState();
  useEffect(() => {
    init().then(() => setDivergence(klDivergence([0.4, 0.6], [0.3, 0.7])));
  }, []);
  return (
    <>
      <output id="number">{divergence}</output>
    </>
  );
}
