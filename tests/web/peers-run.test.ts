// The calls that the panel shows, run as they stand by PyTorch and SciPy where they are installed: what the panel says that
// they return is what they return.
import { beforeAll, describe, expect, it } from 'vitest';
import { initSync } from '../../web/core/index.ts';
import { type Call, callsFor } from '../../web/elements/pytorch/calls.ts';
import type { Batch } from '../../web/elements/pytorch/form.ts';
import { torchFormOf } from '../../web/elements/pytorch/form.ts';
import { TORCH_PRESETS } from '../../web/elements/pytorch/presets.ts';
import { parseRows } from '../../web/elements/pytorch/rows.ts';
import { Tensors } from '../../web/elements/pytorch/tensors.ts';
import { pythonLacks, runPython } from './code-programs.ts';

/** The examples of the panel, and more to stumble over. */
const BATCHES: Record<string, Batch> = {
  ...Object.fromEntries(
    TORCH_PRESETS.map(({ name, state }) => [
      name.en,
      {
        form: torchFormOf(state.form),
        p: parseRows(state.p ?? '', 'P'),
        q: parseRows(state.q ?? '', 'Q'),
      },
    ]),
  ),
  'a zero in Q': { form: 'probabilities', p: [[0.2, 0.3, 0.5]], q: [[0, 0.5, 0.5]] },
  'rows and a list': {
    form: 'probabilities',
    p: [
      [0.1, 0.2, 0.7],
      [0.5, 0.25, 0.25],
    ],
    q: [[0.3, 0.3, 0.4]],
  },
  'a list and rows': {
    form: 'weights',
    p: [[1, 2, 7]],
    q: [
      [3, 3, 4],
      [1, 1, 2],
    ],
  },
  'one list as input and target': { form: 'arguments', p: [[0.4, 0.6]], q: [[-1.2, -0.35]] },
  'far logits': { form: 'logits', p: [[0, 0]], q: [[0, -800]] },
};

const HEAD = `
import math
import numpy as np
import scipy.spatial, scipy.special, scipy.stats
from scipy.special import softmax
import torch
import torch.nn.functional as F
from torch import nn
from torch.distributions import Categorical, kl_divergence
inf, nan = math.inf, math.nan
`;

/** P and Q as the call takes them, and all numbers of its result in a line each. */
function programOf({ p, q }: Batch, { code, library }: Call): string {
  const [x, y] = [p, q].map((rows) => JSON.stringify(rows.length === 1 ? rows[0] : rows));
  const made = library === 'PyTorch' ? 'torch.tensor' : 'np.array';
  const type = library === 'PyTorch' ? 'torch.float64' : 'float';
  return `${HEAD}
P = target = ${made}(${x}, dtype=${type})
Q = input = ${made}(${y}, dtype=${type})
for number in np.ravel(np.asarray(${code})).tolist():
    print(number)
`;
}

const lack = pythonLacks('torch', 'scipy');
if (lack) console.log(`The calls are not run: ${lack}`);

describe.skipIf(lack)('as PyTorch and SciPy run them', () => {
  const runs = Object.entries(BATCHES).flatMap(([name, batch]) =>
    (['nats', 'bits'] as const).flatMap((unit) =>
      callsFor(batch, unit)
        .filter(({ library, code }) => library === 'PyTorch' || code.startsWith('scipy.'))
        .map((call) => ({ name: `${name}: ${call.code}`, batch, call })),
    ),
  );
  const once = [...new Map(runs.map((run) => [run.name, run])).values()];
  let printed: (number[] | string)[];

  beforeAll(() => {
    initSync();
    printed = runPython(once.map(({ batch, call }) => programOf(batch, call)));
  }, 240_000);

  it.each(once.map((run, i) => [run.name, run, i] as const))('%s', (_, { batch, call }, i) => {
    expect(printed[i]).toBeInstanceOf(Array);
    const found = call.value(new Tensors(batch, 'float64'));
    const ours = typeof found === 'number' ? [found] : Array.from(found);
    const theirs = printed[i] as number[];
    expect(ours).toHaveLength(theirs.length);
    theirs.forEach((value, at) => {
      const mine = ours[at] as number;
      if (!Number.isFinite(value)) expect(mine).toBe(value);
      else expect(Math.abs(mine - value)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(value)));
    });
  });
});
