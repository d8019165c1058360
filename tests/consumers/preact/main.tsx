import 'kl-divergence/element';
import { render } from 'preact';

// @ts-expect-error: no such mode.
export const refused = <kl-divergence mode="gauss" />;

render(
  <kl-divergence p={[0.4, 0.6]} q="0.3, 0.7" onkl-change={({ detail }) => console.log(detail)} />,
  document.querySelector('#root') as Element,
);
