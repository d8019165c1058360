// The panel of finite distributions, used as a person uses it.
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KlFinite } from '../../web/elements/index.ts';
import { button, exact, field, fixture, listen, output, paste, radio, type } from './fixture.ts';

let element: KlFinite;
beforeEach(async () => {
  document.body.replaceWith(document.createElement('body')); // and with it, its listeners
  element = fixture<KlFinite>('<kl-finite></kl-finite>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
});

describe('the numbers', () => {
  it('follow every key', async () => {
    await userEvent.fill(field('Q'), '');
    const seen: string[] = [];
    for (const key of '0.3, 0.7') {
      await userEvent.type(field('Q'), key);
      await element.updateComplete;
      seen.push(output('D(P‖Q)').element().textContent ?? '');
    }
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0225824 nats$/);
    await expect.element(output('D(Q‖P)')).toHaveTextContent(/^0\.0216009 nats$/);
    await expect.element(output('asymmetry')).toHaveTextContent(/^0\.00098151?\d* nats$/);
    expect(seen.at(-1)).toBe('0.0225824 nats');
  });

  it('are nothing but number and unit, with every digit in data-value', async () => {
    expect(output('D(P‖Q)').element().textContent).toBe('0.0225824 nats');
    expect(exact('D(P‖Q)')).toBeCloseTo(0.0225824210843574, 16); // mpmath, of these doubles
  });

  it('change with the unit by the ratio of the logarithms', async () => {
    const nats = exact('D(P‖Q)');
    await userEvent.click(radio('bits'));
    await expect.element(output('D(P‖Q)')).toHaveTextContent('0.0325795 bits');
    expect(exact('D(P‖Q)')).toBeCloseTo(nats / Math.LN2, 15);
    await userEvent.click(radio('bans'));
    await expect.element(output('D(P‖Q)')).toHaveTextContent('0.00980742 bans');
  });

  it('come from counts without a division by hand', async () => {
    await userEvent.click(radio('counts or weights'));
    await userEvent.click(radio('bits'));
    await type('P', '2 2 1');
    await type('Q', '5 1 4');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.4712\d\d bits$/);
  });

  it('are exactly 0 for identical distributions, and for proportional counts', async () => {
    await type('Q', '0.4, 0.6');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0 nats$/);
    await expect.element(output('asymmetry')).toHaveTextContent(/^0 nats$/);
    await userEvent.click(radio('counts or weights'));
    await type('P', '1 2 3');
    await type('Q', '7 14 21');
    await expect.element(output('D(Q‖P)')).toHaveTextContent(/^0 nats$/);
  });

  it('keep their digits as Q comes close to P', async () => {
    await userEvent.click(button('Nearly equal'));
    // D = 2δ² to the digits shown, with δ = 1e-8.
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^2e-16 nats$/);
    expect(exact('D(P‖Q)') / 2e-16).toBeCloseTo(1, 6);
  });

  it('are ∞ where Q excludes what P allows, and say which outcome', async () => {
    await userEvent.click(button('Zero in Q'));
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^∞ nats$/);
    await expect
      .element(output('D(P‖Q)'))
      .toHaveAccessibleDescription('Q[2] is 0 where P[2] is not.');
    await expect.element(output('D(Q‖P)')).not.toHaveTextContent('∞');
    await expect.element(output('asymmetry')).toHaveTextContent(/^∞ nats$/);
  });

  it('are both ∞, with no asymmetry, where each excludes what the other allows', async () => {
    await type('P', '1, 0');
    await type('Q', '0, 1');
    await expect
      .element(output('D(P‖Q)'))
      .toHaveAccessibleDescription('Q[0] is 0 where P[0] is not.');
    await expect
      .element(output('D(Q‖P)'))
      .toHaveAccessibleDescription('P[1] is 0 where Q[1] is not.');
    await expect.element(output('asymmetry')).toHaveAccessibleDescription(/^Both are ∞/);
    await expect.element(output('asymmetry')).toHaveTextContent(/^0 nats$/);
  });

  it('come with the contribution of each outcome', async () => {
    await userEvent.click(page.getByText('Contributions in numbers'));
    const row = page.getByRole('row', { name: /^0 0\.4 0\.3/ });
    await expect.element(row).toHaveTextContent(/0\.115073/); // 0.4 log(4/3)
  });
});

describe('a paste', () => {
  it('of two columns fills P and Q', async () => {
    await userEvent.click(radio('counts or weights'));
    paste('P', '2\t5\n2\t1\n1\t4\n');
    await expect.element(field('P')).toHaveValue('2, 2, 1');
    await expect.element(field('Q')).toHaveValue('5, 1, 4');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.326\d* nats$/);
  });

  it('of anything else is left to the browser', async () => {
    const refused: boolean[] = [];
    element.addEventListener('paste', (event) => refused.push(event.defaultPrevented));
    paste('P', '0.5, 0.5');
    expect(refused).toEqual([false]);
  });
});

describe('kl-input', () => {
  it('tells what an edit came to', async () => {
    const events = listen();
    await type('Q', '0.5, 0.5');
    await element.updateComplete;
    expect(events.at(-1)?.detail).toEqual(element.result);
    expect(Object.keys(element.result ?? {})).toEqual(['forward', 'reverse', 'asymmetry', 'unit']);
    expect(events.at(-1)?.detail.forward).toBe(exact('D(P‖Q)'));
  });

  it('is not fired when an attribute or a property changes', async () => {
    const events = listen();
    element.setAttribute('q', '0.5, 0.5');
    element.unit = 'bits';
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.029\d* bits$/);
    expect(events).toEqual([]);
  });

  it('carries no result for a text that cannot be used', async () => {
    const events = listen();
    await type('Q', 'oops');
    await element.updateComplete;
    expect(events.map(({ detail }) => detail)).toEqual([null]);
  });

  it('is fired by the examples and the unit as well', async () => {
    const events = listen();
    await userEvent.click(button('Counts of samples'));
    await element.updateComplete;
    expect(events.at(-1)?.detail.unit).toBe('bits');
    await userEvent.click(radio('nats'));
    await element.updateComplete;
    expect(events.at(-1)?.detail.unit).toBe('nats');
  });
});

describe('an author', () => {
  it('sets everything by attributes', async () => {
    fixture('<kl-finite p="2 2 1" q="5 1 4" form="weights" unit="bits"></kl-finite>');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.4712\d\d bits$/);
  });

  it('may give arrays', async () => {
    element.p = [0.5, 0.5];
    element.q = new Float64Array([0.1, 0.9]);
    await expect.element(field('Q')).toHaveValue('0.1, 0.9');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.510826 nats$/);
  });

  it('may set properties before the element is defined', async () => {
    const early = document.createElement('kl-later') as KlFinite;
    early.q = '0.5, 0.5';
    document.querySelector('main')?.replaceChildren(early);
    const { KlFinite: Base } = await import('../../web/elements/index.ts');
    customElements.define('kl-later', class extends Base {});
    await expect.element(field('Q')).toHaveValue('0.5, 0.5');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0201355 nats$/);
  });

  it('may load the script twice', async () => {
    const { define } = await import('../../web/elements/define.ts');
    expect(() => define('kl-finite', class extends HTMLElement {})).not.toThrow();
  });
});

describe('the keyboard', () => {
  it('reaches the examples, both fields, the reading and the unit, in this order', async () => {
    const order: string[] = [];
    for (let i = 0; i < 6; i++) {
      await userEvent.tab();
      const active = element.shadowRoot?.activeElement;
      order.push(
        active?.id || active?.getAttribute('name') || active?.ariaLabel || active?.tagName || '',
      );
    }
    expect(order).toEqual(['BUTTON', 'p', 'q', 'form', 'unit', 'P of outcome 0']);
  });

  it('goes along the examples with the arrow keys', async () => {
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}{Enter}');
    await expect.element(button('Biased coin')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('{End}{Enter}');
    await expect.element(button('Letters')).toHaveAttribute('aria-pressed', 'true');
    expect(element.shadowRoot?.activeElement?.textContent).toContain('Letters');
  });

  it('chooses the unit with the arrow keys', async () => {
    (radio('nats').element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(output('D(P‖Q)')).toHaveTextContent('bits');
  });
});

it('tells a screen reader the result once the hand rests, and only once', async () => {
  const spoken: string[] = [];
  const status = element.shadowRoot?.querySelector('p[role=status]');
  if (!status) throw new Error('no status');
  new MutationObserver(() => spoken.push(status.textContent ?? '')).observe(status, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  await userEvent.type(field('Q'), '0');
  await userEvent.type(field('Q'), '0');
  await expect.poll(() => spoken.length, { timeout: 3000 }).toBe(1);
  expect(spoken[0]).toMatch(/^D\(P‖Q\) 0\.0225824 nats, D\(Q‖P\)/);
  await expect.element(output('D(P‖Q)')).toHaveAttribute('aria-live', 'off');
});
