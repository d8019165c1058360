import { nothing, type PropertyDeclarations } from 'lit';
import { type Comparison, compare, type Distribution } from '../../core/index.ts';
import { KlPanel } from '../panel.ts';
import type { Result } from '../result.ts';
import { Patience } from './patience.ts';
import { placeIn, type Side } from './reading.ts';
import { sideView } from './side-view.ts';

/**
 * A panel of distributions given as text, whose divergence may take longer than a frame: then the last one stands until it is
 * there.
 */
export abstract class PatientPanel<Inputs> extends KlPanel<Inputs> {
  static override properties: PropertyDeclarations = { computed: { state: true } };

  declare p: string;
  declare q: string;
  /** Counts what was computed after its frame. */
  declare protected computed: number;

  readonly #comparing = new Patience<Comparison>();

  constructor() {
    super();
    this.computed = 0;
  }

  /** All that may have to wait. */
  protected get patiences(): readonly Patience<unknown>[] {
    return [this.#comparing];
  }

  get #isWaiting(): boolean {
    return this.patiences.some(({ isWaiting }) => isWaiting);
  }

  /** Null also while it is computed. */
  override get result(): Result | null {
    return this.#isWaiting ? null : super.result;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (!this.#isWaiting) return isDone;
    await Promise.all(this.patiences.map(({ done }) => done));
    return this.getUpdateComplete();
  }

  /** The fields of P or of Q. */
  protected side(side: Side, distribution: Distribution | undefined): unknown {
    return this.ready
      ? sideView({
          side,
          text: String(this[side]),
          distribution,
          problems: this.problems,
          lang: this.language,
          edit: (text) => this.edit(() => (this[side] = text)),
        })
      : nothing;
  }

  /** Where the module's complaints about an argument stand. */
  protected get place(): (argument?: string) => string {
    return placeIn({ p: String(this.p), q: String(this.q) });
  }

  /** To be called when what waited can be shown: the edit is told once more, with its result. */
  protected readonly askAgain = (): void => {
    this.edit(() => (this.computed += 1));
  };

  /** The comparison, or the last one until it is computed. */
  protected compareInTime(p: Distribution, q: Distribution, base: number): Comparison | undefined {
    const last = this.comparison?.base === base ? this.comparison : undefined;
    return (
      this.#comparing.ask(
        JSON.stringify([p, q, base]),
        `${p.family} ${q.family}`,
        last !== undefined,
        () => compare(p, q, { base }),
        this.askAgain,
      ) ?? last
    );
  }
}
