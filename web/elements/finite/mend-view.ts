import { html, nothing, type TemplateResult } from 'lit';
import { lack, type Said } from './echo.ts';
import type { Which } from './form.ts';
import type { Mend, Mended, Situation } from './mend.ts';
import { mendsAt } from './mends.ts';

/** Below a field: what was filled in, what helps, and what the last mend did. */
export function mendView(
  id: Which,
  situation: Situation,
  note: string | undefined,
  said: Said,
  apply: (mended: Mended) => void,
): TemplateResult {
  const { lists } = situation;
  const lacking = lists ? lack(lists, id, said) : '';
  const button = ({ label, apply: mend }: Mend) =>
    html`<button type="button" class="mend" @click=${() => apply(mend())}>${label}</button>`;
  return html`${lacking ? html`<p class="lacking">${lacking}</p>` : nothing}
    ${mendsAt(id, situation, said).map(
      ({ title, mends }) =>
        html`<div class="mends" role="group" aria-label=${title ?? said.mends}>
          ${title ? html`<span aria-hidden="true">${title}</span>` : nothing}${mends.map(button)}
        </div>`,
    )}
    ${note ? html`<p class="mended">${note}</p>` : nothing}`;
}
