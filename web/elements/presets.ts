import { html, nothing, type TemplateResult } from 'lit';
import { type Lang, panelWords } from '../words/index.ts';
import type { Preset, State } from './state.ts';

/** An example's English name in small letters with hyphens. */
export type PresetId = string;

/** The example of that name. */
export function presetBy(presets: readonly Preset[], id: PresetId | undefined): Preset | undefined {
  const idOf = ({ name }: Preset) =>
    name.en
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  return presets.find((preset) => idOf(preset) === id);
}

/** Whether the fields hold what the example sets. */
function isShown(preset: Preset, state: State): boolean {
  return Object.entries(preset.state).every(([name, value]) => state[name] === value);
}

/** The examples as buttons, and the question of the one that is shown. */
export function presetRow(
  presets: readonly Preset[],
  state: State,
  lang: Lang,
  choose: (state: State) => void,
): TemplateResult | typeof nothing {
  if (presets.length === 0) return nothing;
  const shown = presets.find((preset) => isShown(preset, state));
  return html`<div class="examples">
    <div class="presets" role="group" aria-label=${panelWords[lang].examples}>
      ${presets.map(
        (preset) =>
          html`<button type="button" aria-pressed=${preset === shown ? 'true' : 'false'}
            @click=${() => choose(preset.state)}>${preset.name[lang]}</button>`,
      )}
    </div>
    <p class="question">${shown ? shown.question[lang] : nothing}</p>
  </div>`;
}
