import type { Distribution, Estimator } from '../../core/index.ts';
import type { Snippet } from '../state.ts';

/** What is averaged, in Python with log_ratio and x at hand. */
const MEANS: Readonly<Record<Estimator, string>> = {
  k1: 'log_ratio.mean()',
  k2: '(log_ratio**2 / 2).mean()',
  k3: '((-log_ratio).exp() - 1 + log_ratio).mean()',
  'density-weighted': '(Q.log_prob(x).exp() * log_ratio).mean()',
};

interface Computation {
  p: Distribution;
  q: Distribution;
  samples: number;
  seed: number;
  estimator: Estimator;
}

/** The estimate in PyTorch, of N(μ, 1) against N(0, 1). */
export function torchCode(mu: number, { samples, seed, estimator }: Computation): Snippet {
  const means = [MEANS[estimator], ...(estimator === 'k1' ? [] : [MEANS.k1])];
  const code = `import torch
from torch.distributions import Normal, kl_divergence

torch.manual_seed(${seed})
P, Q = Normal(0.0, 1.0), Normal(${Number.isInteger(mu) ? `${mu}.0` : mu}, 1.0)
x = Q.sample((${samples},))
log_ratio = Q.log_prob(x) - P.log_prob(x)
${means.map((mean) => `print(${mean})`).join('\n')}
print(kl_divergence(Q, P))  # exact`;
  return { language: 'PyTorch', code };
}

/** The same estimate to the bit, by the module. */
export function moduleCode({ p, q, samples, seed, estimator }: Computation): Snippet {
  const code = `import init, { klDivergence, monteCarlo } from 'kl-divergence';

await init();
const p = ${JSON.stringify(p)};
const q = ${JSON.stringify(q)};
console.log(monteCarlo(q, p, ${JSON.stringify({ samples, seed, estimator })}));
console.log(klDivergence(q, p)); // exact`;
  return { language: 'JavaScript', code };
}
