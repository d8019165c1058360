import { readNumber } from './number.ts';
import { ParseError } from './parse-error.ts';

/** A family as the reader needs it: the names of its parameters, for each way to give them. */
export interface ReadableFamily {
  readonly name: string;
  readonly parametrizations: readonly (readonly { readonly name: string }[])[];
}

/** A distribution as read: `{ family: 'Normal', loc: 0, scale: 1 }`. Whether there is such a one, the module says. */
export interface ReadDistribution {
  readonly family: string;
  readonly [parameter: string]: unknown;
}

/** `total_count` of Python is `totalCount`. */
export function camelCase(name: string): string {
  return name.replace(/_+([a-z\d])/gi, (_, letter: string) => letter.toUpperCase());
}

const NUMBER =
  /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?(?:\/\/?\d+(?:\.\d*)?)?%?|[+-]?(?:inf(?:inity)?\b|∞|nan\b)/iy;
const NAME = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y;
const KEY = /([A-Za-z_]\w*)\s*[=:]/y;
const SPACE = /\s*/y;
const BETWEEN = /[*·×⊗]/;

/** Of Mixture and Independent, which sums and products stand for. */
export const COMPONENTS = 'components';

export type Value = number | Value[] | ReadDistribution;

/** Reads from left to right; each method takes what it is named after. */
export class DistributionReader {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly written: string,
    private readonly name: string,
    private readonly families: readonly ReadableFamily[],
  ) {}

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }

  #next(): string {
    this.#take(SPACE);
    return this.text.charAt(this.#at);
  }

  #skip(character: string): boolean {
    const isNext = this.#next() === character;
    if (isNext) this.#at += 1;
    return isNext;
  }

  fail(start = this.#at): never {
    const rest = this.written.slice(start);
    const token = /^\s*[+-]?(?:[\w.]+|\S)/.exec(rest)?.[0].trim() ?? this.written.trim();
    const end = start + token.length;
    throw new ParseError('not-a-distribution', this.name, { token, start, end });
  }

  #expect(character: string): void {
    if (!this.#skip(character)) this.fail();
  }

  #number(): number | undefined {
    this.#take(SPACE);
    const match = this.#take(NUMBER);
    return match ? readNumber(match[0]) : undefined;
  }

  #list(close: string): Value[] {
    const values: Value[] = [];
    while (!this.#skip(close)) {
      values.push(this.value());
      if (this.#skip(',') || this.#skip(';')) continue;
      this.#expect(close);
      break;
    }
    return values;
  }

  /** A number, a list, a matrix, a distribution, or one of those inside `tensor(…)`. */
  value(): Value {
    this.#take(SPACE);
    const start = this.#at;
    if (this.#skip('[')) return this.#list(']');
    const next = this.#next();
    if (/[A-Za-z_]/.test(next)) {
      const number = this.#number();
      if (number !== undefined) return number;
      const { name } = this.#familyAhead();
      if (name !== undefined) return this.sum();
      this.#take(NAME);
      if (!this.#skip('(')) this.fail(start);
      const [first] = this.#list(')');
      return first ?? this.fail(start);
    }
    if (next === '(' || next === '{') return this.sum();
    const number = this.#number();
    if (number === undefined) return this.fail();
    // A weight of a mixture, if a distribution follows.
    const follows = this.#next();
    if (/[A-Za-z_]/.test(follows) || BETWEEN.test(follows)) {
      this.#at = start;
      return this.sum();
    }
    return number;
  }

  #familyAhead(): { name?: string; family?: ReadableFamily } {
    const start = this.#at;
    this.#take(SPACE);
    const name = this.#take(NAME)?.[0].split('.').at(-1);
    this.#at = start;
    const family = this.families.find(
      (known) => known.name.toLowerCase() === name?.toLowerCase().replaceAll('_', ''),
    );
    return family ? { name: family.name, family } : {};
  }

  #call(): ReadDistribution {
    const start = this.#at;
    const { family } = this.#familyAhead();
    if (!family) return this.fail(start);
    this.#take(SPACE);
    this.#take(NAME);
    this.#expect('(');
    const given: Record<string, unknown> = {};
    const positions = family.parametrizations[0] ?? [];
    let position = 0;
    while (!this.#skip(')')) {
      this.#take(SPACE);
      const place = this.#at;
      const key = this.#take(KEY)?.[1];
      const parameter = key === undefined ? positions[position++]?.name : camelCase(key);
      if (parameter === undefined || parameter in given) this.fail(place);
      given[parameter as string] = this.value();
      if (this.#skip(',')) continue;
      this.#expect(')');
      break;
    }
    return { family: family.name, ...given };
  }

  #factor(): ReadDistribution {
    if (!this.#skip('(')) return this.#call();
    const inner = this.sum();
    this.#expect(')');
    return inner;
  }

  /** `Normal(0, 1) × Laplace(0, 1)`: independent of each other. */
  #product(): ReadDistribution {
    const factors = [this.#factor()];
    while (BETWEEN.test(this.#next())) {
      this.#at += 1;
      factors.push(this.#factor());
    }
    const [only] = factors as [ReadDistribution];
    return factors.length === 1 ? only : { family: 'Independent', [COMPONENTS]: factors };
  }

  /** `0.3 Normal(0, 1) + 0.7 Normal(4, 0.5)`: a mixture. A single term without a weight is itself. */
  sum(): ReadDistribution {
    const weights: (number | undefined)[] = [];
    const components: ReadDistribution[] = [];
    do {
      const weight = this.#number();
      if (weight !== undefined && BETWEEN.test(this.#next())) this.#at += 1;
      weights.push(weight);
      components.push(this.#product());
    } while (this.#skip('+'));
    const [only] = components as [ReadDistribution];
    if (components.length === 1 && weights[0] === undefined) return only;
    return {
      family: 'Mixture',
      weights: weights.map((weight) => weight ?? 1),
      [COMPONENTS]: components,
    };
  }

  end(): void {
    if (this.#next() !== '') this.fail();
  }
}
