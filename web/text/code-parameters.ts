/** Parameters as code, and the templates filled with them. */

import { type CodeLanguage, FAMILY_CODES, type PlainDistribution } from './code-families.ts';
import { latexNumber } from './code-latex.ts';
import { JULIA, literal, type Notation, PYTHON, R } from './code-literals.ts';

type Row = ArrayLike<number>;
type Parameter = number | Row | ArrayLike<Row>;

const NOTATIONS: Readonly<Record<Exclude<CodeLanguage, 'latex'>, Notation>> = {
  torch: PYTHON,
  scipy: PYTHON,
  r: R,
  julia: JULIA,
};

/** The rows of a matrix that may be one array of all its numbers. */
function rowsOf(matrix: Row | ArrayLike<Row>, columns: number): number[][] {
  const given: readonly (number | Row)[] = Array.from<number | Row>(matrix);
  if (given.some((row) => typeof row === 'object'))
    return given.map((row) => Array.from(row as Row));
  const flat = given as readonly number[];
  return Array.from({ length: flat.length / columns }, (_, i) =>
    flat.slice(i * columns, (i + 1) * columns),
  );
}

/** PyTorch makes tensors of whole numbers integral, and has no densities of those. */
function elementCode(x: number, language: Exclude<CodeLanguage, 'latex'>): string {
  const code = literal(x, NOTATIONS[language]);
  return language === 'torch' && /^-?\d+$/.test(code) ? `${code}.0` : code;
}

function vectorCode(numbers: Row, language: CodeLanguage): string {
  if (language === 'latex') {
    return `\\begin{bmatrix} ${Array.from(numbers, latexNumber).join(' \\\\ ')} \\end{bmatrix}`;
  }
  const notation = NOTATIONS[language];
  const words = Array.from(numbers, (x) => elementCode(x, language)).join(', ');
  const inBrackets = `${notation.open}${words}${notation.close}`;
  if (language === 'torch') return `torch.tensor(${inBrackets})`;
  return language === 'scipy' ? `np.array(${inBrackets})` : inBrackets;
}

function matrixCode(rows: readonly number[][], language: CodeLanguage): string {
  if (language === 'latex') {
    const lines = rows.map((row) => row.map(latexNumber).join(' & '));
    return `\\begin{bmatrix} ${lines.join(' \\\\ ')} \\end{bmatrix}`;
  }
  const words = rows.map((row) => row.map((x) => elementCode(x, language)));
  if (language === 'r') return `rbind(${words.map((row) => `c(${row.join(', ')})`).join(', ')})`;
  // A row of one number would be a vector.
  if (language === 'julia') return `hcat([${words.map((row) => row.join(' ')).join('; ')}])`;
  const nested = `[${words.map((row) => `[${row.join(', ')}]`).join(', ')}]`;
  return language === 'torch' ? `torch.tensor(${nested})` : `np.array(${nested})`;
}

function numberCode(x: number, language: CodeLanguage): string {
  return language === 'latex' ? latexNumber(x) : literal(x, NOTATIONS[language]);
}

/** 1/(1 + e^−x) of a logit, and the complement for `sign` −1. */
function logisticCode(x: number, sign: 1 | -1, language: CodeLanguage): string {
  const at = numberCode(sign * x, language);
  if (language === 'r') return `plogis(${at})`;
  if (language === 'latex') return `\\frac{1}{1 + e^{${numberCode(-sign * x, language)}}}`;
  return `1 / (1 + ${language === 'julia' ? 'exp' : 'np.exp'}(${numberCode(-sign * x, language)}))`;
}

/** The covariance that one of the ways to give it stands for. */
function covarianceCode(
  parameters: Readonly<Record<string, Parameter>>,
  language: CodeLanguage,
): string | undefined {
  const dimension = (parameters.loc as Row).length;
  const given = (name: string) => {
    const matrix = parameters[name];
    return matrix === undefined
      ? undefined
      : matrixCode(rowsOf(matrix as Row | ArrayLike<Row>, dimension), language);
  };
  const [covariance, factor, precision] = [
    given('covarianceMatrix'),
    given('scaleTril'),
    given('precisionMatrix'),
  ];
  if (language === 'torch') {
    if (covariance) return `covariance_matrix=${covariance}`;
    return factor ? `scale_tril=${factor}` : `precision_matrix=${precision}`;
  }
  if (covariance) return covariance;
  if (language === 'latex') {
    return factor ? `${factor} ${factor}^\\top` : `${precision}^{-1}`;
  }
  if (factor) {
    if (language === 'r') return `tcrossprod(${factor})`;
    return language === 'julia' ? `${factor} * ${factor}'` : `${factor} @ ${factor}.T`;
  }
  if (language === 'r') return `solve(${precision})`;
  return language === 'julia' ? `inv(${precision})` : `np.linalg.inv(${precision})`;
}

function parameterCode(
  name: string,
  distribution: PlainDistribution,
  language: CodeLanguage,
): string {
  const parameters = distribution as unknown as Readonly<Record<string, Parameter>>;
  const { logits } = parameters;
  if (name === 'covariance') return covarianceCode(parameters, language) ?? '';
  if (name === 'chance') {
    const way = logits === undefined ? 'probs' : 'logits';
    return `${way}=${parameterCode(way, distribution, language)}`;
  }
  if (name === 'probs' && typeof logits === 'number') return logisticCode(logits, 1, language);
  if (name === 'failure') {
    return typeof logits === 'number'
      ? logisticCode(logits, -1, language)
      : `1 - ${parameterCode('probs', distribution, language)}`;
  }
  const value = parameters[name];
  if (typeof value === 'number') return numberCode(value, language);
  if (value === undefined) return '';
  if (name === 'covFactor') {
    const rank = value.length / (parameters.covDiag as Row).length;
    return matrixCode(rowsOf(value, rank), language);
  }
  return vectorCode(value as Row, language);
}

/** The distribution in a language; undefined where the language has no name for it. */
export function distributionCode(
  distribution: PlainDistribution,
  language: CodeLanguage,
): string | undefined {
  const template = FAMILY_CODES[distribution.family]?.[language];
  return template?.replace(/\{(\w+)\}/g, (_, name: string) =>
    parameterCode(name, distribution, language),
  );
}
