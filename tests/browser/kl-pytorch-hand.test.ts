// The panel of PyTorch's calls under the hand: copying, keys, languages, widths.
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KlPytorch } from '../../web/elements/kl-pytorch.ts';
import { button, exact, field, fixture, listen, radio, type } from './fixture.ts';
import {
  badgeOf,
  callsIn,
  element,
  panelForEach,
  returned,
  root,
  verdictOf,
} from './kl-pytorch-page.ts';

panelForEach();

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
