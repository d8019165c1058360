// The panel of PyTorch's calls, used as a person uses it. Numbers are those PyTorch and others were recorded to return.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KlPytorch } from '../../web/elements/kl-pytorch.ts';
import '../../web/elements/kl-pytorch.ts';
import javascript from '../vectors/peers_javascript.json';
import python from '../vectors/peers_python.json';
import { button, exact, field, fixture, listen, output, radio, type } from './fixture.ts';

let element: KlPytorch;
beforeEach(async () => {
  document.body.replaceWith(document.createElement('body'));
  element = fixture<KlPytorch>('<kl-pytorch></kl-pytorch>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
});

const root = () => element.shadowRoot as ShadowRoot;
const row = (call: string) => {
  const found = root().querySelector(`tr[data-call=${call}]`);
  if (!found) throw new Error(`no call ${call}`);
  return found;
};
const returned = (call: string) =>
  Number(row(call).querySelector('.number')?.getAttribute('data-value'));
const singleOf = (call: string) =>
  Number(row(call).querySelector('.single')?.getAttribute('data-value'));
const verdictOf = (call: string) => row(call).getAttribute('data-verdict');
const badgeOf = (call: string) => row(call).querySelector('.badge')?.textContent;
const callsIn = (group: string) =>
  Array.from(root().querySelectorAll(`[data-group=${group}] tr[data-call]`), (tr) =>
    tr.getAttribute('data-call'),
  );

const torch = (name: keyof typeof python.pairs, call: string) =>
  Number((python.pairs[name].torch as Record<string, unknown>)[call]);

/** As the text of a field. */
const textOf = (list: number[] | number[][]) => JSON.stringify(list);

async function show(name: keyof typeof python.pairs): Promise<void> {
  const { p, q } = python.pairs[name];
  await type('P', textOf(p));
  await type('Q', textOf(q));
  await element.updateComplete;
}

describe('the calls', () => {
  it('return for two outcomes what PyTorch returned', () => {
    const recorded: Record<string, string> = {
      sum: 'right, sum',
      logTarget: 'log_target, sum',
      categorical: 'Categorical(probs)',
      loss: 'nn.KLDivLoss()',
      lossBatchmean: "nn.KLDivLoss(reduction='batchmean')",
      mean: 'right, mean',
      batchmeanOfOne: 'right, batchmean',
      noLog: 'no log, sum',
      swapped: 'swapped, sum',
      swappedNoLog: 'swapped, no log, sum',
      logTargetWithoutLog: 'log_target without logarithms, sum',
    };
    for (const [call, name] of Object.entries(recorded)) {
      expect(returned(call), call).toBeCloseTo(torch('two outcomes', name), 14);
    }
    expect(returned('logTargetForgotten')).toBeNaN();
  });

  it('that are D(P‖Q) come first, the traps after, by their numbers', () => {
    expect(callsIn('right')).toEqual(['sum', 'logTarget', 'categorical']);
    expect(callsIn('wrong')).toHaveLength(10);
    expect(badgeOf('sum')).toBe('D(P‖Q)');
    expect(badgeOf('mean')).toBe('D(P‖Q) ÷ 2');
    expect(badgeOf('swapped')).toBe('D(Q‖P)');
    expect(verdictOf('noLog')).toBe('negative');
    expect(verdictOf('logTargetForgotten')).toBe('nan');
    expect(verdictOf('logTargetWithoutLog')).toBe('none');
    expect(verdictOf('none')).toBe('terms');
    expect(badgeOf('jensenshannon')).toBe('the root of JS(P, Q)');
  });

  it('say float32 where its digits differ', () => {
    expect(singleOf('sum')).toBe(python.pairs['two outcomes']['torch float32']['right, sum']);
    expect(row('loss').querySelector('.single')).toBeNull();
  });

  it('follow every key', async () => {
    await type('Q', '0.4, 0.6');
    await element.updateComplete;
    expect(returned('sum')).toBe(0);
    expect(verdictOf('sum')).toBe('forward');
    // Of equal distributions all that scale are 0 as well: by chance, and it is said.
    expect(verdictOf('mean')).toBe('chance');
    expect(row('mean').textContent).toContain('For these P and Q the numbers agree');
  });

  it('give NaN where P and Q are both 0, and the sum is no longer among the right ones', async () => {
    await show('zero in both');
    expect(callsIn('right')).toEqual(['categorical']);
    expect(returned('sum')).toBeNaN();
    expect(row('sum').textContent).toContain('s = P > 0');
    expect(verdictOf('mathjs')).toBe('nan');
    expect(verdictOf('entropy')).toBe('forward');
  });

  it('are right where they are ∞, and wrong where they hide it', async () => {
    await show('zero in Q');
    expect(exact('D(P‖Q)')).toBe(Infinity);
    expect(verdictOf('sum')).toBe('forward');
    expect(verdictOf('keras')).toBe('wronglyFinite');
    expect(returned('tfjs')).toBeCloseTo(javascript.pairs['zero in Q'].tfjs, 5);
    expect(verdictOf('philentropy')).toBe('wronglyFinite');
    expect(returned('philentropy')).toBeCloseTo(1.8274, 4);
  });

  it('of nearly equal distributions have lost their digits', async () => {
    await userEvent.click(button('Nearly equal'));
    await element.updateComplete;
    expect(callsIn('right')).toEqual([]);
    expect(verdictOf('sum')).toBe('rounding');
    // ½ δ² (1/0.1 + 1/0.7) with δ = 1e-8.
    expect(exact('D(P‖Q)') / ((1e-16 / 2) * (10 + 1 / 0.7))).toBeCloseTo(1, 6);
    await expect.element(page.getByText('None of PyTorch’s calls')).toBeVisible();
  });

  it('of a probability too small for Categorical are found out', async () => {
    await show('tiny in Q');
    expect(returned('categorical')).toBeCloseTo(torch('tiny in Q', 'Categorical(probs)'), 12);
    expect(verdictOf('categorical')).toBe('none');
    expect(verdictOf('sum')).toBe('forward');
  });
});

describe('counts', () => {
  it('are divided by some and not by others', async () => {
    await userEvent.click(button('Counts'));
    await element.updateComplete;
    expect(exact('D(P‖Q)')).toBeCloseTo(0.200776801066352, 14);
    expect(callsIn('right')).toEqual(['categorical', 'normalized']);
    expect(badgeOf('notNormalized')).toBe('D(P‖Q) × 10');
    expect(returned('mathjs')).toBe(javascript.pairs.counts.mathjs);
    expect(returned('mlDistance')).toBe(javascript.pairs.counts['ml-distance']);
    expect(verdictOf('mathjs')).toBe('forward');
    expect(returned('keras')).toBe(0);
    expect(verdictOf('keras')).toBe('none');
  });

  it('of different sums make scipy.special.kl_div the generalised divergence', async () => {
    await userEvent.click(radio('counts'));
    await type('P', '1 2 3');
    await type('Q', '10 20 30');
    await element.updateComplete;
    expect(exact('D(P‖Q)')).toBe(0);
    expect(verdictOf('klDiv')).toBe('generalized');
    expect(returned('klDiv')).toBeCloseTo(python.pairs['proportional counts'].scipy.kl_div, 12);
    expect(verdictOf('relEntr')).toBe('negative');
  });

  it('in a field of probabilities are read as counts by one click', async () => {
    await type('Q', '3 3 4');
    await type('P', '1 2 7');
    await expect.element(field('P')).toHaveAttribute('aria-invalid', 'true');
    await userEvent.click(button('Read both as counts'));
    await expect.element(radio('counts')).toBeChecked();
    await expect.element(output('D(P‖Q)')).toHaveTextContent('0.200777 nats');
  });
});

describe('logits', () => {
  it('go through softmax', async () => {
    await userEvent.click(button('Scores'));
    await element.updateComplete;
    const recorded = python.logits.scores.torch;
    expect(returned('softmax')).toBeCloseTo(recorded.log_softmax, 14);
    expect(returned('softmaxLog')).toBeCloseTo(recorded['softmax, log'], 14);
    expect(returned('categoricalLogits')).toBeCloseTo(recorded['Categorical(logits)'], 14);
    expect(callsIn('right').slice(0, 4)).toEqual([
      'softmax',
      'logTarget',
      'softmaxLog',
      'categoricalLogits',
    ]);
    expect(verdictOf('rawScores')).toBe('nan');
  });

  it('far apart underflow where log_softmax does not', async () => {
    await userEvent.click(radio('logits'));
    await type('P', '0 0');
    await type('Q', '0 -800');
    await element.updateComplete;
    expect(verdictOf('softmax')).toBe('forward');
    expect(verdictOf('softmaxLog')).toBe('wronglyInfinite');
    expect(verdictOf('categoricalLogits')).toBe('wronglyInfinite');
  });
});

describe('rows', () => {
  it('of input and target: the example of nn.KLDivLoss', async () => {
    await userEvent.click(button('mean or batchmean'));
    await element.updateComplete;
    expect(returned('loss')).toBeCloseTo(0.6209, 4);
    expect(returned('inputBatchmean')).toBeCloseTo(1.8626, 4);
    expect(row('none').textContent).toContain('[1.42149, 0.369741, 0.569741');
    // The rows of input are no logarithms of probabilities.
    expect(verdictOf('inputBatchmean')).toBe('none');
    expect(callsIn('right')).toEqual(['inputNormalized']);
    expect(row('loss').getAttribute('aria-current')).toBe('true');
    await expect.element(page.getByText('adds up to 0.138149, not 1')).toBeVisible(); // e⁻² + e⁻⁶ + e⁻⁸
  });

  it('divide by what their reduction says', async () => {
    await show('rows');
    const recorded = python.pairs.rows.torch;
    expect(returned('batchmean')).toBeCloseTo(recorded['right, batchmean'], 14);
    expect(exact('D(P‖Q)')).toBeCloseTo(recorded['right, batchmean'], 14);
    expect(callsIn('right')).toEqual(['batchmean', 'logTarget', 'categorical', 'lossBatchmean']);
    expect(badgeOf('mean')).toBe('D(P‖Q) ÷ 3');
    expect(badgeOf('sumOfRows')).toBe('D(P‖Q) × 2');
    await expect.element(page.getByText('the means over 2 rows')).toBeVisible();
  });

  it('are read from lines as well', async () => {
    await type('P', '0.1 0.2 0.7\n0.5 0.25 0.25');
    await type('Q', '0.3, 0.3, 0.4\n0.2, 0.3, 0.5');
    await expect.element(page.getByText('2 rows of 3').first()).toBeVisible();
    expect(exact('D(P‖Q)')).toBeCloseTo(python.pairs.rows.torch['right, batchmean'], 14);
  });

  it('of different lengths are refused at their field, and nothing is lost', async () => {
    await show('rows');
    const before = returned('batchmean');
    await type('P', '[[0.1, 0.2, 0.7], [0.5, 0.5]]');
    await expect
      .element(field('P'))
      .toHaveAccessibleDescription(/P\[1\] has 2 numbers but P\[0\] has 3/);
    expect(returned('batchmean')).toBe(before);
    await type('P', '[[0.1, 0.2, 0.7], [0.5, 0.2, 0.2]]');
    await expect.element(field('P')).toHaveAccessibleDescription(/P\[1\] sums to 0\.9/);
  });
});

describe('by hand', () => {
  it('a call is copied by a click, by a touch and by a key', async () => {
    const copied: string[] = [];
    const write = vi
      .spyOn(navigator.clipboard, 'writeText')
      .mockImplementation(async (text) => void copied.push(text));
    const copy = button("Copy F.kl_div(Q.log(), P, reduction='sum')");
    await userEvent.click(copy);
    const target = copy.element() as HTMLElement;
    for (const name of ['pointerdown', 'pointerup']) {
      target.dispatchEvent(
        new PointerEvent(name, { pointerType: 'touch', bubbles: true, composed: true }),
      );
    }
    target.click();
    target.focus();
    await userEvent.keyboard('{Enter}');
    expect(copied).toEqual(Array(3).fill("F.kl_div(Q.log(), P, reduction='sum')"));
    await expect.element(copy).toHaveTextContent('Copied');
    write.mockRestore();
  });

  it('every call has a copy button of 24 pixels', () => {
    const buttons = Array.from(root().querySelectorAll('.calls button'));
    expect(buttons.length).toBe(root().querySelectorAll('tr[data-call]').length);
    for (const one of buttons) {
      const { width, height } = one.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  });

  it('the keyboard reaches the fields, the forms and the calls', async () => {
    (field('P').element() as HTMLElement).focus();
    const order: string[] = [];
    for (let i = 0; i < 4; i++) {
      await userEvent.tab();
      const active = root().activeElement;
      order.push(active?.id || active?.getAttribute('name') || active?.textContent || '');
    }
    expect(order).toEqual(['q', 'form', 'unit', 'Copy']);
    (radio('probabilities').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await element.updateComplete;
    expect(element.form).toBe('weights');
    expect(callsIn('right')).toEqual(['categorical', 'normalized']);
  });

  it('tells the result of an edit', async () => {
    const events = listen();
    await type('Q', '0.5, 0.5');
    await element.updateComplete;
    expect(events.at(-1)?.detail).toEqual(element.result);
    expect(events.at(-1)?.detail.forward).toBe(exact('D(P‖Q)'));
  });

  it('in bits only what takes a base follows', async () => {
    const nats = returned('entropy');
    await userEvent.click(radio('bits'));
    await element.updateComplete;
    expect(returned('entropy')).toBeCloseTo(nats / Math.LN2, 14);
    expect(returned('sum')).toBeCloseTo(nats, 14);
    expect([verdictOf('entropy'), verdictOf('sum')]).toEqual(['forward', 'forward']);
    await expect.element(page.getByText('Calls return nats')).toBeVisible();
  });
});

it('speaks Chinese', async () => {
  element.lang = 'zh';
  await element.updateComplete;
  expect(badgeOf('noLog')).toBe('不是散度：为负');
  await expect.element(page.getByText('这些返回 D(P‖Q)')).toBeVisible();
});

it('has a table for files, a line a call', () => {
  const [head, first] = element.table ?? [];
  expect(head).toEqual(['call', 'returns', 'which is']);
  expect(first).toEqual(["F.kl_div(Q.log(), P, reduction='sum')", returned('sum'), 'D(P‖Q)']);
});

it('has the code of other languages, written when it is looked at', async () => {
  const details = root().querySelector('.codes') as HTMLDetailsElement;
  expect(details.querySelectorAll('pre')).toHaveLength(0);
  await userEvent.click(page.getByText('The same in code'));
  await expect.element(page.getByRole('heading', { name: 'Julia' })).toBeVisible();
  expect(details.querySelectorAll('pre')).toHaveLength(6);
});

it('its whole state is its fields', async () => {
  await userEvent.click(button('mean or batchmean'));
  await element.updateComplete;
  const { state } = element;
  const again = fixture<KlPytorch>('<kl-pytorch></kl-pytorch>');
  again.state = state;
  await expect.poll(() => again.result).toEqual(element.result);
  expect(again.state).toEqual(state);
});

it.each([320, 736, 1100])('is not wider than its place of %s pixels', async (width) => {
  const main = document.querySelector('main') as HTMLElement;
  main.style.width = `${width}px`;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const { right } = main.getBoundingClientRect();
  const parts = root().querySelectorAll('.calls, .calls code, .calls p, .badge, .calls button');
  const wide = Array.from(parts).filter((part) => part.getBoundingClientRect().right > right + 1);
  expect(parts.length).toBeGreaterThan(50);
  expect(wide.map((part) => part.textContent)).toEqual([]);
});
