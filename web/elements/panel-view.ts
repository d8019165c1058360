import { html, nothing, type TemplateResult } from 'lit';

/** What a panel shows. */
interface PanelParts {
  /** Why the engine could not be loaded. */
  failure: string;
  isReadonly: boolean;
  /** The numbers and figures are those of the last fields that could be used: what is said of that. */
  staleness: string | undefined;
  presets: unknown;
  inputs: unknown;
  results: unknown;
  figures: unknown;
  further: unknown;
  explanation: unknown;
  /** Heard, not seen. */
  status: unknown;
}

/** Where it stands, in the order in which it is read. */
export function panelView(parts: PanelParts): TemplateResult {
  const { failure, isReadonly, staleness } = parts;
  return html`<div class="panel ${staleness ? 'stale' : ''} ${isReadonly ? 'readonly' : ''}">
    <fieldset class="choices" ?disabled=${isReadonly}>${parts.presets}</fieldset>
    <fieldset class="inputs" part="inputs" ?disabled=${isReadonly}>${parts.inputs}</fieldset>
    <div class="answer" part="result">
      ${failure ? html`<p class="problem" role="alert">${failure}</p>` : nothing}
      ${parts.results}
      <p class="staleness">${staleness ?? nothing}</p>
    </div>
    <div class="figures" part="figure">${parts.figures}</div>
    <div class="further">${parts.further}</div>
    <div class="explanation" part="explanation">${parts.explanation}</div>
    ${parts.status}
  </div>`;
}
