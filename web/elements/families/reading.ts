import { type Distribution, type FamilyDescription, families } from '../../core/index.ts';
import {
  type Call,
  distributionText,
  ParseError,
  parseDistribution,
  parseParameter,
  splitCall,
} from '../../text/index.ts';
import { familiesWords } from '../../words/index.ts';
import { attempt, type Problems } from '../problem.ts';

export type Side = 'p' | 'q';

/** A parameter of the family that is shown, with its text as it stands in the field. */
export interface ParameterField {
  name: string;
  shape: FamilyDescription['parametrizations'][number][number]['shape'];
  text: string;
}

/** A distribution that is given by the parameters of one family, each of which has a field. */
export interface Form {
  family: FamilyDescription['name'];
  /** The ways to give the parameters, by the names of those in which they differ, and which of them is followed. */
  ways: readonly string[];
  way: number;
  parameters: readonly ParameterField[];
}

/** The field of a parameter. */
export const fieldId = (side: Side, parameter: string) => `${side}-${parameter}`;

function descriptionOf(family: string): FamilyDescription | undefined {
  return families().find(({ name }) => name === family);
}

function formOf(call: Call): Form | undefined {
  const description = descriptionOf(call.family);
  const { parametrizations = [], name } = description ?? {};
  const isMade = parametrizations.flat().some(({ shape }) => shape === 'components');
  if (!name || isMade) return undefined;
  const given = (parameter: string) => call.parameters.find((one) => one.name === parameter);
  const count = (way: number) =>
    parametrizations[way]?.filter((parameter) => given(parameter.name)).length ?? 0;
  const ways = parametrizations.map((_, i) => i);
  const way = ways.reduce((best, one) => (count(one) > count(best) ? one : best), 0);
  return {
    family: name,
    way,
    ways: parametrizations.map((parameters) => parameters.at(-1)?.name ?? ''),
    parameters: (parametrizations[way] ?? []).map((parameter) => ({
      ...parameter,
      text: given(parameter.name)?.text ?? '',
    })),
  };
}

/** The parts of a text in parameters; of JSON those of what it says. */
function callOf(text: string): Call | undefined {
  const list = families();
  if (!text.trim().startsWith('{')) return splitCall(text, list);
  try {
    const given = parseDistribution(text, '', list);
    return 'components' in given ? undefined : splitCall(distributionText(given), list);
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/** The fields of a text, if it names one family; what stands in them need not be readable. */
export function formOfText(text: string): Form | undefined {
  const call = callOf(text);
  return call && formOf(call);
}

/**
 * The distribution of a text; undefined after noting why not at the field in question: at that of a parameter, or, for a text
 * that is no single family with parameters, at the text.
 */
export function readDistribution(
  side: Side,
  text: string,
  problems: Problems,
): Distribution | undefined {
  const name = side.toUpperCase();
  const call = callOf(text);
  const form = call && formOf(call);
  if (!call || !form) {
    return attempt(
      problems,
      () => side,
      () => parseDistribution(text, name, families()) as Distribution,
    );
  }
  // A name that the family has not is the module's to refuse.
  const known = new Set(form.parameters.map((parameter) => parameter.name));
  const others = call.parameters.filter((parameter) => !known.has(parameter.name));
  const said = familiesWords[problems.lang];
  const values = [...form.parameters, ...others].map((parameter) => [
    parameter.name,
    attempt(
      problems,
      () => (known.has(parameter.name) ? fieldId(side, parameter.name) : side),
      () => parseParameter(parameter.text, said.parameter(parameter.name, name)),
    ),
  ]);
  if (values.some(([, value]) => value === undefined)) return undefined;
  return { family: form.family, ...Object.fromEntries(values) };
}

/** The field that an error of the module belongs to: `p.scale` to that of the scale, where there is one. */
export function placeIn(texts: Readonly<Record<Side, string>>): (argument?: string) => string {
  return (argument = 'q') => {
    const [, side = 'q', parameter = ''] = /^([pq])(?:\.(\w+))?/.exec(argument) ?? [];
    const form = formOfText(texts[side as Side]);
    const hasField = form?.parameters.some(({ name }) => name === parameter);
    return hasField ? fieldId(side as Side, parameter) : side;
  };
}
