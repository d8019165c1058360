import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { type Lang, langOf } from '../words/index.ts';
import { start } from './engine.ts';
import { stateOf } from './fields.ts';
import { Hand } from './hand.ts';
import { languageAround } from './language.ts';
import { Later } from './later.ts';
import { reasonOf } from './reason.ts';
import type { Result } from './result.ts';
import type { Preset, State } from './state.ts';
import { type Unit, unitOf } from './unit.ts';

/**
 * What a user edits: fields whose texts are the state, with the engine that they are computed by.
 *
 * @fires kl-choose - before an example, or another state as a whole, replaces what is in the fields
 * @fires kl-input - after each edit by the user's hand, when its result is shown
 * @fires kl-change - when the hand rests; detail of both: {forward, reverse, asymmetry, unit}, or null for unusable input
 */
export abstract class Editable extends LitElement {
  /** The fields with what they hold at first; `unit` is one of every panel. */
  static fields: State = {};
  static presets: readonly Preset[] = [];
  /** What loads the part of the engine that it needs; once for all panels of a page. */
  static load: () => Promise<void> = start;

  static override properties: PropertyDeclarations = {
    unit: { converter: unitOf },
    lang: {},
    readonly: { type: Boolean },
    hides: { reflect: true },
    ready: { state: true },
    failure: { state: true },
  };
  /** nats, bits or bans. */
  declare unit: Unit;
  /** Fields and handles cannot be changed by hand. */
  declare readonly: boolean;
  /** The parts left out, by words: inputs result figure measures explanation code. */
  declare hides: string;
  declare protected ready: boolean;
  declare protected failure: string;

  protected language: Lang = 'en';

  protected readonly hand = new Hand(this, () => super.getUpdateComplete());
  protected readonly later = new Later(this);

  constructor() {
    super();
    this.unit = 'nats';
    this.lang = '';
    this.readonly = false;
    this.hides = '';
    this.ready = false;
    this.failure = '';
    Object.assign(this, this.#own.fields);
  }

  get #own(): typeof Editable {
    return this.constructor as typeof Editable;
  }

  /** The divergences shown; null before the first good input and while a field is in trouble. */
  abstract get result(): Result | null;
  /** The same as it is said to a screen reader. */
  protected abstract spoken(): string;

  /** All fields as text. Setting it leaves the fields it does not name at their defaults. */
  get state(): State {
    return stateOf(this, [...Object.keys(this.#own.fields), 'unit']);
  }

  set state(state: State) {
    const fields: State = { unit: 'nats', ...this.#own.fields };
    for (const [name, value] of Object.entries(fields)) {
      Reflect.set(this, name, state[name] ?? value);
    }
  }

  /** A figure by its class: while it is out of sight, it follows when the hand rests. */
  protected whenSeen(name: string, draw: () => unknown): unknown {
    return this.later.partInSight(name, draw);
  }

  /** A change by the user: it will be told to the page and to a screen reader, others will not. */
  protected edit(change: () => void): void {
    this.later.wait();
    this.hand.edit(change, () => this.spoken());
  }

  /** The hand rests: at the end of a drag, or a while after the last key. */
  protected settle(): void {
    this.hand.settle();
  }

  /** Who waits for the panel waits for all of it, and not for the hand to rest. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (!this.later.isWaiting) return isDone;
    this.later.end();
    return this.getUpdateComplete();
  }

  /** An example, or another state as a whole, chosen by the user. */
  choose(state: State): void {
    this.hand.tell('kl-choose');
    this.edit(() => {
      this.state = state;
    });
    this.settle();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#own.load().then(
      () => {
        this.ready = true;
        this.failure = '';
      },
      (cause: unknown) => {
        this.failure = reasonOf(cause);
      },
    );
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.language = this.lang ? langOf(this.lang) : languageAround(this);
  }
}
