// The places for which the page's snippets are written, as far as they can be had here: a CDN, a bundler, notebooks.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Route } from 'playwright';

const { version, jsdelivr } = JSON.parse(readFileSync('package.json', 'utf8'));
if (!existsSync(jsdelivr)) throw new Error(`${jsdelivr} is missing: npm run build`);

export const CDN = `https://cdn.jsdelivr.net/npm/kl-divergence@${version}`;

/** The files of the package under the address that it has when it is published. */
export async function asCdn(route: Route): Promise<void> {
  const path = new URL(route.request().url()).href.slice(CDN.length).replace(/^\//, '') || jsdelivr;
  const headers = { 'access-control-allow-origin': '*' };
  if (existsSync(path)) await route.fulfill({ path, headers });
  else await route.fulfill({ status: 404, headers });
}

const script = (code: string) => `<script type="module">${code}</script>`;

/** What a bundler does: it finds the package by its name. */
export function bundled(code: string, tag: string): string {
  const imports = { 'kl-divergence/element': `${CDN}/dist/element/index.js` };
  return `<script type="importmap">${JSON.stringify({ imports })}</script>${script(code)}${tag}`;
}

/** What a notebook does: it hands its model to the widget. */
export function inNotebook(widget: string, model: unknown): string {
  const values = JSON.stringify(model).replaceAll('<', '\\u003c');
  return script(`import widget from '${widget}';
    const values = ${values};
    const model = { get: (name) => values[name], set() {}, save_changes() {}, on() {}, off() {} };
    widget.render({ model, el: document.body });`);
}

/** Python with stand-ins for the two packages: it runs the snippet, and says what its widget shares. */
const PYTHON = `
import json, sys, types
class Trait:
    def __init__(self, value=None, allow_none=False):
        self.value = value
    def tag(self, sync):
        return self
traitlets = types.ModuleType('traitlets')
traitlets.Unicode = traitlets.Bool = traitlets.Dict = Trait
anywidget = types.ModuleType('anywidget')
anywidget.AnyWidget = type('AnyWidget', (), {})
sys.modules.update(traitlets=traitlets, anywidget=anywidget)
names = {}
exec(compile(sys.stdin.read(), 'snippet', 'exec'), names)
widget = type(names['figure'])
traits = {name: trait.value for name, trait in vars(widget).items() if isinstance(trait, Trait)}
json.dump({'widget': widget._esm, 'model': traits}, sys.stdout)
`;

export function runWidget(code: string): { widget: string; model: Record<string, unknown> } {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', PYTHON], {
    input: code,
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
