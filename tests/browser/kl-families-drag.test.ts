// The handles of the densities of any two distributions, moved by mouse, touch and keys. Divergences by mpmath with 40 digits.
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import * as kl from '../../web/core/index.ts';
import { drag, handle } from './drag.ts';
import { exact, field, listen } from './fixture.ts';
import { both, element, family, panelForEach } from './kl-families-page.ts';

panelForEach();

describe('the handles of the densities', () => {
  const value = (name: string) => Number((field(name).element() as HTMLInputElement).value);
  const ticks = () => {
    const axes = Array.from(element.renderRoot.querySelectorAll('.densities .axis'));
    return Array.from(axes.at(-1)?.querySelectorAll('text') ?? [], (tick) => tick.textContent);
  };

  it('move the location by mouse, and the axis stands still until the hand is off', async () => {
    const before = ticks();
    const events = listen();
    let during: unknown;
    await drag('loc of Q', { x: 60 }, 'mouse', async () => {
      await element.updateComplete;
      during = ticks();
    });
    await element.updateComplete;
    expect(value('loc of Q')).toBeGreaterThan(0.3);
    expect(before.length).toBeGreaterThan(2);
    expect(during).toEqual(before);
    expect(events.length).toBeGreaterThan(0);
    const want = kl.klDivergence(kl.normal(0, 1), kl.laplace(value('loc of Q'), 1));
    expect(exact('D(P‖Q)')).toBe(want);
  });

  it('move the scale by touch', async () => {
    await drag('scale of P', { x: 40 }, 'touch');
    await element.updateComplete;
    expect(value('scale of P')).toBeGreaterThan(1.2);
    const want = kl.klDivergence(kl.normal(0, value('scale of P')), kl.laplace(0, 1));
    expect(exact('D(P‖Q)')).toBe(want);
  });

  it('move by keys: alone, with Shift and with Alt', async () => {
    (handle('scale of Q').element() as SVGElement).focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await expect.element(field('scale of Q')).toHaveValue('2');
    expect((await both())[0] / 0.36629810831665055).toBeCloseTo(1, 13);
    await userEvent.keyboard('{ArrowLeft}{Alt>}{ArrowUp}{/Alt}');
    await expect.element(field('scale of Q')).toHaveValue('1.91');
  });

  it('are steps of the keys in fields too: wholes where a count is asked for', async () => {
    await userEvent.selectOptions(family('P'), 'Binomial');
    await userEvent.click(field('totalCount of P'));
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.element(field('totalCount of P')).toHaveValue('12');
    await userEvent.click(field('probs of P'));
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(field('probs of P')).toHaveValue('0.31');
  });

  it('never take a width to 0 or below', async () => {
    for (let i = 0; i < 3; i++) await drag('scale of P', { x: -60 });
    await element.updateComplete;
    expect(value('scale of P')).toBeGreaterThan(0);
    expect(element.result).not.toBeNull();
  });
});
