// The examples that tutorials print, to the digits they print: of probabilities and counts, by PyTorch's loss, of logits in
// rows, of normal distributions of one dimension and of several.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Distribution,
  diagonalNormal,
  independent,
  initSync,
  klDiv,
  klDivergence,
  mean,
  multivariateNormal,
  normal,
  type Options,
} from '../../web/core/index.ts';
import { constantOf, finiteMaxUlp, normalMaxUlp, ulpError } from './support/core.ts';

beforeAll(initSync);

const weights: Options = { form: 'weights' };

// Decimals are of mpmath, from the definitions with 60 digits, for the doubles as they are.

describe('the divergence', () => {
  it('is 0.0226 nats for [0.4, 0.6] against [0.3, 0.7]', () => {
    const forward = klDivergence([0.4, 0.6], [0.3, 0.7]);
    expect(ulpError(forward, 0.022582421084357394)).toBeLessThanOrEqual(finiteMaxUlp);
    const reverse = klDivergence([0.3, 0.7], [0.4, 0.6]);
    expect(ulpError(reverse, 0.021600854143546542)).toBeLessThanOrEqual(finiteMaxUlp);
  });

  it('is 0.4712 bits and 0.3266 nats for counts of two samples', () => {
    const [p, q] = [
      [2, 2, 1],
      [5, 1, 4],
    ];
    const nats = klDivergence(p, q, weights);
    const bits = klDivergence(p, q, { form: 'weights', base: 2 });
    expect(ulpError(nats, 0.3266308878102833)).toBeLessThanOrEqual(finiteMaxUlp);
    expect(ulpError(bits, 0.47122876204505504)).toBeLessThanOrEqual(finiteMaxUlp);
    expect(nats.toFixed(4)).toBe('0.3266');
    expect(bits.toFixed(4)).toBe('0.4712');
  });

  it('is the same for the counts and for their shares, however they are told apart', () => {
    const want = klDivergence([2, 2, 1], [5, 1, 4], weights);
    expect(klDivergence([2, 2, 1], [5, 1, 4], { normalize: true })).toBe(want);
    const shares = klDivergence([0.4, 0.4, 0.2], [0.5, 0.1, 0.4]);
    expect(ulpError(shares, 0.3266308878102833)).toBeLessThanOrEqual(finiteMaxUlp);
  });
});

describe('PyTorch’s loss', () => {
  const [p, q] = [
    [0.4, 0.6],
    [0.3, 0.7],
  ];
  const log = (x: number[]) => x.map(Math.log);
  const softmax = (x: number[]) => {
    const powers = x.map(Math.exp);
    const sum = powers.reduce((a, b) => a + b);
    return powers.map((power) => power / sum);
  };

  it('F.kl_div(Q.log(), P, reduction="sum") is D(P‖Q), 0.0226', () => {
    const value = klDiv(log(q), p, { reduction: 'sum' });
    expect(value.toFixed(4)).toBe('0.0226');
    expect(value).toBeCloseTo(klDivergence(p, q), 15);
  });

  it('F.kl_div(Q.log(), P.log(), log_target=True, reduction="sum") is too', () => {
    const value = klDiv(log(q), log(p), { reduction: 'sum', logTarget: true });
    expect(value.toFixed(4)).toBe('0.0226');
    expect(value).toBeCloseTo(klDivergence(p, q), 15);
  });

  it('without the logarithm is Σ p (log p − q), which is no divergence: it is negative', () => {
    expect(klDiv(q, p, { reduction: 'sum' })).toBeCloseTo(-1.2130116670092563, 14);
  });

  it('with the arguments exchanged is D(Q‖P), 0.0216', () => {
    const value = klDiv(log(p), q, { reduction: 'sum' });
    expect(value.toFixed(4)).toBe('0.0216');
    expect(value).toBeCloseTo(klDivergence(q, p), 15);
  });

  it('of scores after softmax is what logits give without it', () => {
    const [ours, theirs] = [
      [1.5, -0.3, 2],
      [0.5, 0.7, 1],
    ];
    const want = 0.20119005613433488;
    expect(ulpError(klDivergence(ours, theirs, { form: 'logits' }), want)).toBeLessThanOrEqual(
      finiteMaxUlp,
    );
    const value = klDiv(log(softmax(theirs)), softmax(ours), { reduction: 'sum' });
    expect(value).toBeCloseTo(want, 15);
  });

  it('of scores as they are is something else', () => {
    const value = klDiv([0.5, 0.7, 1], [1.5, -0.3, 2], { reduction: 'sum' });
    expect(value).toBeNaN();
  });

  it('with batchmean is the mean of the rows, and with mean that over their length', () => {
    const shape = [2, 2];
    const input = { data: log([0.5, 0.5, ...q]), shape };
    const target = { data: [0.2, 0.8, ...p], shape };
    const rows = klDivergence(target.data, [0.5, 0.5, ...q], { columns: 2 });
    const value = klDiv(input, target, { reduction: 'batchmean' });
    expect(value).toBeCloseTo(mean(rows), 15);
    expect(klDiv(input, target)).toBeCloseTo(mean(rows) / 2, 15);
  });

  it('divides one row by its length with batchmean', () => {
    const value = klDiv(log([0.3, 0.3, 0.4]), [0.1, 0.2, 0.7], { reduction: 'batchmean' });
    expect(value.toFixed(6)).toBe('0.066926');
  });

  it('nn.KLDivLoss prints what PyTorch prints', () => {
    const shape = [4, 3];
    const input = { data: [-2, -6, -8, -7, -1, -2, -1, -9, -2.3, -1.9, -2.8, -5.4], shape };
    const target = { data: [0.8, 0.1, 0.1, 0.1, 0.7, 0.2, 0.5, 0.2, 0.3, 0.4, 0.3, 0.3], shape };
    expect(klDiv(input, target).toFixed(4)).toBe('0.6209');
    expect(klDiv(input, target, { reduction: 'batchmean' }).toFixed(4)).toBe('1.8626');
    const elements = klDiv(input, target, { reduction: 'none' });
    expect(elements.shape).toEqual(shape);
    const printed = Array.from(elements.data, (x) => x.toFixed(4)).join(' ');
    expect(printed).toBe(
      '1.4215 0.3697 0.5697 0.4697 0.4503 0.0781 0.1534 1.4781 0.3288 0.3935 0.4788 1.2588',
    );
  });
});

describe('kl_categorical(p_logit, q_logit)', () => {
  const p = [1.5, -0.3, 2, 0.1, 0.2, -4];
  const q = [0.5, 0.7, 1, 3, 0.25, -1];
  const rows = () => klDivergence(p, q, { columns: 3, form: 'logits' });

  it('is a divergence for each row of logits', () => {
    expect(rows()).toHaveLength(2);
    [0.20119005613433488, 0.810521038335244].forEach((want, row) => {
      expect(ulpError(rows()[row] as number, want)).toBeLessThanOrEqual(finiteMaxUlp);
    });
  });

  it('is the mean of those over the batch', () => {
    // A rounding of the sum beside the rows' bound; halving is exact.
    expect(ulpError(mean(rows()), 0.5058555472347894)).toBeLessThanOrEqual(finiteMaxUlp + 1);
  });

  it('is F.kl_div of log_softmax, with log_target and batchmean', () => {
    const logSoftmax = (x: number[]) => {
      const level = Math.log(x.map(Math.exp).reduce((a, b) => a + b));
      return x.map((score) => score - level);
    };
    const tensor = (x: number[]) => ({
      data: [...logSoftmax(x.slice(0, 3)), ...logSoftmax(x.slice(3))],
      shape: [2, 3],
    });
    const options = { reduction: 'batchmean', logTarget: true } as const;
    expect(klDiv(tensor(q), tensor(p), options)).toBeCloseTo(mean(rows()), 14);
  });
});

describe('normal distributions', () => {
  it.each([
    [0, 1, 1, 2, 0.4431471805599453],
    [1, 2, 0, 1, 1.3068528194400546],
    [0.5, 0.8, -0.25, 1.25, 0.3310871026284195],
    [0, 1, 0, 1.00000001, 9.99999971178392e-17],
    [1e-9, 1, 0, 1, 5e-19],
  ])('have the closed form for N(%d, %d²) against N(%d, %d²)', (mp, sp, mq, sq, want) => {
    const got = klDivergence(normal(mp, sp), normal(mq, sq));
    expect(ulpError(got, want)).toBeLessThanOrEqual(normalMaxUlp);
  });

  it.each([
    [0.3, 1.7, 0.45937174893782956],
    [-2, 0.1, 3.807585092994046],
  ])('have the regulariser of a variational autoencoder at μ = %d, σ = %d', (mu, sigma, want) => {
    const got = klDivergence(normal(mu, sigma), normal(0, 1));
    expect(ulpError(got, want)).toBeLessThanOrEqual(normalMaxUlp);
  });

  it('have that regulariser exactly 0 at μ = 0, σ = 1 and positive beside it', () => {
    const standard = normal(0, 1);
    const at = (mu: number, sigma: number) => klDivergence(normal(mu, sigma), standard);
    expect(at(0, 1)).toBe(0);
    for (const mu of [-1, -1e-9, 1e-150, 2]) expect(at(mu, 1)).toBeGreaterThan(0);
    for (const sigma of [0.5, 1 - 2 ** -53, 1 + 2 ** -52, 3])
      expect(at(0, sigma)).toBeGreaterThan(0);
  });
});

describe('normal distributions of several dimensions', () => {
  const maxUlp = constantOf('distributions/gaussian_divergence.h', 'kGaussianMaxUlp');
  const [pLoc, qLoc] = [
    [1, 0, -1],
    [0, 0.5, 0],
  ];
  const full = multivariateNormal(pLoc, [
    [2, 0.5, 0],
    [0.5, 1, 0.25],
    [0, 0.25, 3],
  ]);
  const otherFull = multivariateNormal(qLoc, [
    [1, -0.25, 0.5],
    [-0.25, 2, 0],
    [0.5, 0, 1],
  ]);
  const diagonal = diagonalNormal(pLoc, [1, 2, 0.5]);
  const otherDiagonal = diagonalNormal(qLoc, [2, 1, 1]);

  it.each<[string, Distribution, Distribution, number]>([
    ['full covariances', full, otherFull, 3.603517919115057],
    ['full covariances, the other way', otherFull, full, 1.5258564181065761],
    ['diagonal covariances', diagonal, otherDiagonal, 2.1931471805599454],
    ['a full and a diagonal one', full, otherDiagonal, 1.3760819180477093],
  ])('have the closed form for %s', (_, p, q, want) => {
    expect(ulpError(klDivergence(p, q), want)).toBeLessThanOrEqual(maxUlp);
  });

  it('have for diagonal covariances the sum over the dimensions', () => {
    const parts = [0, 1, 2].map((i) => {
      const at = ({ loc, scale }: typeof diagonal) => normal(loc[i] as number, scale[i] as number);
      return klDivergence(at(diagonal), at(otherDiagonal));
    });
    const sum = parts.reduce((a, b) => a + b);
    expect(klDivergence(diagonal, otherDiagonal)).toBeCloseTo(sum, 14);
    const asProduct = ({ loc, scale }: typeof diagonal) =>
      independent(Array.from(loc, (x, i) => normal(x, scale[i] as number)));
    expect(klDivergence(asProduct(diagonal), asProduct(otherDiagonal))).toBeCloseTo(sum, 14);
  });

  it('have the regulariser of a variational autoencoder: the sum over its latent numbers', () => {
    const [mu, sigma] = [
      [0.3, -2],
      [1.7, 0.1],
    ];
    const got = klDivergence(diagonalNormal(mu, sigma), diagonalNormal([0, 0], [1, 1]));
    expect(ulpError(got, 0.45937174893782956 + 3.807585092994046)).toBeLessThanOrEqual(maxUlp);
  });
});
