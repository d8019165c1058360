import type { KlDivergence, KlDivergenceAttributes } from 'kl-divergence/element';
import type { HTMLAttributes } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'kl-divergence': KlDivergenceAttributes & HTMLAttributes<KlDivergence>;
    }
  }
}
