// The page's tool: tabs, undo, the link in the address, what is shared by all modes.
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { MODES } from '../../web/elements/modes.ts';
import { workbenchWords } from '../../web/words/index.ts';
import { button, exact, field, fixture, output, radio, type } from './fixture.ts';
import { link, open, tab } from './workbench-fixture.ts';

const GAUSSIAN = 'Two Gaussians';
const FINITE = 'Finite distributions';
const FIRST = '0.0225824 nats'; // 0.4 log(4/3) + 0.6 log(6/7)

const forward = (text: string | RegExp) => expect.element(output('D(P‖Q)')).toHaveTextContent(text);

/** Until the hand rests, which ends a step. */
const rest = () => new Promise((resolve) => addEventListener('kl-change', resolve, { once: true }));

/** A click also where the tool says that it cannot be used. */
const press = (name: string) => (button(name).element() as HTMLElement).click();

afterEach(() => {
  document.documentElement.removeAttribute('lang');
  document.body.replaceChildren();
});

describe('tabs', () => {
  it('say what a mode is called, its heading says so to listeners only', async () => {
    const element = await open();
    for (const heading of element.renderRoot.querySelectorAll('.place:not([hidden]) h2')) {
      expect(heading.textContent).toBe(FINITE);
      const { width, height } = heading.getBoundingClientRect();
      expect([width, height]).toEqual([1, 1]);
    }
    expect(element.renderRoot.querySelectorAll('h2')).toHaveLength(MODES.length);
  });

  it('show one mode each, named by its tab', async () => {
    const element = await open();
    await userEvent.click(tab(GAUSSIAN));
    await forward('0.443147 nats'); // log 2 + 2/8 − 1/2
    await expect.element(tab(GAUSSIAN)).toHaveAttribute('aria-selected', 'true');
    await expect.element(tab(FINITE)).toHaveAttribute('aria-selected', 'false');
    const shown = element.shadowRoot?.querySelector('[role="tabpanel"]:not([hidden])');
    expect(shown?.getAttribute('aria-labelledby')).toBe('tab-gaussian');
    expect(element.shadowRoot?.querySelectorAll('[role="tabpanel"]:not([hidden])').length).toBe(1);
  });

  it('are gone through by arrows, Home and End, and are one stop of Tab', async () => {
    const element = await open();
    const focused = () => element.shadowRoot?.activeElement?.textContent;
    const names = MODES.map(({ id }) => workbenchWords.en.modes[id] ?? '');
    const last = names.at(-1) ?? '';
    await userEvent.click(tab(FINITE));
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe(last);
    await expect.element(tab(last)).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe(FINITE);
    await userEvent.keyboard('{End}');
    expect(focused()).toBe(last);
    await userEvent.keyboard('{Home}');
    await expect.element(tab(FINITE)).toHaveAttribute('aria-selected', 'true');
    const stops = names.filter((name) => tab(name).element().getAttribute('tabindex') === '0');
    expect(stops).toEqual([FINITE]);
  });

  it('keep what was done in each mode', async () => {
    await open();
    await type('Q', '0.5, 0.5');
    const before = exact('D(P‖Q)');
    await userEvent.click(tab(GAUSSIAN));
    await type('μ of P', '3');
    await userEvent.click(tab(FINITE));
    expect(exact('D(P‖Q)')).toBe(before);
    await expect.element(field('Q')).toHaveValue('0.5, 0.5');
    await userEvent.click(tab(GAUSSIAN));
    await expect.element(field('μ of P')).toHaveValue('3');
  });

  it('show what the page says until the first mode is there, and say so when another is loading', async () => {
    await open('', '<kl-workbench><p>still</p></kl-workbench>');
    expect(document.querySelector('kl-workbench')?.shadowRoot?.querySelector('slot')).toBeNull();
    const element = fixture('<kl-workbench><p>still</p></kl-workbench>');
    expect(element.checkVisibility()).toBe(true);
    expect(element.textContent).toBe('still');
  });
});

describe('undo and redo', () => {
  it('go one burst of typing at a time, by button and by key', async () => {
    await open();
    await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.fill(field('Q'), '0.5, 0.5');
    await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'false');
    await userEvent.click(radio('bits'));
    await rest(); // text and unit are one step
    await userEvent.click(radio('bans'));
    await rest();
    await userEvent.click(button('Undo'));
    await forward('bits');
    await expect.element(field('Q')).toHaveValue('0.5, 0.5');
    await userEvent.keyboard('{Control>}z{/Control}'); // the focus is on the button
    await forward(FIRST);
    await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await forward('bits');
    await userEvent.keyboard('{Control>}y{/Control}');
    await forward('bans');
    await expect.element(button('Redo')).toHaveAttribute('aria-disabled', 'true');
  });

  it('leave the keys to a text that undoes itself', async () => {
    const element = await open();
    await userEvent.click(button('Zero in Q'));
    await forward('∞');
    await userEvent.click(field('P'));
    const event = new KeyboardEvent('keydown', {
      key: 'z',
      ctrlKey: true,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    field('P').element().dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    await element.updateComplete;
    await forward('∞');
  });

  it('are of one mode each', async () => {
    await open();
    await type('Q', '0.5, 0.5');
    await userEvent.click(tab(GAUSSIAN));
    await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(tab(FINITE));
    await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'false');
    await userEvent.click(button('Undo'));
    await forward(FIRST);
  });

  it('give up what was to be redone when something else is done', async () => {
    await open();
    await userEvent.click(button('Identical'));
    await userEvent.click(button('Undo'));
    await forward(FIRST);
    await expect.element(button('Redo')).toHaveAttribute('aria-disabled', 'false');
    await userEvent.click(button('Zero in Q'));
    await expect.element(button('Redo')).toHaveAttribute('aria-disabled', 'true');
    press('Redo');
    await forward('∞');
  });

  it('take a drag as one step', async () => {
    const element = await open('#v=1&mode=gaussian');
    const panel = element.shadowRoot?.querySelector('kl-gaussian');
    const slider = panel?.shadowRoot?.querySelector<HTMLInputElement>('input[type="range"]');
    const before = exact('D(P‖Q)');
    for (const value of ['1', '2', '3', '4']) {
      if (slider) slider.value = value;
      slider?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await panel?.updateComplete;
    }
    expect(exact('D(P‖Q)')).not.toBe(before);
    await userEvent.click(button('Undo'));
    await expect.poll(() => exact('D(P‖Q)')).toBe(before);
    await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('the tools', () => {
  it('swap P and Q: the two directions change places', async () => {
    await open();
    const [d, r] = [exact('D(P‖Q)'), exact('D(Q‖P)')];
    await userEvent.click(button('Swap P and Q'));
    await expect.element(field('P')).toHaveValue('0.3, 0.7');
    await expect.poll(() => exact('D(P‖Q)')).toBeCloseTo(r, 15);
    expect(exact('D(Q‖P)')).toBeCloseTo(d, 15);
  });

  it('reset to what there was at first', async () => {
    await open('#v=1&mode=finite&p=1,0&q=0.5,0.5&unit=bits');
    await forward(/^1 bits$/);
    await userEvent.click(button('Reset'));
    await forward(FIRST);
    await userEvent.click(button('Undo'));
    await forward(/^1 bits$/);
  });

  it('copy the link that shows the same', async () => {
    await open();
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await type('P', '25 %, 75 %');
    await userEvent.click(button('Copy link'));
    await expect.element(button('Link copied')).toBeVisible();
    const copied = new URL(writeText.mock.calls[0]?.[0] ?? '');
    expect(copied.hash).toBe('#v=1&mode=finite&p=25+%25,+75+%25');
    expect(copied.pathname).toBe(location.pathname);
    writeText.mockRestore();
  });

  it('say where the link is when the browser does not let it be copied', async () => {
    await open();
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await userEvent.click(button('Copy link'));
    await expect
      .element(
        document.querySelector('kl-workbench')?.shadowRoot?.querySelector('.notice') as HTMLElement,
      )
      .toHaveTextContent(workbenchWords.en.linkNotCopied);
    writeText.mockRestore();
  });

  it('do nothing that cannot be done', async () => {
    await open();
    press('Redo');
    press('Undo');
    await forward(FIRST);
    expect(location.hash).toBe('');
  });
});

describe('the address', () => {
  it('says what differs from the defaults, and follows edits', async () => {
    await open();
    expect(location.hash).toBe('');
    await type('Q', '1/2\n1/2');
    await expect.poll(link).toBe('#v=1&mode=finite&q=1/2\n1/2');
    await userEvent.click(tab(GAUSSIAN));
    await expect.poll(link).toBe('#v=1&mode=gaussian');
  });

  it('is followed when it changes', async () => {
    await open();
    location.hash = '#v=1&mode=gaussian&muQ=0&sigmaQ=1';
    await expect.element(tab(GAUSSIAN)).toHaveAttribute('aria-selected', 'true');
    await forward(/^0 nats$/);
    location.hash = '#v=1&mode=finite&unit=bits';
    await forward('0.0325795 bits'); // FIRST / log 2
  });

  it('that says nothing usable changes nothing, and the page says why', async () => {
    const element = await open('#v=1&mode=finite&p=1,0&q=0.5,0.5');
    await forward('0.693147 nats');
    for (const [hash, fault] of [
      ['#v=1&mode=finite&p=%', workbenchWords.en.linkFaults.syntax],
      ['#v=0&mode=finite', workbenchWords.en.linkFaults.version],
    ] as const) {
      location.hash = hash;
      const notice = element.shadowRoot?.querySelector('.notice') as HTMLElement;
      await expect.element(notice).toHaveTextContent(fault);
      await forward('0.693147 nats');
    }
    location.hash = '#reading'; // a place on the page
    await forward('0.693147 nats');
  });

  it('keeps bad input as it is, and says what is wrong when it comes back', async () => {
    const element = fixture('<kl-workbench></kl-workbench>');
    location.hash = '#v=1&mode=finite&p=0.4,+x';
    await expect.element(field('P')).toHaveValue('0.4, x');
    await expect.element(field('P')).toHaveAttribute('aria-invalid', 'true');
    expect(element.isConnected).toBe(true);
  });

  it('has no field whose name a link needs for itself', async () => {
    for (const mode of MODES) {
      await mode.load();
      const panel = document.createElement(mode.tag) as HTMLElement & { state: object };
      const taken = Object.keys(panel.state).filter((name) => ['v', 'mode', 'lang'].includes(name));
      expect([mode.id, taken]).toEqual([mode.id, []]);
    }
  });
});

describe('in Chinese', () => {
  it('speaks Chinese throughout', async () => {
    document.documentElement.lang = 'zh';
    await open();
    await forward('奈特');
    await expect.element(tab('有限分布')).toHaveAttribute('aria-selected', 'true');
    await expect.element(button('撤销')).toBeVisible();
  });
});

describe('axe', () => {
  it.each(['light', 'dark'])(
    'finds nothing wrong in the %s scheme, with the menu open',
    async (scheme) => {
      document.documentElement.style.cssText = `color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#101318' : '#f7f7f5'}`;
      const element = await open('#v=1&mode=finite&colour=red');
      element.shadowRoot?.querySelector('summary')?.click();
      await expect.element(button('Probability: PNG')).toBeVisible();
      const { violations } = await axe.run(document.querySelector('main') as HTMLElement);
      document.documentElement.removeAttribute('style');
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join('\n')}`),
      ).toEqual([]);
    },
  );

  it('would find every tool large enough for a finger', async () => {
    const element = await open();
    const small = Array.from(element.shadowRoot?.querySelectorAll('button, summary') ?? [])
      .map((control) => control.getBoundingClientRect())
      .filter(({ width, height }) => width < 24 || height < 24);
    expect(small).toEqual([]);
  });
});
