/** Mixtures in programs of other languages. */
import { type CodeLanguage, FAMILY_CODES, type PlainDistribution } from './code-families.ts';
import { JULIA, list, PYTHON } from './code-literals.ts';
import { distributionCode } from './code-parameters.ts';

interface Mixture extends PlainDistribution {
  readonly weights: ArrayLike<number>;
  readonly components: readonly PlainDistribution[];
}

export function isMixture(distribution: PlainDistribution): distribution is Mixture {
  return distribution.family === 'Mixture';
}

/** The components of one family as one distribution whose parameters are lists; undefined for several families. */
function batched(components: readonly PlainDistribution[]): PlainDistribution | undefined {
  const [first] = components;
  if (!first) return undefined;
  const names = Object.keys(first).sort().join();
  const alike = ({ family, ...rest }: PlainDistribution) =>
    family === first.family &&
    Object.keys({ family, ...rest })
      .sort()
      .join() === names &&
    Object.values(rest).every((value) => typeof value === 'number');
  if (!components.every(alike)) return undefined;
  const parameters = Object.keys(first).filter((name) => name !== 'family');
  const lists = parameters.map((name) => [
    name,
    components.map((component) => Reflect.get(component, name) as number),
  ]);
  return { ...Object.fromEntries(lists), family: first.family };
}

/** `MixtureSameFamily(…)`; undefined where the components are of several families, for which PyTorch has nothing. */
function torchMixture({ weights, components }: Mixture): string | undefined {
  const together = batched(components);
  const code = together && distributionCode(together, 'torch');
  const probs = list(weights, PYTHON);
  return code && `MixtureSameFamily(Categorical(probs=torch.tensor(${probs})), ${code})`;
}

function each(mixture: Mixture, language: CodeLanguage): string[] | undefined {
  const codes = mixture.components.map((component) => distributionCode(component, language));
  return codes.includes(undefined) ? undefined : (codes as string[]);
}

function juliaMixture(mixture: Mixture): string | undefined {
  const codes = each(mixture, 'julia');
  const weights = list(mixture.weights, JULIA);
  return codes && `MixtureModel([${codes.join(', ')}], ${weights} / sum(${weights}))`;
}

/** A distribution or a mixture in a language; undefined where it has no name for it. */
export function codeIn(
  distribution: PlainDistribution,
  language: CodeLanguage,
): string | undefined {
  if (!isMixture(distribution)) return distributionCode(distribution, language);
  if (language === 'torch') return torchMixture(distribution);
  return language === 'julia' ? juliaMixture(distribution) : undefined;
}

/** The components of continuous distributions with their weights, as SciPy's pairs. */
export function scipyComponents(distribution: PlainDistribution): string | undefined {
  const parts = isMixture(distribution) ? distribution.components : [distribution];
  if (!parts.every(({ family }) => FAMILY_CODES[family]?.kind === 'continuous')) return undefined;
  const codes = parts.map((part) => distributionCode(part, 'scipy'));
  if (codes.includes(undefined)) return undefined;
  const weights = isMixture(distribution) ? Array.from(distribution.weights) : [1];
  return `[${codes.map((code, i) => `(${weights[i]}, ${code})`).join(', ')}]`;
}
