/** The guides in their order, in groups: each is docs/<name>.md. */
export const GUIDES = [
  {
    title: 'Get started',
    files: ['get-started-page', 'get-started-module', 'get-started-element', 'pytorch'],
  },
  { title: 'How, and how well', files: ['mathematics', 'accuracy', 'speed', 'pairs'] },
  {
    title: 'Further',
    files: ['embedding', 'wasm-file', 'consumers', 'adding-a-family', 'versions'],
  },
];

/** What the API is about, in its order: the files of web/core that declare it. */
export const TOPICS = [
  { title: 'Loading', files: ['load', 'load-inlined', 'wasm-source'] },
  {
    title: 'Divergences and other measures',
    files: [
      'kl-divergence',
      'compare',
      'finite',
      'distribution-measures',
      'engine',
      'gradient',
      'rows',
    ],
  },
  { title: 'Input', files: ['options', 'named', 'pairs', 'samples', 'smoothing'] },
  { title: 'PyTorch’s kl_div', files: ['kl-div', 'tensor'] },
  {
    title: 'Densities, draws, estimates',
    files: ['sampling', 'monte-carlo', 'parameter-derivatives'],
  },
  { title: 'Families', files: ['families', 'describe-families'] },
  { title: 'Errors', files: ['errors'] },
];
