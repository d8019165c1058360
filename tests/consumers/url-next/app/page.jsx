import { initSync, klDivergence } from 'kl-divergence/url';
import Figure from './figure';

export default function Page() {
  initSync();
  return (
    <>
      <output id="server">{klDivergence([0.4, 0.6], [0.3, 0.7])}</output>
      <Figure />
    </>
  );
}
