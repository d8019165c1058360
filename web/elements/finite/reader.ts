import {
  parseLabels,
  parseOutcomes,
  parseSamples,
  plainNumbers,
  withLabels,
} from '../../text/index.ts';
import { attempt, type Problems } from '../problem.ts';
import type { FiniteForm, Which } from './form.ts';
import { type Given, type Lists, listsOf, listsOfSamples } from './lists.ts';
import { memo } from './memo.ts';

/** Lists as this page writes them are read at every key, also if they are long. */
function readOutcomes(text: string, name: string): Given {
  const values = plainNumbers(text);
  return values ? { values } : parseOutcomes(text, name);
}

/** The same by names that stand apart, if there are any. */
function readNamed(text: string, name: string, labels: string): Given {
  const given = readOutcomes(text, name);
  if (labels.trim() === '') return given;
  return withLabels({ ...given, values: Array.from(given.values) }, parseLabels(labels), name);
}

/** From the texts of both fields to P and Q. What has not changed is not read again. */
export class Reader {
  /** Each field, as far as it can be read. */
  given: Partial<Record<Which, Given>> = {};

  readonly #outcomes = { p: memo(readNamed), q: memo(readNamed) };
  readonly #samples = { p: memo(parseSamples), q: memo(parseSamples) };
  readonly #lists = memo((p: Given, q: Given, form: FiniteForm) => listsOf({ p, q }, form));
  readonly #counts = memo(listsOfSamples);

  read(
    texts: Record<Which | 'labels', string>,
    form: FiniteForm,
    problems: Problems,
  ): Lists | undefined {
    this.given = {};
    const step = <T>(id: Which, read: (text: string, name: string, labels: string) => T) =>
      attempt(
        problems,
        () => id,
        () => read(texts[id], id.toUpperCase(), texts.labels),
      );
    if (form === 'samples') {
      const [x, y] = [step('p', this.#samples.p), step('q', this.#samples.q)];
      const lists = x && y && this.#counts(x, y);
      if (lists) this.given = lists.given;
      return lists;
    }
    const [p, q] = [step('p', this.#outcomes.p), step('q', this.#outcomes.q)];
    if (p) this.given.p = p;
    if (q) this.given.q = q;
    const place = (argument = 'q') => argument;
    return p && q && attempt(problems, place, () => this.#lists(p, q, form));
  }
}
