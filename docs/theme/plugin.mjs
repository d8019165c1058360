// TypeDoc's plugin: guides by the names of their files, docstrings with their labelled lines, and the element for live figures.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  Comment,
  CommentTag,
  Converter,
  DefaultTheme,
  KindRouter,
  PageEvent,
  ReflectionKind,
  RendererEvent,
} from 'typedoc';
import { GUIDES, TOPICS } from './guides.mjs';
import { withLabels } from './labels.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const SCRIPT = 'element.global.js';
const FIGURE = '<kl-divergence';
const PERMALINK = /<a href="#[^"]*" aria-label="Permalink".*?<\/a>/s;
const HEADING = /^(?:<!--.*?-->\s*)?# (.+)\n/;

/** The file of each guide, without its ending. */
const files = new WeakMap();

class GuidesRouter extends KindRouter {
  getIdealBaseName(reflection) {
    const file = files.get(reflection);
    if (file) return file;
    // In folders of their own, since the type Gamma and the function gamma would be one file to some disks.
    if (reflection.kind === ReflectionKind.Module) return 'api/index';
    const folder = reflection.kind === ReflectionKind.Function ? 'api' : 'api/types';
    return `${folder}/${reflection.name}`;
  }
}

/** The first heading of a guide. */
function headingOf([first], name) {
  const [heading, title] = HEADING.exec(first.text) ?? [];
  if (!title) throw new Error(`docs/${name}.md begins with no heading`);
  return { heading, title };
}

/** The topic of an export, by the file that declares it. */
function topicOf(project, reflection) {
  const file = basename(project.getSymbolIdFromReflection(reflection)?.fileName ?? '', '.d.ts');
  const topic = TOPICS.find((topic) => topic.files.includes(file));
  if (!topic) throw new Error(`docs/theme/guides.mjs has no topic for ${file}: ${reflection.name}`);
  return topic.title;
}

/** The menu, without links inside of what opens and closes. */
class GuidesTheme extends DefaultTheme {
  buildNavigation(project) {
    return super.buildNavigation(project).map(({ path, ...entry }) =>
      entry.children && path
        ? {
            ...entry,
            children: [{ text: 'Overview', path, kind: entry.kind }, ...entry.children],
          }
        : { ...entry, path },
    );
  }
}

/** What TypeDoc's pages lack for readers by ear: landmarks, names of menus, headings in order. */
function mended(html, up) {
  return (
    html
      .replace('<div class="col-content">', '<div class="col-content" role="main">')
      .replace(
        '<div class="col-sidebar">',
        '<div class="col-sidebar" role="complementary" aria-label="Menus">',
      )
      .replace('<nav id="tsd-sidebar-links"', '<nav aria-label="The page" id="tsd-sidebar-links"')
      .replace(
        '<nav class="tsd-navigation">',
        '<nav aria-label="Documentation" class="tsd-navigation">',
      )
      .replace(/<h3>(Settings|On This Page)<\/h3>/g, '<h2>$1</h2>')
      .replace(/<(\/?)h[45](?=[ >])/g, '<$1h2')
      .replace(/<summary.*?<\/summary>/gs, (summary) => summary.replace(PERMALINK, ''))
      // Above the menu, a link to the first page instead of to a list of all exports, which the menu has.
      .replace(/<a href="[^"]*modules\.html"[^>]*>[^<]*/, `<a href="${up}index.html">Documentation`)
  );
}

const tag = (name, text) => new CommentTag(name, [{ kind: 'text', text }]);

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.defineRouter('guides', GuidesRouter);
  app.renderer.defineTheme('guides', GuidesTheme);

  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, guide) => {
    const { name } = guide;
    files.set(guide, name);
    guide.name = headingOf(guide.content, name).title;
    guide.frontmatter.group = GUIDES.find((guides) => guides.files.includes(name)).title;
  });

  // The module and its default export by the names under which people know them.
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => {
    if (reflection.kind === ReflectionKind.Module) reflection.name = 'API';
    if (reflection.name === 'default') reflection.name = 'init';
  });
  app.converter.on(Converter.EVENT_CREATE_SIGNATURE, (_, signature) => {
    if (signature.name === 'default') signature.name = 'init';
  });

  app.converter.on(
    Converter.EVENT_RESOLVE_BEGIN,
    ({ project }) => {
      const [api] = project.getReflectionsByKind(ReflectionKind.Module);
      api.comment = new Comment([], [tag('@group', 'The module')]);
      for (const reflection of api.children) {
        const [first, ...others] = reflection.signatures ?? [];
        // What is said of a function is said of all its signatures, and stands above them.
        if (others.length > 0 && first.comment) {
          reflection.comment = first.comment;
          delete first.comment;
        }
        const { comment } = reflection.comment ? reflection : first;
        comment.blockTags.push(tag('@category', topicOf(project, reflection)));
      }
    },
    1000,
  );

  // The first page has the title of the site.
  app.converter.on(Converter.EVENT_END, ({ project: { readme } }) => {
    readme[0].text = readme[0].text.slice(headingOf(readme, 'README').heading.length);
  });

  app.renderer.on(
    'parseMarkdown',
    (event) => {
      if (!event.page.model.isDocument?.()) event.parsedText = withLabels(event.parsedText);
    },
    100,
  );

  app.renderer.on(PageEvent.END, (page) => {
    const up = '../'.repeat(page.url.split('/').length - 1);
    page.contents = mended(page.contents, up);
    if (page.contents.includes(FIGURE)) {
      const script = `<script defer src="${up}assets/${SCRIPT}"></script>`;
      page.contents = page.contents.replace('</head>', `${script}</head>`);
    }
  });
  app.renderer.on(RendererEvent.END, ({ outputDirectory }) => {
    rmSync(join(outputDirectory, 'modules.html'));
    for (const name of [SCRIPT, basename(SCRIPT, '.js')]) {
      if (!existsSync(join(dist, name))) continue;
      cpSync(join(dist, name), join(outputDirectory, 'assets', name), { recursive: true });
    }
  });
}
