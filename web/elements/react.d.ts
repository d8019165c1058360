// kl-divergence/react: kl-divergence/element, and <kl-divergence> typed as a tag of React 19.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { KlDivergence, KlDivergenceAttributes } from './index.js';

export * from './index.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'kl-divergence': KlDivergenceAttributes &
        DetailedHTMLProps<HTMLAttributes<KlDivergence>, KlDivergence>;
    }
  }
}
