// TypeDoc's plugin: guides by the names of their files, docstrings with their labelled lines, and the element for live figures.
import { cpSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  Comment,
  CommentTag,
  Converter,
  KindRouter,
  PageEvent,
  ReflectionKind,
  RendererEvent,
} from 'typedoc';
import { GUIDES } from './guides.mjs';
import { withLabels } from './labels.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const SCRIPT = 'element.global.js';
const TAG = '<kl-divergence';

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

/** Its first heading is the title of a guide, which TypeDoc would take from the name of the file. */
function takeTitle(reflection) {
  const first = reflection.content[0];
  const heading = /^(?:<!--.*?-->\s*)?# (.+)\n/s;
  const [, title] = heading.exec(first.text.split('\n\n').slice(0, 2).join('\n\n') + '\n') ?? [];
  if (!title) throw new Error(`docs/${reflection.name}.md begins with no heading`);
  first.text = first.text.replace(`# ${title}\n`, '');
  return title;
}

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.defineRouter('guides', GuidesRouter);

  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, reflection) => {
    const name = reflection.name;
    const group = GUIDES.find((guides) => guides.files.includes(name));
    files.set(reflection, name);
    reflection.name = takeTitle(reflection);
    reflection.comment ??= new Comment();
    reflection.comment.blockTags.push(
      new CommentTag('@group', [{ kind: 'text', text: group.title }]),
    );
  });

  // The module and its default export by the names under which people know them.
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => {
    if (reflection.kind === ReflectionKind.Module) reflection.name = 'API';
    if (reflection.name === 'default') reflection.name = 'init';
  });
  app.converter.on(Converter.EVENT_CREATE_SIGNATURE, (_, signature) => {
    if (signature.name === 'default') signature.name = 'init';
  });

  // What is said of a function is said of all its signatures, and stands above them.
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const reflection of project.getReflectionsByKind(ReflectionKind.Function)) {
      const [first, ...others] = reflection.signatures ?? [];
      if (others.length === 0 || !first.comment) continue;
      reflection.comment = first.comment;
      delete first.comment;
    }
  });

  app.renderer.on(
    'parseMarkdown',
    (event) => {
      if (!event.page.model.isDocument?.()) event.parsedText = withLabels(event.parsedText);
    },
    100,
  );

  // Live figures, in pages that have any.
  app.renderer.on(PageEvent.END, (page) => {
    if (!page.contents?.includes(TAG)) return;
    const up = '../'.repeat(page.url.split('/').length - 1);
    page.contents = page.contents.replace(
      '</head>',
      `<script defer src="${up}assets/${SCRIPT}"></script></head>`,
    );
  });
  app.renderer.on(RendererEvent.END, ({ outputDirectory }) => {
    for (const name of [SCRIPT, basename(SCRIPT, '.js')]) {
      if (!existsSync(join(dist, name))) continue;
      cpSync(join(dist, name), join(outputDirectory, 'assets', name), { recursive: true });
    }
  });
}
