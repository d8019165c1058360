import type { Distribution } from '../../core/index.ts';
import { joinCall } from '../../text/index.ts';
import { FAMILY_TABLE, type FamilyName } from './family-table.ts';
import { type Form, formOfText } from './reading.ts';

/** The text of a family as it is first shown. */
export function initialText(family: FamilyName, way = 0): string {
  const { group, initial } = FAMILY_TABLE[family];
  const parameters = initial[way] ?? initial[0] ?? '';
  return group === 'made' ? parameters : `${family}(${parameters})`;
}

/** The text with one parameter changed. */
export function withParameter({ family, parameters }: Form, name: string, text: string): string {
  return joinCall({
    family,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      text: parameter.name === name ? text : parameter.text,
    })),
  });
}

/** Another family: parameters of the same name and shape keep what they hold. */
export function withFamily(form: Form | undefined, family: FamilyName): string {
  const fresh = formOfText(initialText(family));
  if (!form || !fresh) return initialText(family);
  return joinCall({
    family,
    parameters: fresh.parameters.map(({ name, shape, text }) => {
      const kept = form.parameters.find((own) => own.name === name && own.shape === shape);
      return { name, text: kept?.text || text };
    }),
  });
}

const SHORTEST = 15; // digits: what a person would rather read than the last bit

const toLogit = (p: number) => Math.log(p / (1 - p));
const toChance = (l: number) => 1 / (1 + Math.exp(-l));

function converted(values: unknown, from: string, to: string): string | undefined {
  const one = from === 'probs' && to === 'logits' ? toLogit : toChance;
  if (typeof values !== 'number' || ![from, to].every((way) => ['probs', 'logits'].includes(way))) {
    return undefined;
  }
  return Number.isFinite(one(values))
    ? String(Number(one(values).toPrecision(SHORTEST)))
    : undefined;
}

/** The parameters given in another way: probabilities as logits and back; a matrix begins anew. */
export function withWay(form: Form, way: number, distribution: Distribution | undefined): string {
  const fresh = formOfText(initialText(form.family, way));
  const [from = '', to = ''] = [form.ways[form.way], form.ways[way]];
  if (!fresh) return initialText(form.family, way);
  const value = distribution && Reflect.get(distribution, from);
  return joinCall({
    family: form.family,
    parameters: fresh.parameters.map(({ name, text }) => {
      const kept = form.parameters.find((own) => own.name === name);
      return { name, text: kept?.text ?? ((name === to && converted(value, from, to)) || text) };
    }),
  });
}
