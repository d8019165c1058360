/** D(P‖Q) of two distributions with its numbers put in, for a paper. */
import { FAMILY_CODES, type PlainDistribution } from './code-families.ts';
import { LATEX_LOGS, latexNumber } from './code-latex.ts';
import { distributionCode } from './code-parameters.ts';
import { BASES, type CodeUnit } from './code-units.ts';

function valueLatex(value: unknown): string {
  if (typeof value === 'number') return latexNumber(value);
  if (typeof value !== 'object' || value === null) return '';
  if ('family' in value) return nameLatex(value as PlainDistribution);
  return `(${Array.from(value as ArrayLike<unknown>, valueLatex).join(', ')})`;
}

/** The family with its parameters, or in the notation of the field. */
function nameLatex(distribution: PlainDistribution): string {
  if ('covarianceMatrix' in distribution) {
    const { loc, covarianceMatrix } = distribution as unknown as Record<string, unknown>;
    return `\\mathcal{N}\\bigl(${valueLatex(loc)}, ${valueLatex(covarianceMatrix)}\\bigr)`;
  }
  const known = distributionCode(distribution, 'latex');
  if (known !== undefined) return known;
  const { family, ...parameters } = distribution;
  return `\\mathrm{${family.replace(/\W/g, '')}}(${Object.values(parameters).map(valueLatex).join(', ')})`;
}

interface NormalNumbers {
  loc: number;
  scale: number;
}

function normalLatex(p: NormalNumbers, q: NormalNumbers, unit: CodeUnit): string[] {
  const [m, s, n, t] = [p.loc, p.scale, q.loc, q.scale].map(latexNumber);
  const shift = q.loc < 0 ? `(${n})` : n;
  const [open, close] =
    unit === 'nats' ? ['', ''] : [`\\frac{1}{\\ln ${BASES[unit]}} \\Bigl[ `, ' \\Bigr]'];
  const sum = (ratio: string, square: string) =>
    `  = ${open}\\ln\\frac{${ratio}} + \\frac{${square}} - \\frac12${close}`;
  return [
    'D(P \\,\\|\\, Q)',
    sum('\\sigma_Q}{\\sigma_P', '\\sigma_P^2 + (\\mu_P - \\mu_Q)^2}{2 \\sigma_Q^2'),
    sum(`${t}}{${s}`, `(${s})^2 + (${m} - ${shift})^2}{2 \\cdot (${t})^2`),
  ];
}

export function distributionLatex(
  p: PlainDistribution,
  q: PlainDistribution,
  unit: CodeUnit,
): string {
  const names = `P = ${nameLatex(p)}, \\quad Q = ${nameLatex(q)}`;
  const lines =
    p.family === 'Normal' && q.family === 'Normal'
      ? normalLatex(p as unknown as NormalNumbers, q as unknown as NormalNumbers, unit)
      : [
          FAMILY_CODES[p.family]?.kind === 'discrete'
            ? `D(P \\,\\|\\, Q) = \\sum_k p(k) ${LATEX_LOGS[unit]}\\frac{p(k)}{q(k)}`
            : `D(P \\,\\|\\, Q) = \\int p(x) ${LATEX_LOGS[unit]}\\frac{p(x)}{q(x)} \\,\\mathrm{d}x`,
        ];
  return ['\\[', `${names}`, '\\]', '\\[', ...lines, '\\]'].join('\n');
}
