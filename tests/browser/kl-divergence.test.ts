// The element that authors embed: what markup and programs may say, and what it leaves behind.
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KlDivergence } from '../../web/elements/index.ts';
import { exact, field, fixture, listen, output, type } from './fixture.ts';

beforeEach(() => document.body.replaceWith(document.createElement('body')));

const shown = (text: string | RegExp = 'nats') =>
  expect.element(output('D(P‖Q)')).toHaveTextContent(text);

describe('markup', () => {
  it('says mode and fields by attributes', async () => {
    fixture(
      '<kl-divergence mode="gaussian" mu-p="1" sigma-p="1" mu-q="0" sigma-q="1" unit="bits"></kl-divergence>',
    );
    await shown('bits');
    expect(exact('D(P‖Q)')).toBeCloseTo(0.5 / Math.LN2, 15);
  });

  it('is finite distributions if it names no mode, or none there is', async () => {
    fixture('<kl-divergence mode="none" p="1, 0" q="0.5, 0.5"></kl-divergence>');
    await shown();
    expect(exact('D(P‖Q)')).toBe(Math.LN2);
  });

  it('names an example, and attributes that differ from it', async () => {
    fixture('<kl-divergence preset="zero-in-q" unit="bits"></kl-divergence>');
    await shown('∞ bits');
  });

  it('names outcomes by labels, in markup and by a program', async () => {
    const element = fixture<KlDivergence>(
      '<kl-divergence p="0.5, 0.5" q="1, 0" labels="sun, light rain"></kl-divergence>',
    );
    await shown('∞ nats');
    await expect
      .element(page.getByText('Q[light rain] is 0 where P[light rain] is not.'))
      .toBeVisible();
    element.labels = ['on, off', 'off'];
    await element.updateComplete;
    await expect.element(page.getByText('Q[off] is 0 where P[off] is not.')).toBeVisible();
    element.setAttribute('labels', 'a, b, c');
    await expect
      .element(
        page.getByText('P has 2 outcomes, but there are 3 labels: each outcome must have one.'),
      )
      .toBeVisible();
    element.setAttribute('labels', 'a, a');
    await expect.element(page.getByText(/has the label .a. twice/).first()).toBeVisible();
    element.setAttribute('labels', '');
    await expect.element(page.getByText('Q[1] is 0 where P[1] is not.')).toBeVisible();
  });

  it('holds rich data in a JSON child', async () => {
    fixture(`<kl-divergence q="0.5, 0.5">
      <script type="application/json">{"p": [0.25, 0.75], "q": [1, 0], "unit": "bits"}</script>
    </kl-divergence>`);
    await shown('bits');
    expect(exact('D(P‖Q)')).toBeCloseTo(1 - 0.8112781244591328, 15); // 1 − H(1/4), mpmath
  });

  it('says why it is not drawn, beside its children', async () => {
    fixture(
      '<kl-divergence><script type="application/json">{"p": 0.4,}</script>fallback</kl-divergence>',
    );
    const alert = page.getByRole('alert');
    await expect
      .element(alert)
      .toHaveTextContent(
        'This figure cannot be drawn: the JSON child of <kl-divergence> is not JSON',
      );
    expect(
      document.querySelector('kl-divergence')?.shadowRoot?.querySelector('slot'),
    ).not.toBeNull();
  });

  it('shows its children until it is drawn', async () => {
    const element = fixture<KlDivergence>('<kl-divergence hidden><p>fallback</p></kl-divergence>');
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('slot')).not.toBeNull();
    element.hidden = false;
    await shown();
    expect(element.shadowRoot?.querySelector('slot')).toBeNull();
  });

  it('chooses parts, and may be for reading only', async () => {
    fixture('<kl-divergence show="inputs result" readonly></kl-divergence>');
    await shown();
    await expect.element(field('P')).toBeDisabled();
    await expect.element(page.getByRole('img')).not.toBeInTheDocument();
  });

  it('chooses a colour scheme', async () => {
    const element = fixture('<kl-divergence theme="dark"></kl-divergence>');
    await shown();
    expect(getComputedStyle(element).colorScheme).toBe('dark');
  });

  it('speaks the language of its place, or its own', async () => {
    fixture('<div lang="zh-Hans"><kl-divergence></kl-divergence></div>');
    await shown('奈特');
    fixture('<div lang="zh-Hans"><kl-divergence lang="en"></kl-divergence></div>');
    await shown('nats');
  });
});

describe('a program', () => {
  it('sets arrays before and after the element is drawn', async () => {
    const element = fixture<KlDivergence>('<kl-divergence></kl-divergence>');
    element.p = [0.5, 0.5];
    element.q = Float64Array.of(0.25, 0.75);
    await shown();
    expect(exact('D(P‖Q)')).toBeCloseTo(0.5 * Math.log(4 / 3), 15);
    element.q = [0.5, 0.5];
    await shown(/^0 nats$/);
    expect(element.result).toEqual({ forward: 0, reverse: 0, asymmetry: 0, unit: 'nats' });
  });

  it('sets properties before the element is defined', async () => {
    const early = document.createElement('div');
    early.innerHTML = '<kl-late></kl-late>';
    const element = early.firstElementChild as HTMLElement & { p: number[] };
    element.p = [1, 0];
    const { KlDivergence } = await import('../../web/elements/kl-divergence.ts');
    customElements.define('kl-late', class extends KlDivergence {});
    document.body.append(early);
    await shown();
    await expect.element(field('P')).toHaveValue('1, 0');
  });

  it('reads and sets the whole state', async () => {
    const element = fixture<KlDivergence>('<kl-divergence mode="gaussian"></kl-divergence>');
    await shown();
    element.state = { muP: '2', sigmaQ: '1' };
    await shown('0.5 nats'); // (2 − 1)²/2: the others are at their defaults
  });

  it('changes attributes later', async () => {
    const element = fixture('<kl-divergence></kl-divergence>');
    await shown();
    element.setAttribute('q', '0.4, 0.6');
    await shown(/^0 nats$/);
    element.setAttribute('mode', 'gaussian');
    await expect.element(field('σ of P')).toBeInTheDocument();
  });

  it('hears events of the hand only', async () => {
    const events = listen();
    const element = fixture<KlDivergence>('<kl-divergence></kl-divergence>');
    await shown();
    element.p = [0.5, 0.5];
    await element.updateComplete;
    expect(events).toEqual([]);
    const rested = new Promise<CustomEvent>((resolve) =>
      element.addEventListener('kl-change', (event) => resolve(event as CustomEvent)),
    );
    await type('Q', '0.5, 0.5');
    await element.updateComplete;
    expect(events.at(-1)?.detail.forward).toBe(0);
    expect((await rested).detail.forward).toBe(0);
  });

  it('finds the state and the result in a form', async () => {
    const form = fixture<HTMLFormElement>(
      '<form><kl-divergence name="answer" q="0.4, 0.6"></kl-divergence></form>',
    );
    await shown(/^0 nats$/);
    const value = () => JSON.parse(String(new FormData(form).get('answer')));
    await expect.poll(() => value().result?.forward).toBe(0);
    await type('Q', '1, 1');
    form.reset();
    await expect.element(field('Q')).toHaveValue('0.4, 0.6');
    expect(value()).toMatchObject({ mode: 'finite', p: '0.4, 0.6' });
  });
});

describe('many of them', () => {
  it('do nothing out of view, and start when they come near', async () => {
    fixture(`<div>${'<kl-divergence></kl-divergence><div class="gap"></div>'.repeat(20)}</div>`);
    for (const gap of document.querySelectorAll<HTMLElement>('.gap')) gap.style.height = '1000px';
    const elements = [...document.querySelectorAll('kl-divergence')];
    await expect.element(output('D(P‖Q)').first()).toHaveTextContent('nats');
    const drawn = () => elements.filter((element) => !element.shadowRoot?.querySelector('slot'));
    expect(drawn().length).toBeLessThan(4);
    elements.at(-1)?.scrollIntoView();
    await expect.poll(() => drawn().includes(elements.at(-1) as KlDivergence)).toBe(true);
    expect(drawn().length).toBeLessThan(8);
  });

  it('keep their fields when they are moved', async () => {
    const element = fixture('<kl-divergence></kl-divergence>');
    await shown();
    await userEvent.fill(field('Q'), '0.9, 0.1');
    const other = document.createElement('section');
    document.querySelector('main')?.append(other);
    other.append(element);
    await expect.element(field('Q')).toHaveValue('0.9, 0.1');
  });

  it('leave nothing behind when they go', async () => {
    const gone: WeakRef<Element>[] = [];
    for (let i = 0; i < 100; i++) {
      const element = fixture<KlDivergence>('<kl-divergence loading="eager"></kl-divergence>');
      await element.updateComplete;
      gone.push(new WeakRef(element));
      element.remove();
    }
    document.body.replaceChildren();
    const { gc } = globalThis as { gc?: () => void };
    if (!gc) throw new Error('Chromium runs without --js-flags=--expose-gc');
    const alive = () => {
      gc();
      return gone.filter((ref) => ref.deref()).length;
    };
    await expect.poll(alive).toBeLessThan(5);
  });
});
