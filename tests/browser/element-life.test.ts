// What becomes of the element before it is seen, while it loads, when it moves, and when it goes.
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { KlDivergence } from '../../web/elements/index.ts';
import { MODES } from '../../web/elements/modes.ts';
import { exact, field, fixture, output } from './fixture.ts';

beforeEach(() => {
  document.body.replaceWith(document.createElement('body'));
  scrollTo(0, 0);
});

/** Instances of the module: of WebAssembly that is given imports, as what unpacks the module is not. */
let instances = 0;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
    super(module, imports);
    if (imports) instances++;
  }
};

const isDrawn = (element: Element) => element.shadowRoot?.querySelector('slot') === null;

/** Until its numbers stand there. Not by `expect.poll`, which holds what it was given as long as the test runs. */
async function drawn(element: KlDivergence): Promise<void> {
  while (element.result === null) await new Promise(requestAnimationFrame);
}

const shown = () => expect.element(output('D(P‖Q)')).toHaveTextContent('nats');

/** Until the browser has said to whom it concerns what is in view: to those who asked first, first. */
function sight(element: Element): Promise<boolean> {
  return new Promise((resolve) => {
    new IntersectionObserver(([entry], observer) => {
      observer.disconnect();
      resolve(entry?.isIntersecting ?? false);
    }).observe(element);
  });
}

describe('out of view', () => {
  it('nothing is loaded', async () => {
    fixture('<div><div class="gap"></div><kl-divergence></kl-divergence></div>');
    const element = document.querySelector('kl-divergence') as KlDivergence;
    (document.querySelector('.gap') as HTMLElement).style.height = '5000px';
    expect(await sight(element)).toBe(false);
    await element.updateComplete;
    expect(isDrawn(element)).toBe(false);
    expect(instances).toBe(0);
    expect(
      MODES.filter(({ tag }) => tag !== 'kl-finite' && tag !== 'kl-gaussian').map(({ tag }) =>
        customElements.get(tag),
      ),
    ).toEqual(
      Array(MODES.length - 2).fill(undefined), // the test has the two others loaded
    );
    element.scrollIntoView();
    await drawn(element);
    expect(instances).toBe(1);
  });

  it('one that is taken away unseen, and put where it is seen, is drawn there', async () => {
    const gap = fixture('<div></div>');
    gap.style.height = '5000px';
    const element = document.createElement('kl-divergence');
    gap.after(element);
    expect(await sight(element)).toBe(false);
    element.remove();
    expect(isDrawn(element)).toBe(false);
    gap.before(element);
    await drawn(element);
  });
});

describe('many of them', () => {
  it('share one instance of the wasm, in every mode', async () => {
    const tags = Array.from({ length: 20 }, (_, i) => MODES[i % MODES.length]?.id).map(
      (mode) => `<kl-divergence mode="${mode}" loading="eager"></kl-divergence>`,
    );
    fixture(`<div>${tags.join('')}</div>`);
    const elements = [...document.querySelectorAll('kl-divergence')] as KlDivergence[];
    expect(elements).toHaveLength(20);
    for (const element of elements) await drawn(element);
    expect(instances).toBe(1);
  });

  it('leave nothing behind when they go, drawn and about to be drawn anew', async () => {
    const { gc } = globalThis as { gc?: () => void };
    if (!gc) throw new Error('Chromium runs without --js-flags=--expose-gc');
    const gone: WeakRef<Element>[] = [];
    for (let i = 0; i < 100; i++) {
      const mode = MODES[i % MODES.length]?.id ?? '';
      const element = fixture<KlDivergence>(
        `<kl-divergence mode="${mode}" loading="eager"></kl-divergence>`,
      );
      await drawn(element);
      gone.push(new WeakRef(element));
      element.setAttribute('unit', 'bits');
      await Promise.resolve(); // its attributes are observed
      element.remove();
    }
    document.body.replaceChildren();
    const alive = () => {
      gc();
      return gone.filter((ref) => ref.deref()).length;
    };
    // Fewer than those of one mode. Chromium keeps a few: styles that it may use again name the clip paths of figures.
    await expect.poll(alive).toBeLessThan(Math.floor(100 / MODES.length));
  });
});

describe('in the document', () => {
  it('it hears a hand once, wherever it was moved', async () => {
    const element = fixture<KlDivergence>('<kl-divergence></kl-divergence>');
    await shown();
    const events: Event[] = [];
    element.addEventListener('kl-input', (event) => events.push(event));
    const other = document.createElement('section');
    element.after(other);
    for (let i = 0; i < 3; i++) other.append(element);
    await userEvent.fill(field('Q'), '0.5, 0.5');
    await expect
      .poll(() => exact('D(P‖Q)'))
      .toBeCloseTo(Math.LN2 + 0.4 * Math.log(0.4) + 0.6 * Math.log(0.6), 15);
    expect(events).toHaveLength(1);
    element.setAttribute('q', '0.4, 0.6');
    await expect.poll(() => element.result?.forward).toBe(0);
  });

  it('its figures fit where it is moved to', async () => {
    const element = fixture<KlDivergence>('<kl-divergence mode="gaussian"></kl-divergence>');
    await drawn(element);
    const figure = () =>
      element.shadowRoot?.querySelector('kl-gaussian')?.shadowRoot?.querySelector('svg');
    const wide = figure()?.viewBox.baseVal.width ?? 0;
    const narrow = document.createElement('div');
    narrow.style.width = '340px';
    element.after(narrow);
    narrow.append(element);
    expect(wide).toBeGreaterThan(340);
    await expect.poll(() => figure()?.viewBox.baseVal.width).toBeLessThanOrEqual(340);
  });

  it('one that goes while it loads is drawn when it comes back', async () => {
    const element = document.createElement('kl-divergence');
    element.setAttribute('loading', 'eager');
    element.setAttribute('q', '0.4, 0.6');
    document.body.append(element);
    element.remove(); // before anything
    document.body.append(element);
    await Promise.resolve();
    element.remove(); // while its mode is loaded
    await element.updateComplete;
    document.body.append(element);
    await drawn(element);
    expect((element as KlDivergence).result?.forward).toBe(0);
    expect(element.shadowRoot?.childElementCount).toBe(1);
  });

  it('markup that stood there before the script is taken up', async () => {
    const page =
      fixture(`<div><kl-early mode="gaussian" mu-p="1" sigma-p="1" mu-q="0" sigma-q="1" loading="eager">
      <script type="application/json">{"unit": "bits"}</script></kl-early></div>`);
    const early = page.firstElementChild as KlDivergence;
    expect(early.shadowRoot).toBeNull();
    customElements.define('kl-early', class extends KlDivergence {});
    await drawn(early);
    expect(early.result?.unit).toBe('bits');
    expect(early.result?.forward).toBeCloseTo(0.5 / Math.LN2, 15);
  });

  it('a second copy of the script changes nothing', async () => {
    const path = '../../web/elements/kl-divergence.ts?copy';
    const copy: { KlDivergence: unknown } = await import(/* @vite-ignore */ path);
    expect(copy.KlDivergence).not.toBe(KlDivergence);
    expect(customElements.get('kl-divergence')).toBe(KlDivergence);
    await drawn(fixture<KlDivergence>('<kl-divergence></kl-divergence>'));
    expect(instances).toBe(1);
  });
});
