import { matrixText, parseMatrix, parseVector } from '../../text/index.ts';
import { gaussianWords, type Lang } from '../../words/index.ts';
import { attempt, type Problems } from '../problem.ts';
import { keeps, type Place } from './reading.ts';

/** How the spread of a distribution is given. */
export const FORMS = ['covariance', 'deviations', 'variances'] as const;

export type SpreadForm = (typeof FORMS)[number];

/** A normal distribution of several dimensions, as its fields say it. */
export interface Several {
  mean: number[];
  /** Of independent dimensions. */
  deviations?: number[];
  covariance?: number[][];
}

/** Its fields. */
export interface Places {
  mean: Place;
  spread: Place;
}

/** What a program gives: a list, or the rows of a matrix. */
export type Numbers = ArrayLike<number> | readonly ArrayLike<number>[];

/** The same as a field holds it. */
export function textOfNumbers(numbers: Numbers): string {
  const rows = Array.from(numbers as ArrayLike<number | ArrayLike<number>>);
  const isMatrix = rows.every((row): row is ArrayLike<number> => typeof row === 'object');
  return matrixText(isMatrix ? rows : [numbers as ArrayLike<number>]);
}

/** Larger matrices are work for the module, not for a text field. */
const MOST_DIMENSIONS = 128;

const LETTERS = { covariance: 'Σ', deviations: 'σ', variances: 'σ²' } as const;
const ITEM_RULES = { deviations: 'deviation', variances: 'variance' } as const;

export function labelOf(form: SpreadForm, name: string, lang: Lang): string {
  return gaussianWords[lang].of(LETTERS[form], name);
}

function readList(
  problems: Problems,
  { id, label }: Place,
  lang: Lang,
  text: string,
  rule: 'mean' | 'deviation' | 'variance',
): number[] | undefined {
  const numbers = attempt(
    problems,
    () => id,
    () => parseVector(text, label),
  );
  const isFit = numbers?.every((x, i) =>
    keeps(problems, { id, label: `${label}[${i}]` }, lang, x, rule),
  );
  return isFit ? numbers : undefined;
}

/** A square matrix of finite numbers; the rest of what a covariance must be, the module says. */
function readSquare(
  problems: Problems,
  { id, label }: Place,
  lang: Lang,
  text: string,
): number[][] | undefined {
  const said = gaussianWords[lang];
  const rows = attempt(
    problems,
    () => id,
    () => parseMatrix(text, label),
  );
  if (!rows) return undefined;
  const wanted = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== wanted);
  const note = (code: string, message: string) => problems.set(id, { code, message });
  if (ragged > 0) {
    note('ragged', said.ragged(label, ragged, rows[ragged]?.length ?? 0, wanted));
  } else if (wanted !== rows.length) {
    note('oblong', said.notSquare(label, rows.length, wanted));
  } else if (wanted > MOST_DIMENSIONS) {
    note('too-large', said.tooLarge(label, wanted, MOST_DIMENSIONS));
  } else {
    const isFit = rows.every((row, i) =>
      row.every((x, j) =>
        keeps(problems, { id, label: `${label}[${i}][${j}]` }, lang, x, 'covariance'),
      ),
    );
    return isFit ? rows : undefined;
  }
  return undefined;
}

/** The fields of one distribution; undefined after noting what is wrong with them. */
export function readSeveral(
  problems: Problems,
  places: Places,
  lang: Lang,
  texts: { mean: string; spread: string },
  form: SpreadForm,
): Several | undefined {
  const mean = readList(problems, places.mean, lang, texts.mean, 'mean');
  if (form === 'covariance') {
    const covariance = readSquare(problems, places.spread, lang, texts.spread);
    return mean && covariance && { mean, covariance };
  }
  const numbers = readList(problems, places.spread, lang, texts.spread, ITEM_RULES[form]);
  if (!mean || !numbers) return undefined;
  return { mean, deviations: form === 'variances' ? numbers.map(Math.sqrt) : numbers };
}

/** Whether all are of as many dimensions; if not, that is noted at the first field that differs from the first one's means. */
export function haveSameDimension(
  problems: Problems,
  all: readonly { places: Places; of: Several }[],
  lang: Lang,
): boolean {
  const [first, ...others] = all.flatMap(({ places, of }) => [
    { place: places.mean, dimension: of.mean.length },
    { place: places.spread, dimension: (of.covariance ?? of.deviations ?? []).length },
  ]);
  const odd = others.find(({ dimension }) => dimension !== first?.dimension);
  if (!first || !odd) return true;
  const { place, dimension } = odd;
  const message = gaussianWords[lang].differs(
    place.label,
    dimension,
    first.place.label,
    first.dimension,
  );
  problems.set(place.id, { code: 'differs', message });
  return false;
}

/** Aᵢⱼ and Aⱼᵢ both as their mean; halved before they are added, so that large ones do not overflow. */
export function symmetrised(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row, i) =>
    row.map((x, j) => {
      const mirrored = rows[j]?.[i] ?? x;
      return x === mirrored ? x : x / 2 + mirrored / 2;
    }),
  );
}

export function isSymmetric(rows: readonly (readonly number[])[]): boolean {
  return rows.every((row, i) => row.every((x, j) => x === rows[j]?.[i]));
}
