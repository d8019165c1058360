import {
  type Comparison,
  type Distribution,
  klDivergence,
  multivariateNormal,
  normal,
} from '../../core/index.ts';
import type { Margins, PlaneNormal } from '../../figures/index.ts';
import type { MultivariateCurve } from './parts.ts';

/** By the Cholesky factor, which keeps all digits of σ and is positive definite for every |ρ| < 1. */
export function planeCurve({ x, y, sx, sy, rho }: PlaneNormal): MultivariateCurve {
  const scaleTril = [
    [sx, 0],
    [rho * sy, Math.sqrt((1 - rho) * (1 + rho)) * sy],
  ];
  return { loc: [x, y], shape: { scaleTril } };
}

/** The same for the module. */
export function planeDistribution(of: PlaneNormal): Distribution {
  const { loc, shape } = planeCurve(of);
  return multivariateNormal(loc, shape);
}

/** As people write it. */
export function covarianceOf({ sx, sy, rho }: PlaneNormal): [[number, number], [number, number]] {
  return [
    [sx * sx, rho * sx * sy],
    [rho * sx * sy, sy * sy],
  ];
}

/** What is seen of D along each axis: the margins of a normal distribution are normal. */
export function marginsOf(
  p: PlaneNormal,
  q: PlaneNormal,
  { forward, reverse, base }: Comparison,
): Margins {
  const seen = (at: 'x' | 'y', spread: 'sx' | 'sy') => {
    const [ofP, ofQ] = [normal(p[at], p[spread]), normal(q[at], q[spread])];
    return {
      forward: klDivergence(ofP, ofQ, { base }),
      reverse: klDivergence(ofQ, ofP, { base }),
    };
  };
  return {
    first: seen('x', 'sx'),
    second: seen('y', 'sy'),
    both: { forward: forward.value, reverse: reverse.value },
  };
}
