import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StepSize } from '../figures/index.ts';
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

function problemText(id: string, problem: Problem | undefined): unknown {
  return problem ? html`<p class="problem" id="${id}-problem">${problem.message}</p>` : nothing;
}

/** A list of numbers: several lines, since people paste columns. */
interface ListField extends FieldState {
  hint: string;
  echo: string;
  /** What helps, and what was done: below the field. */
  mends: unknown;
  /** A text from the clipboard or from a file; true, if more than this field takes it. */
  take: (text: string) => boolean;
}

const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files');

/** Files can be dropped where text can be typed. */
function dropHandlers({ take, edit }: ListField) {
  const over = (event: DragEvent) => {
    if (!isFile(event)) return;
    event.preventDefault();
    (event.currentTarget as Element).classList.add('receives');
  };
  const leave = (event: DragEvent) => {
    (event.currentTarget as Element).classList.remove('receives');
  };
  const drop = async (event: DragEvent) => {
    leave(event);
    const file = event.dataTransfer?.files[0];
    if (!file) return; // a text that is dropped is the browser's business
    event.preventDefault();
    const text = await file.text();
    if (!take(text)) edit(text);
  };
  return { over, leave, drop };
}

const SHORT = 24; // characters: two lines of the narrowest column hold them

/** Whether the least height is enough: then a key changes nothing around the field, and what is below is not laid out again. */
const isShort = (text: string) => text.length <= SHORT && !text.includes('\n');

export function listField(field: ListField): TemplateResult {
  const { id, label, text, problem, hint, echo, mends, edit, take } = field;
  const { over, leave, drop } = dropHandlers(field);
  const paste = (event: ClipboardEvent) => {
    if (take(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
  };
  return html`<div class="field ${id}">
    <div class="caption">
      <label for=${id}>${label}</label><span id="${id}-hint">${hint}<span>${echo}</span></span>
    </div>
    <textarea
      id=${id}
      rows="2"
      ?data-short=${isShort(text)}
      spellcheck="false"
      autocomplete="off"
      autocapitalize="off"
      aria-invalid=${problem ? 'true' : 'false'}
      aria-describedby=${described(id, problem, true)}
      .value=${live(text)}
      @input=${(event: InputEvent) => edit((event.target as HTMLTextAreaElement).value)}
      @paste=${paste}
      @dragover=${over}
      @dragleave=${leave}
      @drop=${drop}
    ></textarea>
    ${problemText(id, problem)}${mends}
  </div>`;
}

/** One number, typed, stepped with the arrow keys, or moved with the slider below it. */
interface NumberField extends FieldState {
  /** The arrow keys go no lower and no higher; typing may. */
  lowest: number;
  highest?: number;
  /** What an arrow key adds, alone, with Shift and with Alt: a tenth, one, a hundredth. */
  sizes?: Readonly<Record<StepSize, number>>;
  slider: { name: string; min: number; max: number; step: number; value: number };
}

const SIZES = { small: 0.01, usual: 0.1, large: 1 };

/**
 * The number one arrow key away. Rounded to twelve digits, so that three steps of a tenth from 0 give 0.3.
 * Undefined for other keys and at the ends.
 */
export function stepped(
  value: number,
  event: KeyboardEvent,
  lowest: number,
  highest = Infinity,
  sizes: Readonly<Record<StepSize, number>> = SIZES,
): number | undefined {
  const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!direction || !Number.isFinite(value)) return undefined;
  const size = sizes[event.shiftKey ? 'large' : event.altKey ? 'small' : 'usual'];
  const next = Number((value + direction * size).toPrecision(12));
  return next < lowest || next > highest ? undefined : next;
}

export function numberField(field: NumberField): TemplateResult {
  const { id, label, text, problem, edit, slider, lowest, highest, sizes } = field;
  const step = (event: KeyboardEvent) => {
    const next = stepped(Number(text), event, lowest, highest, sizes);
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
    ${problemText(id, problem)}
  </div>`;
}
