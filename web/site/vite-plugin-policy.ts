import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

const HEAD = '<meta charset="utf-8">';

const hashes = (html: string, element: RegExp) =>
  Array.from(html.matchAll(element), ([, text = '']) => {
    const hash = createHash('sha256').update(text).digest('base64');
    return ` 'sha256-${hash}'`;
  }).join('');

/** The page with its style sheets within it: the first paint waits for no second request. */
export function withSheets(html: string, files: readonly Rolldown.OutputAsset[]): string {
  return html.replace(/<link rel="stylesheet"[^>]* href="([^"]*)"[^>]*>/g, (_, address: string) => {
    const sheet = files.find(({ fileName }) => address.endsWith(fileName));
    if (!sheet) throw new Error(`${address} is not in the bundle`);
    return `<style>${sheet.source}</style>`;
  });
}

/** The page with its content policy: it runs what it brings along, and asks nothing of any other place. */
export function withPolicy(html: string): string {
  const isOneFile = !/<script[^>]* src=/.test(html);
  const own = isOneFile ? '' : " 'self'";
  const rules = [
    "default-src 'none'",
    `script-src${own}${hashes(html, /<script(?: type="module")?>(.*?)<\/script>/gs)} 'wasm-unsafe-eval'`,
    `style-src${own}${hashes(html, /<style>(.*?)<\/style>/gs)}`,
    isOneFile ? 'img-src data: blob:' : "img-src 'self' blob:", // blob: a figure on its way to PNG
    ...(isOneFile ? [] : ["connect-src 'self'", "worker-src 'self'", "frame-src 'self'"]),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types lit-html${isOneFile ? '' : ' kl-offline'}`,
  ];
  const meta = `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`;
  return html.replace(HEAD, `${HEAD}\n    ${meta}`);
}

/** What runs before the first paint, the style sheet, and the policy over the finished page. */
export function policy(): Plugin[] {
  const early = readFileSync('web/site/early.js', 'utf8')
    .replace(/^\s*\/\/.*\n/gm, '')
    .replace(/\s*\/\/ .*$|\/\*.*?\*\//gm, '')
    .replace(/\n\s*/g, '');
  return [
    {
      name: 'kl-early',
      transformIndexHtml: (html) => html.replace(HEAD, `${HEAD}\n    <script>${early}</script>`),
    },
    {
      name: 'kl-policy',
      apply: 'build',
      enforce: 'post',
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          const ending = (end: string) =>
            Object.values(bundle).filter(
              (file) => file.type === 'asset' && file.fileName.endsWith(end),
            ) as Rolldown.OutputAsset[];
          const sheets = ending('.css');
          for (const page of ending('.html')) {
            page.source = withPolicy(withSheets(String(page.source), sheets));
          }
          for (const { fileName } of sheets) delete bundle[fileName];
        },
      },
    },
  ];
}
