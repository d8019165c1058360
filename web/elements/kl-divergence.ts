import {
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { panelWords } from '../words/index.ts';
import { define } from './define.ts';
import { languageAround } from './language.ts';
import { fieldsOfJsonChild, fieldText, type Value } from './markup.ts';
import { MODES, type Mode } from './modes.ts';
import { Near } from './near.ts';
import type { KlPanel } from './panel.ts';
import { type PresetId, presetBy } from './presets.ts';
import { reasonOf } from './reason.ts';
import type { Result } from './result.ts';
import { attributeOf, type State } from './state.ts';

type Panel = KlPanel<unknown>;

const PARTS = ['inputs', 'result', 'figure', 'measures', 'explanation', 'code'] as const;

function modeOf(id: string): Mode {
  return MODES.find((mode) => mode.id === id) ?? (MODES[0] as Mode);
}

/**
 * A live figure of one mode, for articles: fields are attributes, children are what stands there without JavaScript.
 *
 * It is drawn when it comes near the viewport. Any number of them share one wasm instance. Of its fields the later ones hold:
 * the mode's defaults, `preset`, the object in a `<script type="application/json">` child, attributes, what a program sets.
 *
 * @element kl-divergence
 * @attr {string} mode - finite, gaussian, gaussian-2d, gaussian-nd, families, monte-carlo, pytorch
 * @attr {string} preset - an example of the mode by its English name in small letters with hyphens: two-coins
 * @attr {string} p - and q, form, unit, mu-p, sigma-p …: the fields of the mode, see its element
 * @attr {string} labels - of a finite distribution: the outcomes' names, where they do not stand with the numbers
 * @attr {string} show - which parts, by words: inputs result figure measures explanation code; all if not given
 * @attr {boolean} readonly - fields and handles cannot be changed by hand
 * @attr {'light'|'dark'} theme - else that of the page
 * @attr {string} lang - en or zh; else that of the page
 * @attr {'lazy'|'eager'} loading - lazy if not given: drawn when it comes near the viewport
 * @fires kl-input - after each edit by the user's hand: detail {forward, reverse, asymmetry, unit}, null for unusable input
 * @fires kl-change - the same, when the hand rests
 * @csspart inputs - fields and examples
 * @csspart result - the three numbers
 * @csspart figure - the figures
 * @csspart explanation - where the number comes from, and code
 * @cssprop --kl-p - the colour of P
 * @cssprop --kl-q - the colour of Q
 * @cssprop --kl-accent - the colour of contributions
 * @cssprop --kl-font - the typeface
 * @slot - what stands there until it is drawn
 */
export class KlDivergence extends LitElement {
  static readonly formAssociated = true;
  static override properties: PropertyDeclarations = {
    mode: {},
    preset: {},
    show: {},
    readonly: { type: Boolean },
    shown: { state: true },
    failure: { state: true },
  };
  static override styles = css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none;
    }
    slot {
      display: block;
      min-block-size: 8rem; /* what is drawn will need more: less of the page jumps */
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
  `;

  declare mode: string;
  declare preset: PresetId | undefined;
  declare show: string | undefined;
  declare readonly: boolean;
  declare protected shown: boolean;
  /** Why there is no figure. */
  declare protected failure: string;

  readonly #internals: ElementInternals | undefined;
  #panel: Panel | undefined;
  #set: State = {};
  #attributes: MutationObserver | undefined;

  constructor() {
    super();
    this.mode = '';
    this.readonly = false;
    this.shown = false;
    this.failure = '';
    this.#internals = this.attachInternals?.();
    new Near(this, () => {
      this.shown = true;
    });
    for (const name of ['p', 'q', 'labels', 'state']) this.#upgrade(name);
  }

  /** What was set before the element was defined hides the accessor. */
  #upgrade(name: string): void {
    if (!Object.hasOwn(this, name)) return;
    const value: unknown = Reflect.get(this, name);
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  /** P, as text, as an array, or as a distribution. */
  get p(): Value | undefined {
    return this.state.p;
  }
  set p(value: Value) {
    this.#take({ p: value });
  }

  /** Q, likewise. */
  get q(): Value | undefined {
    return this.state.q;
  }
  set q(value: Value) {
    this.#take({ q: value });
  }

  /** Of a finite distribution: the outcomes' names, as text or as an array. */
  get labels(): Value | undefined {
    return this.state.labels;
  }
  set labels(value: Value) {
    this.#take({ labels: value });
  }

  /** All fields of the mode as text: what it takes to show the same elsewhere. Those that are not set have their defaults. */
  get state(): State {
    return this.#panel?.state ?? this.#set;
  }
  set state(state: Readonly<Record<string, Value>>) {
    this.#set = {};
    if (this.#panel) this.#panel.state = {};
    this.#take(state);
  }

  /** The divergences shown; null before it is drawn and while a field is in trouble. */
  get result(): Result | null {
    return this.#panel?.result ?? null;
  }

  /** Waits until what was set is computed and drawn. */
  override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.#panel?.updateComplete;
    return isDone;
  }

  #take(fields: Readonly<Record<string, Value>>): void {
    const entries = Object.entries(fields);
    const texts = Object.fromEntries(entries.map(([name, value]) => [name, fieldText(value)]));
    this.#set = { ...this.#set, ...texts };
    if (this.#panel) Object.assign(this.#panel, texts);
  }

  /** The value in a form. */
  #offer(): void {
    const value = { mode: modeOf(this.mode).id, ...this.state, result: this.result };
    this.#internals?.setFormValue?.(JSON.stringify(value));
  }

  formResetCallback(): void {
    if (this.#panel) this.#panel.state = this.#given(this.#panel);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#attributes = new MutationObserver((records) => {
      for (const { attributeName } of records) this.#takeAttribute(attributeName ?? '');
    });
    this.#attributes.observe(this, { attributes: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#attributes?.disconnect();
  }

  #takeAttribute(attribute: string): void {
    const panel = this.#panel;
    if (!panel) return;
    if (attribute === 'lang') panel.lang = this.lang;
    const name = Object.keys(panel.state).find((field) => attributeOf(field) === attribute);
    const value = this.getAttribute(attribute);
    if (name !== undefined && value !== null) Object.assign(panel, { [name]: value });
  }

  /** What markup and programs have said so far, of the panel's fields. */
  #given(panel: Panel): State {
    const { fields, presets } = panel.constructor as typeof KlPanel;
    const names = Object.keys({ ...fields, unit: '' });
    const attributes = names.flatMap((name) => {
      const value = this.getAttribute(attributeOf(name));
      return value === null ? [] : [[name, value]];
    });
    return {
      ...presetBy(presets, this.preset)?.state,
      ...fieldsOfJsonChild(this),
      ...Object.fromEntries(attributes),
      ...this.#set,
    };
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (this.shown && (changed.has('shown') || changed.has('mode') || changed.has('preset'))) {
      this.#open(modeOf(this.mode)).catch((cause: unknown) => {
        this.failure = reasonOf(cause);
      });
    }
    const panel = this.#panel;
    if (!panel) return;
    panel.readonly = this.readonly;
    const shown = this.show?.trim().split(/[\s,]+/);
    panel.hides = shown ? PARTS.filter((part) => !shown.includes(part)).join(' ') : '';
  }

  async #open(mode: Mode): Promise<void> {
    await mode.load();
    if (mode !== modeOf(this.mode)) return; // another was asked for in the meantime
    const panel = document.createElement(mode.tag) as Panel;
    panel.setAttribute('exportparts', 'inputs, result, figure, explanation');
    panel.lang = this.lang;
    panel.state = this.#given(panel);
    this.#panel = panel;
    this.failure = '';
    panel.addEventListener('kl-update', () => this.#offer());
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const said = panelWords[languageAround(this)];
    const alert = html`<p role="alert">${said.notDrawn(this.failure.replace(/\.$/, ''))}</p>`;
    return html`${this.failure ? alert : nothing}${this.#panel ?? html`<slot></slot>`}`;
  }
}

define('kl-divergence', KlDivergence);

declare global {
  interface HTMLElementTagNameMap {
    'kl-divergence': KlDivergence;
  }
}
