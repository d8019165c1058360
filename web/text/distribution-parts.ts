import { toPlain } from './characters.ts';
import {
  COMPONENTS,
  camelCase,
  type ReadableFamily,
  type ReadDistribution,
} from './distribution-reader.ts';
import { exactNumber } from './format.ts';

/** A distribution's parameters as they were written, each apart, so that one can be changed or be wrong alone. */
export interface Call {
  family: string;
  parameters: { name: string; text: string }[];
}

const CALL = /^\s*(?:[A-Za-z_]\w*\.)*([A-Za-z]\w*)\s*\(([\s\S]*)\)\s*$/;
const SUM = /\)\s*[+*·×⊗]/;

/** At the commas between parameters: before a name, or outside of brackets. */
function pieces(body: string): string[] {
  return body.split(/,(?=\s*[A-Za-z_]\w*\s*[=:])/).flatMap((piece) => {
    if (/^\s*[A-Za-z_]\w*\s*[=:]/.test(piece)) return [piece];
    let depth = 0;
    const parts = [''];
    for (const c of piece) {
      if ('([{'.includes(c)) depth += 1;
      if (')]}'.includes(c)) depth -= 1;
      if (c === ',' && depth <= 0) parts.push('');
      else parts.push(parts.pop() + c);
    }
    return parts;
  });
}

/**
 * The parts of a text that names one family with its parameters; undefined for others, such as sums.
 *
 * What stands as a parameter need not be readable: `Normal(loc=one, scale=1)` has the parts `one` and `1`.
 */
export function splitCall(text: string, families: readonly ReadableFamily[]): Call | undefined {
  const [, word = '', body = ''] = CALL.exec(toPlain(text)) ?? [];
  const family = families.find((known) => known.name.toLowerCase() === word.toLowerCase());
  if (!family || SUM.test(body)) return undefined;
  const positions = family.parametrizations[0] ?? [];
  const parameters = (body.trim() === '' ? [] : pieces(body)).map((piece, i) => {
    const [, key] = /^\s*([A-Za-z_]\w*)\s*[=:]/.exec(piece) ?? [];
    if (key === undefined) return { name: positions[i]?.name ?? '', text: piece.trim() };
    return { name: camelCase(key), text: piece.replace(/^[^=:]*[=:]/, '').trim() };
  });
  return { family: family.name, parameters };
}

/** The text of the parts: `Normal(loc=0, scale=1)`. */
export function joinCall({ family, parameters }: Call): string {
  return `${family}(${parameters.map(({ name, text }) => `${name}=${text}`).join(', ')})`;
}

function valueText(value: unknown): string {
  if (typeof value === 'number') return exactNumber(value);
  if (typeof value === 'object' && value !== null) {
    if ('family' in value) return distributionText(value as ReadDistribution);
    if ('length' in value) {
      return `[${Array.from(value as ArrayLike<unknown>, valueText).join(', ')}]`;
    }
  }
  return JSON.stringify(value) ?? '';
}

/** A distribution as `parseDistribution` reads it, every number in full precision. */
export function distributionText({ family, ...parameters }: ReadDistribution): string {
  const parts = parameters[COMPONENTS] as readonly ReadDistribution[] | undefined;
  if (family === 'Mixture' && parts) {
    const weights = Array.from(parameters.weights as ArrayLike<number>);
    const term = (part: ReadDistribution, i: number) =>
      `${exactNumber(weights[i] ?? 1)} ${part.family === 'Mixture' ? `(${distributionText(part)})` : distributionText(part)}`;
    return parts.map(term).join(' + ');
  }
  if (family === 'Independent' && parts) {
    const isPlain = (part: ReadDistribution) => !(COMPONENTS in part);
    const factors = parts.map((part) =>
      isPlain(part) ? distributionText(part) : `(${distributionText(part)})`,
    );
    return factors.length === 1 ? `Independent([${factors[0]}])` : factors.join(' × ');
  }
  return joinCall({
    family,
    parameters: Object.entries(parameters).map(([name, value]) => ({
      name,
      text: valueText(value),
    })),
  });
}
