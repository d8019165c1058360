import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Problem } from './problem.ts';

interface FieldState {
  id: string;
  label: string;
  text: string;
  problem: Problem | undefined;
  edit: (text: string) => void;
}

function described(id: string, problem: Problem | undefined, hint: boolean) {
  return [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing;
}

function problemText(id: string, problem: Problem | undefined, mend: unknown): unknown {
  if (!problem) return nothing;
  return html`<p class="problem" id="${id}-problem">${problem.message}</p>
    ${mend}`;
}

/** A list of numbers: several lines, since people paste columns. */
export interface ListField extends FieldState {
  hint: string;
  echo: string;
  /** What helps with the problem: a button, or nothing. */
  mend: unknown;
  paste: (event: ClipboardEvent) => void;
}

export function listField(field: ListField): TemplateResult {
  const { id, label, text, problem, hint, echo, mend, edit, paste } = field;
  return html`<div class="field ${id}">
    <div class="caption">
      <label for=${id}>${label}</label><span id="${id}-hint">${hint}<span>${echo}</span></span>
    </div>
    <textarea
      id=${id}
      rows="2"
      spellcheck="false"
      autocomplete="off"
      autocapitalize="off"
      aria-invalid=${problem ? 'true' : 'false'}
      aria-describedby=${described(id, problem, true)}
      .value=${live(text)}
      @input=${(event: InputEvent) => edit((event.target as HTMLTextAreaElement).value)}
      @paste=${paste}
    ></textarea>
    ${problemText(id, problem, mend)}
  </div>`;
}

/** One number, typed, stepped with the arrow keys, or moved with the slider below it. */
export interface NumberField extends FieldState {
  /** The arrow keys go no lower; typing may. */
  lowest: number;
  slider: { name: string; min: number; max: number; step: number; value: number };
}

/**
 * The number one arrow key away: a tenth, with Shift one, with Alt a hundredth. Rounded to twelve
 * digits, so that three steps from 0 give 0.3. Undefined for other keys and at the lower end.
 */
export function stepped(value: number, event: KeyboardEvent, lowest: number): number | undefined {
  const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!direction || !Number.isFinite(value)) return undefined;
  const size = event.shiftKey ? 1 : event.altKey ? 0.01 : 0.1;
  const next = Number((value + direction * size).toPrecision(12));
  return next < lowest ? undefined : next;
}

export function numberField(field: NumberField): TemplateResult {
  const { id, label, text, problem, edit, slider, lowest } = field;
  const step = (event: KeyboardEvent) => {
    const next = stepped(Number(text), event, lowest);
    if (next === undefined) return;
    event.preventDefault();
    edit(String(next));
  };
  return html`<div class="field ${id}">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      inputmode="decimal"
      autocomplete="off"
      aria-invalid=${problem ? 'true' : 'false'}
      aria-describedby=${described(id, problem, false)}
      .value=${live(text)}
      @input=${(event: InputEvent) => edit((event.target as HTMLInputElement).value)}
      @keydown=${step}
    />
    <input
      type="range"
      aria-label=${slider.name}
      min=${slider.min}
      max=${slider.max}
      step=${slider.step}
      .value=${live(String(slider.value))}
      @input=${(event: InputEvent) => edit((event.target as HTMLInputElement).value)}
    />
    ${problemText(id, problem, nothing)}
  </div>`;
}
