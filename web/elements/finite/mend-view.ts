import { html, nothing, type TemplateResult } from 'lit';
import type { Said } from './echo.ts';
import type { Mend, Mended, MendGroup } from './mend.ts';

/** Below a field: what was filled in, what helps, and what the last mend did. */
export function mendView(
  lacking: string,
  groups: readonly MendGroup[],
  note: string | undefined,
  said: Said,
  apply: (mended: Mended) => void,
): TemplateResult {
  const button = ({ label, apply: mend }: Mend) =>
    html`<button type="button" class="mend" @click=${() => apply(mend())}>${label}</button>`;
  return html`${lacking ? html`<p class="lacking">${lacking}</p>` : nothing}
    ${groups.map(
      ({ title, mends }) =>
        html`<div class="mends" role="group" aria-label=${title ?? said.mends}>
          ${title ? html`<span aria-hidden="true">${title}</span>` : nothing}${mends.map(button)}
        </div>`,
    )}
    ${note ? html`<p class="mended">${note}</p>` : nothing}`;
}
