// Gaussians of many dimensions, used as a person uses them. Reference values: mpmath, 60 digits.
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../web/elements/kl-gaussian-nd.ts';
import type { KlGaussianNd } from '../../web/elements/kl-gaussian-nd.ts';
import { button, exact, field, fixture, output, radio, type } from './fixture.ts';

let element: KlGaussianNd;
beforeEach(async () => {
  document.body.replaceWith(document.createElement('body'));
  element = fixture<KlGaussianNd>('<kl-gaussian-nd></kl-gaussian-nd>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
});

it('shows both directions of example 11', () => {
  expect(exact('D(P‖Q)') / 1.3029774385365822).toBeCloseTo(1, 13);
  expect(exact('D(Q‖P)') / 0.7916033385595322).toBeCloseTo(1, 13);
});

it.each<[string, number, number]>([
  ['Code of an autoencoder', 8.31246581726872, 13],
  ['A chain and its links cut', 1.6833613831594136, 13],
  ['A hundred small shifts', 0.5, 13],
  ['Hilbert matrix', 11.548377422788425, 11],
  ['Nearly equal', 4.444444311410137e-17, 7],
  ['Pasted from NumPy and R', 0.40669647387606467, 13],
])('keeps its digits: %s', async (name, forward, digits) => {
  await userEvent.click(button(name));
  await element.updateComplete;
  expect(exact('D(P‖Q)') / forward).toBeCloseTo(1, digits);
});

it('echoes how it read the fields', async () => {
  await expect.element(page.getByText('3 × 3 matrix, symmetric').first()).toBeVisible();
  await expect.element(page.getByText('3 dimensions').first()).toBeVisible();
});

describe('a matrix that is no covariance', () => {
  it.each<[string, string, RegExp]>([
    ['not symmetric', '1 0.2 0; 0.3 1 0; 0 0 1', /^Σ of P\[0\]\[1\] is 0\.2,.* symmetric/],
    ['not definite', '1 2 0; 2 1 0; 0 0 1', /^Σ of P\[1\]\[1\] leaves the pivot -3: .* definite/],
    ['not square', '1 2 0\n2 1 0', /^Σ of P is 2 × 3: .* square/],
    ['ragged', '1 2 0\n2 1\n0 0 1', /^Σ of P\[1\] has 2 numbers, Σ of P\[0\] has 3/],
    ['of another dimension', '1 0; 0 1', /^Σ of P has 2 dimensions, μ of P has 3/],
    ['not finite', '1 0 0; 0 inf 0; 0 0 1', /^Σ of P\[1\]\[1\] is Infinity: .* finite/],
    ['not of numbers', '1 0 0; 0 one 0; 0 0 1', /^Σ of P\[1\]\[1\] is “one”/],
  ])('is told: %s', async (_, text, message) => {
    const before = exact('D(P‖Q)');
    await type('Σ of P', text);
    await expect.element(field('Σ of P')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field('Σ of P')).toHaveAccessibleDescription(message);
    expect(exact('D(P‖Q)')).toBe(before);
    await expect.element(field('Σ of P')).toHaveValue(text);
  });

  it('is mended by a button that takes the mean of both halves', async () => {
    await type('Σ of P', '1 0.2 0; 0.3 1 0; 0 0 1');
    await expect.element(page.getByText('3 × 3 matrix, not symmetric')).toBeVisible();
    await userEvent.click(button('Take (A + Aᵀ)/2'));
    await expect.element(field('Σ of P')).toHaveValue('1, 0.25, 0\n0.25, 1, 0\n0, 0, 1');
    await expect.element(field('Σ of P')).toHaveAttribute('aria-invalid', 'false');
  });
});

describe('one number a dimension', () => {
  it('is offered to be read as deviations or variances', async () => {
    await type('Σ of P', '1, 2, 3');
    await type('Σ of Q', '1, 1, 1');
    await userEvent.click(button('Read both as variances').first());
    await expect.element(radio('variances')).toBeChecked();
    await element.updateComplete;
    // ½ Σ (σ² − 1 − log σ²) + ½ (1 + 0 + 1)
    expect(exact('D(P‖Q)')).toBeCloseTo((3 - Math.log(6)) / 2 + 1, 13);
  });

  it('shows what each dimension adds, and that they add up', async () => {
    await userEvent.click(button('Code of an autoencoder'));
    await element.updateComplete;
    const table = new Map(element.table as [string, number][]);
    const each = Array.from({ length: 8 }, (_, i) =>
      Number(table.get(`forward of dimension ${i}`)),
    );
    // By mpmath: −log σ + (σ² + μ² − 1)/2.
    expect(each[0]).toBeCloseTo(2.7494379124341, 14);
    expect(each[2]).toBe(0);
    expect(each.reduce((sum, x) => sum + x)).toBeCloseTo(exact('D(P‖Q)'), 12);
    await expect
      .element(page.getByRole('img', { name: /Dimension 4 adds most, 3\.82837 nats/ }))
      .toBeVisible();
  });

  it('lists them in a table', async () => {
    await userEvent.click(button('Code of an autoencoder'));
    await userEvent.click(page.getByText('The dimensions in numbers'));
    const row = page.getByRole('row', { name: /^4 −2\.2 0 0\.15 1/ }).element();
    const cells = Array.from(row.querySelectorAll('td'), (td) => Number(td.dataset.value));
    expect(cells.slice(0, 4)).toEqual([-2.2, 0, 0.15, 1]);
    expect(cells[4]).toBeCloseTo(3.8283699848858816, 14);
  });

  it('names the entry that cannot be used', async () => {
    await userEvent.click(radio('standard deviations'));
    await type('σ of P', '1, 0, 1');
    await type('σ of Q', '1, 1, 1');
    await expect
      .element(field('σ of P'))
      .toHaveAccessibleDescription(/^σ of P\[1\] is 0: a standard deviation must be/);
  });

  it('given a matrix, offers to read it as one', async () => {
    await userEvent.click(radio('standard deviations'));
    await userEvent.click(button('Read both as covariance matrices').first());
    await expect.element(radio('covariance matrix')).toBeChecked();
    await expect.element(field('Σ of P')).toHaveAttribute('aria-invalid', 'false');
  });
});

it('takes a hundred dimensions with full matrices', async () => {
  const n = 100;
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => 0.5 ** Math.abs(i - j)),
  );
  Object.assign(element, {
    muP: Array(n).fill(0),
    sigmaP: rows,
    muQ: Array(n).fill(0),
    sigmaQ: rows.map((row, i) => row.map((_, j) => Number(i === j))),
  });
  await expect.element(page.getByText('100 × 100 matrix, symmetric').first()).toBeVisible();
  // The chain's determinant is (1 − ¼)⁹⁹, so that D is −99/2 log ¾.
  expect(exact('D(P‖Q)')).toBeCloseTo(-49.5 * Math.log(0.75), 10);
  const cells = element.shadowRoot?.querySelectorAll('.heat-maps .cells') ?? [];
  expect(cells.length).toBeLessThan(20); // paths, not ten thousand cells
});

it('has a state that another element shows to the bit', async () => {
  await userEvent.click(button('Hilbert matrix'));
  await element.updateComplete;
  const [reverse, state] = [exact('D(Q‖P)'), element.state];
  const other = fixture<KlGaussianNd>('<kl-gaussian-nd></kl-gaussian-nd>');
  other.state = state;
  await expect.element(page.getByText('5 × 5 matrix, symmetric').first()).toBeVisible();
  expect(exact('D(Q‖P)')).toBe(reverse);
});

it('speaks Chinese', async () => {
  fixture('<kl-gaussian-nd lang="zh"></kl-gaussian-nd>');
  await type('P 的 Σ', '1 0.2 0; 0.3 1 0; 0 0 1');
  await expect.element(field('P 的 Σ')).toHaveAccessibleDescription(/^P 的 Σ\[0\]\[1\] 为 0\.2/);
  await expect.element(button('取 (A + Aᵀ)/2')).toBeVisible();
});
