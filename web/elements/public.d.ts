// kl-divergence/element: importing it registers <kl-divergence>. These types need no others.

/** A field of a mode as a program gives it. */
type Value = string | number | ArrayLike<number> | object;

/** What events carry and `result` holds: divergences in the unit named. */
export interface Result {
  forward: number;
  reverse: number;
  asymmetry: number;
  unit: 'nats' | 'bits' | 'bans';
}

export class KlDivergence extends HTMLElement {
  /** finite, gaussian, gaussian-2d, gaussian-nd, families, monte-carlo or pytorch. */
  mode: string;
  /** An example of the mode by its English name in small letters with hyphens. */
  preset: string | undefined;
  /** Which parts, by words: inputs result figure measures explanation code; all if undefined. */
  show: string | undefined;
  /** Fields and handles cannot be changed by hand. */
  readonly: boolean;
  /** P as text, as an array, or as a distribution; and Q. */
  get p(): Value | undefined;
  set p(value: Value);
  get q(): Value | undefined;
  set q(value: Value);
  /** Of a finite distribution: the outcomes' names, as text or as an array. */
  get labels(): Value | undefined;
  set labels(value: Value);
  /** All fields of the mode as text; those that are not set have their defaults. */
  get state(): Readonly<Record<string, string>>;
  set state(state: Readonly<Record<string, Value>>);
  /** The divergences shown; null before it is drawn and while a field is in trouble. */
  readonly result: Result | null;
  /** Waits until what was set is computed and drawn. */
  readonly updateComplete: Promise<boolean>;
}

/** What a tag may say in a framework whose markup is typed: kl-divergence/react gives it to React, beside what every tag has. */
export interface KlDivergenceAttributes {
  mode?:
    | 'finite'
    | 'gaussian'
    | 'gaussian-2d'
    | 'gaussian-nd'
    | 'families'
    | 'monte-carlo'
    | 'pytorch';
  preset?: string;
  p?: Value;
  q?: Value;
  labels?: Value;
  state?: Readonly<Record<string, Value>>;
  unit?: Result['unit'];
  form?: string;
  show?: string;
  readonly?: boolean;
  theme?: 'light' | 'dark';
  loading?: 'lazy' | 'eager';
  /** Of the control in a form. */
  name?: string;
  'onkl-input'?: (event: CustomEvent<Result | null>) => void;
  'onkl-change'?: (event: CustomEvent<Result | null>) => void;
}

declare global {
  interface HTMLElementTagNameMap {
    'kl-divergence': KlDivergence;
  }
  interface HTMLElementEventMap {
    /** After each edit by the user's hand; null for unusable input. */
    'kl-input': CustomEvent<Result | null>;
    /** The same, when the hand rests. */
    'kl-change': CustomEvent<Result | null>;
  }
}
