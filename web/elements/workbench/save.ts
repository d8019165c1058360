import { html, nothing, type TemplateResult } from 'lit';
import { csv } from '../../text/index.ts';
import { type Lang, workbenchWords } from '../../words/index.ts';
import type { KlPanel } from '../panel.ts';
import { pngFile, svgFile } from './svg-file.ts';

/** What is to be saved, and what to do where a browser cannot. */
export interface Saving {
  panel: KlPanel<unknown>;
  mode: string;
  /** The address that shows the same. */
  link: string;
  lang: Lang;
  failed: () => void;
}

function download(name: string, content: Blob): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000); // some browsers read it later
}

/** State and result as JSON, which knows no ∞: it is written as a string. */
function json({ panel, mode, link }: Saving): string {
  const { state, result } = panel;
  const infinite = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  return `${JSON.stringify({ mode, state, result, link }, infinite, 2)}\n`;
}

/** Everything of a panel that can be saved: one row a thing, one button a format. */
export function saveMenu(saving: Saving): TemplateResult {
  const { panel, mode, lang } = saving;
  const said = workbenchWords[lang];
  const row = (name: string, formats: Record<string, () => void>) => html`<li>
    <span>${name}</span>
    ${Object.entries(formats).map(
      ([format, save]) =>
        html`<button type="button" aria-label="${name}: ${format}" @click=${save}>${format}</button>`,
    )}
  </li>`;
  const figures = Array.from(panel.renderRoot.querySelectorAll<SVGSVGElement>('svg.figure'));
  const { table } = panel;
  return html`<ul>
    ${figures.map((figure, i) => {
      const name = figure.querySelector('.title')?.textContent?.trim() || said.figure(i + 1);
      const file = `kl-${mode}-${i + 1}`;
      return row(name, {
        SVG: () => download(`${file}.svg`, new Blob([svgFile(figure)], { type: 'image/svg+xml' })),
        PNG: () => {
          pngFile(figure).then((picture) => download(`${file}.png`, picture), saving.failed);
        },
      });
    })}
    ${
      table
        ? row(said.table, {
            CSV: () => download(`kl-${mode}.csv`, new Blob([csv(table)], { type: 'text/csv' })),
          })
        : nothing
    }
    ${row(said.everything, {
      JSON: () =>
        download(`kl-${mode}.json`, new Blob([json(saving)], { type: 'application/json' })),
    })}
  </ul>`;
}
