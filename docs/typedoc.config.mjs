// The documentation site, beside the page: `npm run build:docs`.
import { readFileSync } from 'node:fs';
import { tex } from '@mdit/plugin-tex';
import { mathml } from '../web/site/mathml.mjs';
import { GUIDES, TOPICS } from './theme/guides.mjs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: `kl-divergence ${version}`,
  entryPoints: ['../build/types/index.d.ts'],
  tsconfig: 'tsconfig.json',
  out: '../build/site/docs',
  readme: 'README.md',
  projectDocuments: GUIDES.flatMap(({ files }) => files.map((name) => `${name}.md`)),
  plugin: ['./theme/plugin.mjs'],
  router: 'guides',
  theme: 'guides',
  customCss: 'theme/style.css',
  favicon: '../web/site/icon.svg',
  markdownItLoader(parser) {
    // What is too wide for the page scrolls by itself, by the keyboard too.
    const alone = (name, html) =>
      `<div class="wide" role="group" aria-label="${name}" tabindex="0">${html}`;
    parser.use(tex, {
      render: (source, isDisplay) =>
        isDisplay ? `${alone('Formula', mathml(source, true))}</div>` : mathml(source, false),
    });
    parser.renderer.rules.table_open = () => alone('Table', '<table>');
    parser.renderer.rules.table_close = () => '</table></div>';
  },
  navigationLinks: { 'The calculator': '../index.html' },
  includeHierarchySummary: false,
  highlightLanguages: [
    'cpp',
    'html',
    'js',
    'jsx',
    'md',
    'mdx',
    'python',
    'sh',
    'ts',
    'tsx',
    'yaml',
  ],
  hideGenerator: true,
  disableSources: true,
  disableGit: true,
  githubPages: false,
  cacheBust: false,
  includeVersion: false,
  searchInComments: true,
  searchInDocuments: true,
  sort: ['documents-first', 'alphabetical-ignoring-documents'],
  groupOrder: [...GUIDES.map(({ title }) => title), 'The module', '*'],
  categoryOrder: TOPICS.map(({ title }) => title),
  categorizeByGroup: false,
  navigation: { includeGroups: false, includeCategories: true, includeFolders: false },
  excludeExternals: true,
  excludePrivate: true,
  excludeInternal: true,
  // What fromSamples infers; and the names of kinds, which stand with what is made of them.
  intentionallyNotExported: ['Wide', 'StatusName', 'EstimatorName', 'ShapeName', 'ReasonName'],
  validation: { notExported: true, invalidLink: true, invalidPath: true, notDocumented: true },
  requiredToBeDocumented: ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable'],
  treatWarningsAsErrors: true,
};
