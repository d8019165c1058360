import { encodePermalink } from './permalink.ts';

/** A field of a mode, as text: its name in JSON, and in a tag. */
export interface EmbedField {
  name: string;
  attribute: string;
  text: string;
}

/** A live figure in somebody else's page. What is not given is as the element has it by itself. */
export interface EmbeddedFigure {
  /** Of the package: what is copied today shows the same numbers when there are newer ones. */
  version: string;
  mode: string;
  fields: readonly EmbedField[];
  /** The parts shown, by words. */
  show?: string;
  readonly?: boolean;
  theme?: string;
  lang?: string;
  /** What stands there without JavaScript. */
  fallback: string;
}

/** A piece of code to be copied. */
export interface EmbedPiece {
  language: string;
  code: string;
}

const LONGEST = 120; // characters of an attribute that is still read at a glance
const WIDEST = 100; // columns of a line

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in HTML, between tags or between quotes. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** JSON that ends no element and begins no comment in HTML. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Long lists would make a tag unreadable, line breaks and halves of characters do not survive in one. */
function fitsAttribute({ text }: EmbedField): boolean {
  return text.length <= LONGEST && !/[\p{Cc}\p{Cs}]/u.test(text);
}

function cdn({ version }: EmbeddedFigure): string {
  return `https://cdn.jsdelivr.net/npm/kl-divergence@${version}`;
}

/** `<kl-divergence …>` with its children. */
function tag(figure: EmbeddedFigure): string {
  const { mode, fields, show, readonly, theme, lang, fallback } = figure;
  const short = fields.filter(fitsAttribute);
  const long = fields.filter((field) => !fitsAttribute(field));
  const values: [string, string | undefined][] = [
    ['mode', mode],
    ...short.map(({ attribute, text }): [string, string] => [attribute, text]),
    ['show', show],
    ['theme', theme],
    ['lang', lang],
  ];
  const attributes = values.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${escaped(value)}"`],
  );
  if (readonly) attributes.push('readonly');
  const line = ['<kl-divergence', ...attributes].join(' ');
  const start = line.length < WIDEST ? line : ['<kl-divergence', ...attributes].join('\n  ');
  const json = scriptJson(Object.fromEntries(long.map(({ name, text }) => [name, text])));
  return [
    `${start}>`,
    ...(long.length > 0 ? [`  <script type="application/json">${json}</script>`] : []),
    `  <p>${escaped(fallback)}</p>`,
    '</kl-divergence>',
  ].join('\n');
}

/** A classic script and a tag: for any HTML. */
export function scriptCode(figure: EmbeddedFigure): EmbedPiece[] {
  const code = `<script src="${cdn(figure)}"></script>\n${tag(figure)}`;
  return [{ language: 'HTML', code }];
}

/** For those who bundle. */
export function moduleCode(figure: EmbeddedFigure): EmbedPiece[] {
  return [
    { language: 'Shell', code: 'npm install kl-divergence' },
    { language: 'JavaScript', code: `import 'kl-divergence/element';` },
    { language: 'HTML', code: tag(figure) },
  ];
}

const HEIGHT = 640; // px, until the figure says how high it is

/**
 * For pages that take no scripts of others, and their own script, which follows the figure's height.
 *
 * @param page the address of the page for frames
 */
export function frameCode(figure: EmbeddedFigure, page: string, title: string): EmbedPiece[] {
  const { mode, lang, fields, show, theme, readonly } = figure;
  const state = Object.fromEntries(fields.map(({ name, text }) => [name, text]));
  const link = encodePermalink({
    mode,
    ...(lang !== undefined && { lang }),
    fields: {
      ...state,
      ...(show !== undefined && { show }),
      ...(theme !== undefined && { theme }),
      ...(readonly && { readonly: 'true' }),
    },
  });
  const attributes = [
    `src="${escaped(`${page}#${link}`)}"`,
    `title="${escaped(title)}" width="100%" height="${HEIGHT}"`,
    'frameborder="0" loading="lazy" allow="clipboard-write"',
  ];
  const code = `<iframe ${attributes.join('\n  ')}></iframe>
<script>
  addEventListener('message', ({ data, source }) => {
    for (const frame of document.querySelectorAll('iframe')) {
      if (source === frame.contentWindow && data?.type === 'kl:resize') frame.height = data.height;
    }
  });
</script>`;
  return [{ language: 'HTML', code }];
}

/** What the widget's model holds at first. */
function modelOf({ mode, fields, show, readonly, theme, lang }: EmbeddedFigure) {
  const state = Object.fromEntries(fields.map(({ name, text }) => [name, text]));
  return { mode, state, show, readonly: readonly || undefined, theme, lang };
}

/** A trait of Python's widget: strings of JSON are strings of Python too. */
function trait([name, value]: [string, unknown]): string[] {
  if (value === undefined) return [];
  const kind = { string: 'Unicode', boolean: 'Bool' }[typeof value as string] ?? 'Dict';
  const literal = value === true ? 'True' : JSON.stringify(value);
  return [`    ${name} = traitlets.${kind}(${literal}).tag(sync=True)`];
}

/** A widget for Jupyter and marimo, and the same in MyST Markdown. */
export function notebookCode(figure: EmbeddedFigure): EmbedPiece[] {
  const widget = `${cdn(figure)}/dist/element/anywidget.js`;
  const model = modelOf(figure);
  const python = `import anywidget
import traitlets


class KlDivergence(anywidget.AnyWidget):
    _esm = "${widget}"
${Object.entries(model).flatMap(trait).join('\n')}
    result = traitlets.Dict(allow_none=True).tag(sync=True)


figure = KlDivergence()
figure`;
  const myst = `\`\`\`{anywidget} ${widget}\n${JSON.stringify(model)}\n\`\`\``;
  return [
    { language: 'Python', code: python },
    { language: 'MyST Markdown', code: myst },
  ];
}

const FIGURE = /<(kl-divergence|iframe)\b[\s\S]*?<\/\1>/;
const DIRECTIVE = /^`{3}\{anywidget\} .*\n([\s\S]*)\n`{3}$/;

/** The element that a piece of code shows, as it stands in it; undefined if none does. */
export function figureIn(code: string): string | undefined {
  return FIGURE.exec(code)?.[0];
}

/** The model that a directive hands to its widget; undefined if the code is none. */
export function modelIn(code: string): Record<string, unknown> | undefined {
  const [, json] = DIRECTIVE.exec(code) ?? [];
  return json === undefined ? undefined : JSON.parse(json);
}
