/**
 * The modes of the page, in the order of their tabs. A new mode is one file that defines its panel, and its row here. They are
 * loaded when they are first shown.
 */
export interface Mode {
  /** In permalinks, and of `<kl-divergence mode>`. */
  id: string;
  /** The element that is its panel. */
  tag: `kl-${string}`;
  load: () => Promise<unknown>;
}

export const MODES: readonly Mode[] = [
  { id: 'finite', tag: 'kl-finite', load: () => import('./kl-finite.ts') },
  { id: 'gaussian', tag: 'kl-gaussian', load: () => import('./kl-gaussian.ts') },
  { id: 'gaussian-2d', tag: 'kl-gaussian-2d', load: () => import('./kl-gaussian-2d.ts') },
  { id: 'gaussian-nd', tag: 'kl-gaussian-nd', load: () => import('./kl-gaussian-nd.ts') },
  { id: 'families', tag: 'kl-families', load: () => import('./kl-families.ts') },
  { id: 'monte-carlo', tag: 'kl-monte-carlo', load: () => import('./kl-monte-carlo.ts') },
  { id: 'pytorch', tag: 'kl-pytorch', load: () => import('./kl-pytorch.ts') },
];
