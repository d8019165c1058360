import { mathml, type TemplateResult } from 'lit';
import { exactNumber, formatNumber } from '../../text/index.ts';

/** A part of a formula. */
export type Term = TemplateResult | readonly Term[];

export const mi = (name: string): Term => mathml`<mi>${name}</mi>`;
export const mo = (sign: string): Term => mathml`<mo>${sign}</mo>`;
export const row = (...parts: Term[]): Term => mathml`<mrow>${parts}</mrow>`;
export const sub = (name: string, of: string): Term =>
  mathml`<msub><mi>${name}</mi><mi>${of}</mi></msub>`;
export const squared = (base: Term): Term => mathml`<msup><mrow>${base}</mrow><mn>2</mn></msup>`;
export const inverse = (base: Term): Term =>
  mathml`<msup><mrow>${base}</mrow><mrow><mo>−</mo><mn>1</mn></mrow></msup>`;
export const transposed = (base: Term): Term => mathml`<msup><mrow>${base}</mrow><mi>T</mi></msup>`;
export const subSquared = (name: string, of: string): Term =>
  mathml`<msubsup><mi>${name}</mi><mi>${of}</mi><mn>2</mn></msubsup>`;
export const fraction = (above: Term, below: Term): Term =>
  mathml`<mfrac><mrow>${above}</mrow><mrow>${below}</mrow></mfrac>`;
/** Of the height of a line. */
export const brackets = (inner: Term): Term =>
  mathml`<mrow><mo stretchy="false">(</mo>${inner}<mo stretchy="false">)</mo></mrow>`;
/** As high as what they hold. */
export const square = (inner: Term): Term => mathml`<mrow><mo>[</mo>${inner}<mo>]</mo></mrow>`;
export const logOf = (inner: Term): Term =>
  mathml`<mrow><mi>ln</mi><mspace width="0.17em"></mspace>${inner}</mrow>`;
export const whole = (n: number): Term => mathml`<mn>${n}</mn>`;

/** With a word below that says what it is. */
export const called = (value: Term, name: string): Term =>
  mathml`<munder><mrow>${value}</mrow><mtext>${name}</mtext></munder>`;

function written(text: string): Term {
  const [digits = '', exponent] = text.replace(/^[-\u2212]/, '').split('e');
  const size = exponent
    ? mathml`<mn>${digits}</mn><mo>·</mo><msup><mn>10</mn>${integer(Number(exponent))}</msup>`
    : mathml`<mn>${digits}</mn>`;
  return /^[-\u2212]/.test(text)
    ? mathml`<mrow><mo>−</mo>${size}</mrow>`
    : mathml`<mrow>${size}</mrow>`;
}

/** A result as the page shows it; 1.5e-9 as a power of ten. */
export const number = (x: number): Term => written(formatNumber(x));

const DIGITS = 12; // of a parameter, so that 1.00000001 is not shown as 1

/** A parameter, with the digits it was given. */
export const given = (x: number): Term => written(exactNumber(Number(x.toPrecision(DIGITS))));

function integer(n: number): Term {
  return n < 0 ? mathml`<mrow><mo>−</mo><mn>${-n}</mn></mrow>` : mathml`<mn>${n}</mn>`;
}

const needsBrackets = (x: number) => x < 0 || formatNumber(x).includes('e');

/** A number among others: in brackets if it is negative or has a power of ten. */
export const operand = (x: number, show = number): Term =>
  needsBrackets(x) ? brackets(show(x)) : show(x);

/** What a formula comes to: its whole value is in data-value. */
export const value = (x: number, unit: string): Term =>
  mathml`<mrow class="value" data-value=${exactNumber(x)}>${number(x)}<mspace width="0.3em"></mspace><mtext>${unit}</mtext></mrow>`;

/** A matrix of numbers. */
export const matrix = (rows: readonly ArrayLike<number>[]): Term =>
  square(
    mathml`<mtable>${rows.map(
      (cells) => mathml`<mtr>${Array.from(cells, (x) => mathml`<mtd>${given(x)}</mtd>`)}</mtr>`,
    )}</mtable>`,
  );
