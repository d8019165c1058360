/** The guides in their order, in groups. Each is docs/<name>.md. */
export const GUIDES = [
  {
    title: 'Get started',
    files: ['get-started-page', 'get-started-module', 'get-started-element', 'pytorch'],
  },
  {
    title: 'How and how well',
    files: ['mathematics', 'accuracy', 'speed', 'pairs'],
  },
  {
    title: 'Use and contribute',
    files: ['embedding', 'consumers', 'adding-a-family', 'versions'],
  },
];
