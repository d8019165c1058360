import { toPlain } from './characters.ts';
import {
  DistributionReader,
  type ReadableFamily,
  type ReadDistribution,
} from './distribution-reader.ts';
import { ParseError } from './parse-error.ts';
import { MAX_TEXT } from './read.ts';

/** Brackets inside brackets: more than a distribution can be made of, and few enough for any stack. */
const DEEPEST = 80;

/** Where brackets become too deep. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '(' || c === '[' || c === '{') depth += 1;
    if (c === ')' || c === ']' || c === '}') depth -= 1;
    if (depth > DEEPEST) return i;
  }
  return undefined;
}

function requireReadable(plain: string, name: string): void {
  if (plain.length > MAX_TEXT) throw new ParseError('too-long', name, { count: plain.length });
  const start = tooDeep(plain);
  if (start === undefined) return;
  const token = plain.charAt(start);
  throw new ParseError('not-a-distribution', name, { token, start, end: start + 1 });
}

function parseJson(text: string, name: string): ReadDistribution {
  const token = text.trim();
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given === 'object' && given !== null && 'family' in given) {
      return given as ReadDistribution;
    }
  } catch {}
  throw new ParseError('not-a-distribution', name, { token, start: 0, end: text.length });
}

/**
 * A distribution as people write it.
 *
 * One         Normal(0, 1) · Normal(loc=0., scale=1.) · torch.distributions.Normal(tensor(0.), tensor(1.)) ·
 *             Normal(loc: 0.0, scale: 1.0) as PyTorch prints · {"family": "Normal", "loc": 0, "scale": 1}
 * Mixture     0.3 Normal(0, 1) + 0.7 Normal(4, 0.5); weights may be fractions, percent, or left out (1)
 * Product     Normal(0, 1) × Laplace(0, 1), also with * or ⊗: of independent components
 * Parameters  numbers and lists of numbers; without names in the order of the family's first parametrisation
 * Fails       ParseError 'no-distribution', 'not-a-distribution' or 'too-long'; a name that the family has not is left to the module
 *
 * @param name of the field, for the message: `P`
 */
export function parseDistribution(
  text: string,
  name: string,
  families: readonly ReadableFamily[],
): ReadDistribution {
  if (text.trim() === '') throw new ParseError('no-distribution', name);
  const plain = toPlain(text);
  requireReadable(plain, name);
  if (plain.trim().startsWith('{')) return parseJson(plain, name);
  const reader = new DistributionReader(plain, text, name, families);
  const distribution = reader.sum();
  reader.end();
  return distribution;
}

/**
 * The value of one parameter: a number, or a list of numbers, or of such lists.
 *
 * Fails  ParseError 'no-number' or 'not-a-number'
 *
 * @param name of the field, for the message: `loc of P`
 */
export function parseParameter(text: string, name: string): unknown {
  const token = text.trim();
  if (token === '') throw new ParseError('no-number', name);
  const plain = toPlain(text);
  try {
    requireReadable(plain, name);
    const reader = new DistributionReader(plain, text, name, []);
    const value = reader.value();
    reader.end();
    return value;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const isList = token.includes('[');
    throw new ParseError(isList ? 'not-a-list' : 'not-a-number', name, { token });
  }
}
