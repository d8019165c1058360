// Texts that cannot be used: what is said, what stays, and what helps.
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KlFinite } from '../../web/elements/index.ts';
import { button, field, fixture, output, radio, type } from './fixture.ts';

let element: KlFinite;
beforeEach(async () => {
  document.body.replaceWith(document.createElement('body')); // and with it, its listeners
  element = fixture<KlFinite>('<kl-finite></kl-finite>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
});

describe('a field that cannot be used', () => {
  it.each<[string, RegExp]>([
    ['0.4, x', /^Q\[1\] is “x”/],
    ['1.4, -0.4', /^Q\[1\] is -0\.4/],
    ['0.4, nan', /^Q\[1\] is NaN/],
    ['', /^Q is empty/],
    ['0.3, 0.3, 0.4', /2 outcomes.*3/],
    [
      '0.3, 0.6',
      /^Q sums to 0\.[89]\d*: probabilities must sum to 1 within \S+\. the model 2 outcomes, sum 0\.9$/,
    ],
  ])('says why: %j', async (text, message) => {
    await type('Q', text);
    await expect.element(field('Q')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field('Q')).toHaveAccessibleDescription(message);
    await expect.element(field('P')).toHaveAttribute('aria-invalid', 'false');
  });

  it('says so for P and Q at once', async () => {
    await type('P', 'a');
    await type('Q', 'b');
    await expect.element(field('P')).toHaveAccessibleDescription(/^P\[0\] is “a”/);
    await expect.element(field('Q')).toHaveAccessibleDescription(/^Q\[0\] is “b”/);
  });

  it('leaves the last good numbers and figure in place, marked as such', async () => {
    const image = page.getByLabelText(/^Bars of P and Q/);
    const before = image.element().getAttribute('aria-label');
    await type('Q', '0.3, oops');
    await expect.element(page.getByText('the last values that could be used')).toBeVisible();
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0225824 nats$/);
    expect(image.element().getAttribute('aria-label')).toBe(before);
    expect(element.result).toBeNull();
  });

  it('still lets the last good numbers change their unit', async () => {
    await type('Q', 'oops');
    await userEvent.click(radio('bits'));
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0325795 bits$/);
  });

  it('recovers with the next good text', async () => {
    await type('Q', 'oops');
    await type('Q', '0.4, 0.6');
    await expect.element(field('Q')).toHaveAttribute('aria-invalid', 'false');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0 nats$/);
    await expect.element(page.getByText('the last values that')).not.toBeInTheDocument();
  });

  it('is dimmed when the hand rests, not at a slip that the next key mends, and bright again at once', async () => {
    const panel = () => element.renderRoot.querySelector('.panel') as Element;
    const text = field('Q').element() as HTMLTextAreaElement;
    /** What a key brings at once: rendering is a microtask, what waits for the hand is none. */
    const key = async (typed: string) => {
      text.value = typed;
      text.dispatchEvent(new InputEvent('input', { bubbles: true }));
      for (let i = 0; i < 10; i++) await null;
    };
    await key('0.3, 0.77');
    expect(text).toHaveAttribute('aria-invalid', 'true');
    expect(panel()).not.toHaveClass('stale');
    await element.updateComplete; // waits for what waits for the hand
    expect(panel()).toHaveClass('stale');
    await key('0.3, 0.7');
    expect(text).toHaveAttribute('aria-invalid', 'false');
    expect(panel()).not.toHaveClass('stale');
  });

  it('offers to read the numbers as weights when the sum is off, and normalises only then', async () => {
    await type('Q', '3, 7');
    await expect.element(field('Q')).toHaveAccessibleDescription(/sums to 10/);
    await userEvent.click(button('Read both as weights'));
    await expect.element(radio('counts or weights')).toBeChecked();
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0225824 nats$/);
  });

  it('offers no weights where weights would not help', async () => {
    await type('Q', '0.4, -0.6');
    await expect.element(field('Q')).toHaveAccessibleDescription(/-0\.6/);
    await expect.element(button('Read both as weights')).not.toBeInTheDocument();
  });
});
