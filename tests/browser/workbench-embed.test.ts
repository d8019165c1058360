// The dialog with the code for somebody's own page, as it is used: by hand, by keys, and where the browser refuses.
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LANGS } from '../../web/words/index.ts';
import { button, field, radio } from './fixture.ts';
import { open, tab } from './workbench-fixture.ts';

const checkbox = (name: string) => page.getByRole('checkbox', { name, exact: true });
const dialog = () => page.getByRole('dialog');

const shadow = () => document.querySelector('kl-workbench')?.shadowRoot as ShadowRoot;
const inside = () => shadow().querySelector('kl-embed')?.shadowRoot as ShadowRoot;
const code = () => inside().querySelector('pre')?.textContent ?? '';
const figure = () => inside().querySelector('.stage kl-divergence');
const number = () => figure()?.shadowRoot?.firstElementChild?.shadowRoot?.querySelector('output');

/** The dialog of a state, when its preview has its number. */
async function openDialog(hash = ''): Promise<HTMLDialogElement> {
  await open(hash, '<kl-workbench embed="./embed/"></kl-workbench>');
  await userEvent.click(page.getByRole('button', { name: /^(Embed|嵌入)$/ }));
  await expect.element(dialog()).toBeVisible();
  await expect.poll(() => number()?.textContent).toMatch(/\d/);
  return inside().querySelector('dialog') as HTMLDialogElement;
}

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.removeAttribute('lang');
  document.documentElement.removeAttribute('style');
  document.body.replaceChildren();
});

describe('the dialog', () => {
  it('is there when it was asked for, and not before', async () => {
    await open();
    expect(shadow().querySelector('kl-embed')).toBeNull();
    await userEvent.click(button('Embed'));
    await expect.element(dialog()).toBeVisible();
    expect(inside().querySelector('dialog')?.matches(':modal')).toBe(true);
  });

  const ways: [string, () => Promise<void>][] = [
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['its button', () => userEvent.click(button('Close'))],
  ];
  it.each(ways)('closes with %s, and gives the focus back', async (_, leave) => {
    const box = await openDialog();
    await leave();
    await expect.poll(() => box.open).toBe(false);
    expect(shadow().activeElement).toBe(shadow().querySelector('.tool.embed'));
  });

  it('shows the state of the moment when it is opened again', async () => {
    const box = await openDialog();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => box.open).toBe(false);
    await userEvent.fill(field('P').first(), '0.5, 0.5');
    await userEvent.click(button('Embed'));
    await expect.poll(code).toContain('p="0.5, 0.5"');
    await expect.poll(() => number()?.getAttribute('data-value')).toBe(String(exactOfPage()));
  });

  it('closes when the address changes, as what it says is no longer shown', async () => {
    const box = await openDialog();
    location.hash = '#v=1&mode=gaussian';
    await expect.poll(() => box.open).toBe(false);
    await expect.element(tab('Two Gaussians')).toHaveAttribute('aria-selected', 'true');
  });

  it('keeps edits of its preview, and the keys of undo, from the page', async () => {
    await openDialog();
    const before = location.hash;
    const panel = figure()?.shadowRoot?.firstElementChild?.shadowRoot;
    const told = vi.fn();
    document.querySelector('kl-workbench')?.addEventListener('kl-input', told);
    const typed = panel?.querySelector('textarea') as HTMLTextAreaElement;
    typed.value = '0.9, 0.1';
    typed.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await expect.poll(() => number()?.textContent).toMatch(/^0\.[1-9]/);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(told).not.toHaveBeenCalled();
    expect(location.hash).toBe(before);
  });

  it('says why when it cannot be loaded', async () => {
    await open();
    vi.spyOn(document, 'createElement').mockImplementation((name) => {
      throw new Error(`no ${name}.`);
    });
    await userEvent.click(button('Embed'));
    const notice = shadow().querySelector('.notice') as HTMLElement;
    await expect.element(notice).toHaveTextContent('Embed could not be loaded: no kl-embed.');
  });
});

describe('the ways in', () => {
  it('are tabs: arrows go through them, and each has its code', async () => {
    await openDialog('#v=1&mode=gaussian&muP=1');
    await userEvent.click(tab('Script'));
    const seen: string[] = [];
    for (const name of ['Script', 'Module', 'Frame', 'Notebook']) {
      await expect.element(tab(name)).toHaveAttribute('aria-selected', 'true');
      expect(inside().activeElement?.textContent).toBe(name);
      seen.push(...Array.from(inside().querySelectorAll('.code h3'), (one) => one.textContent));
      await userEvent.keyboard('{ArrowRight}');
    }
    expect(seen).toEqual([
      'HTML',
      'Shell',
      'JavaScript',
      'HTML',
      'HTML',
      'Python',
      'MyST Markdown',
    ]);
    await expect.element(tab('Script')).toHaveAttribute('aria-selected', 'true');
  });

  it('have no frame where the page has no page for frames', async () => {
    await open();
    await userEvent.click(button('Embed'));
    await userEvent.click(tab('Frame'));
    expect(inside().querySelector('.about')?.textContent).toContain('frames need the page');
    expect(inside().querySelector('.code, .stage')).toBeNull();
  });

  it('follow the height of the frame, and of no other window', async () => {
    await openDialog();
    await userEvent.click(tab('Frame'));
    const frame = inside().querySelector('iframe') as HTMLIFrameElement;
    const tell = (source: Window | null, data: unknown) =>
      dispatchEvent(new MessageEvent('message', { source, data }));
    tell(window, { type: 'kl:resize', height: 111 });
    tell(frame.contentWindow, null);
    tell(frame.contentWindow, { type: 'other', height: 222 });
    expect(frame.height).toBe('640');
    tell(frame.contentWindow, { type: 'kl:resize', height: 333 });
    expect(frame.height).toBe('333');
  });
});

describe('copying', () => {
  it('takes the code as it stands there, and says so', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await openDialog('#v=1&mode=finite&p=1/3,2/3');
    await userEvent.click(button('Copy: HTML'));
    await expect.element(button('Copied: HTML')).toBeVisible();
    expect(writeText.mock.calls).toEqual([[code()]]);
    expect(inside().querySelector('[role="status"]')?.textContent).toBe('Copied');
    await userEvent.click(checkbox('Code'));
    await expect.element(button('Copy: HTML')).toBeVisible(); // this code was not
  });

  it('selects the code where the browser refuses', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await openDialog();
    await userEvent.click(button('Copy: HTML'));
    await expect
      .poll(() => inside().querySelector('.said:not(.unseen)')?.textContent)
      .toContain('copy it by hand');
    expect(getSelection()?.toString()).toBe(code());
  });
});

describe('the choices of an author', () => {
  const parts: [string, string][] = [
    ['Inputs', '.inputs'],
    ['Result', '.answer'],
    ['Figures', '.figures'],
    ['Measures', '.further'],
    ['Explanation', '.explanation > :not(.codes)'],
    ['Code', '.codes'],
  ];
  it.each(parts)('leave out %s', async (name, place) => {
    await openDialog();
    const shown = () => {
      const panel = figure()?.shadowRoot?.firstElementChild?.shadowRoot;
      return Array.from(panel?.querySelectorAll(place) ?? [], (one) => one.checkVisibility());
    };
    await expect.poll(shown).toContain(true);
    await userEvent.click(checkbox(name));
    await expect.poll(shown).toContain(false);
    expect(shown()).not.toContain(true);
    expect(code()).toMatch(/ show="[a-z ]+"/);
    await userEvent.click(checkbox(name));
    expect(code()).not.toContain('show=');
  });

  it('leave one part at least', async () => {
    await openDialog();
    for (const [name] of parts.slice(1)) await userEvent.click(checkbox(name));
    await expect.element(checkbox('Inputs')).toBeDisabled();
    expect(code()).toContain('show="inputs"');
    await userEvent.click(checkbox('Result'));
    await expect.element(checkbox('Inputs')).toBeEnabled();
  });

  it('of colours, language and reading are seen at once', async () => {
    await openDialog();
    await userEvent.click(radio('Dark'));
    await userEvent.click(radio('中文'));
    await userEvent.click(checkbox('For reading only'));
    await expect.poll(() => number()?.textContent).toContain('奈特');
    const shown = figure() as HTMLElement;
    expect(getComputedStyle(shown).colorScheme).toBe('dark');
    expect(getComputedStyle(inside().querySelector('.stage') as Element).backgroundColor).toBe(
      'rgb(25, 29, 36)',
    );
    expect(
      shown.shadowRoot?.firstElementChild?.shadowRoot?.querySelector('fieldset[disabled]'),
    ).not.toBeNull();
    expect(code()).toMatch(/\stheme="dark"\s+lang="zh"\s+readonly>/);
  });
});

describe('axe', () => {
  it.each(LANGS.flatMap((lang) => ['light', 'dark'].map((scheme) => [lang, scheme])))(
    'finds nothing wrong in the dialog in %s, %s',
    async (lang = '', scheme = '') => {
      document.documentElement.lang = lang;
      const paper = scheme === 'dark' ? '#101318' : '#f7f7f5';
      document.documentElement.style.cssText = `color-scheme: ${scheme}; background: ${paper}`;
      await openDialog();
      const { violations } = await axe.run(document.querySelector('main') as HTMLElement);
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`);
      expect(found).toEqual([]);
    },
  );

  it('would find everything large enough for a finger', async () => {
    await openDialog();
    const controls = Array.from(inside().querySelectorAll('button, label'));
    expect(controls.length).toBeGreaterThan(15);
    const small = controls.filter((control) => {
      const { width, height } = control.getBoundingClientRect();
      return width < 24 || height < 24;
    });
    expect(small.map((control) => control.outerHTML)).toEqual([]);
  });
});

/** The number of the page under the dialog, to the last bit. */
function exactOfPage(): number {
  const panel = shadow().querySelector('[role="tabpanel"]:not([hidden]) > :not(h2)')?.shadowRoot;
  return Number(panel?.querySelector('output')?.getAttribute('data-value'));
}
