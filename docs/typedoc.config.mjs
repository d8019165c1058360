// The documentation site, beside the page: `npm run build:docs`.
import { readFileSync } from 'node:fs';
import { tex } from '@mdit/plugin-tex';
import { mathml } from '../scripts/mathml.mjs';
import { GUIDES } from './theme/guides.mjs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: `kl-divergence ${version}`,
  entryPoints: ['../dist/index.d.ts'],
  tsconfig: 'tsconfig.json',
  out: '../build/site/docs',
  readme: 'README.md',
  projectDocuments: GUIDES.flatMap(({ files }) => files.map((name) => `${name}.md`)),
  plugin: ['./theme/plugin.mjs'],
  router: 'guides',
  customCss: 'theme/style.css',
  favicon: '../web/site/icon.svg',
  markdownItLoader: (parser) => parser.use(tex, { render: mathml }),
  navigationLinks: { 'The calculator': '../index.html' },
  includeHierarchySummary: false,
  highlightLanguages: ['cpp', 'html', 'js', 'jsx', 'md', 'mdx', 'python', 'sh', 'yaml'],
  hideGenerator: true,
  disableSources: true,
  disableGit: true,
  githubPages: false,
  cacheBust: false,
  includeVersion: false,
  searchInComments: true,
  searchInDocuments: true,
  sort: ['documents-first', 'alphabetical'],
  kindSortOrder: ['Document', 'Function', 'Class', 'Interface', 'TypeAlias', 'Variable'],
  navigation: { includeCategories: false, includeGroups: true, includeFolders: false },
  groupOrder: [...GUIDES.map(({ title }) => title), '*'],
  excludeExternals: true,
  excludePrivate: true,
  excludeInternal: true,
  intentionallyNotExported: ['Wide'], // what fromSamples infers
  validation: { notExported: true, invalidLink: true, invalidPath: true, notDocumented: true },
  requiredToBeDocumented: ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable'],
  treatWarningsAsErrors: true,
};
