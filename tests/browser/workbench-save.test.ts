// What is saved looks and says the same outside the page.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, exact, output, type } from './fixture.ts';
import { open } from './workbench-fixture.ts';

let saved: Map<string, Blob>;

beforeEach(() => {
  saved = new Map();
  const blobs = new Map<string, Blob>();
  const create = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const address = create(blob);
    blobs.set(address, blob as Blob);
    return address;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.set(this.download, blobs.get(this.href) as Blob);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.removeAttribute('style');
});

async function openMenu(hash = ''): Promise<void> {
  const element = await open(hash);
  await userEvent.click(element.shadowRoot?.querySelector('summary') as HTMLElement);
}

async function save(name: string, file: string): Promise<Blob> {
  await userEvent.click(button(name));
  await expect.poll(() => saved.has(file)).toBe(true);
  return saved.get(file) as Blob;
}

async function pixels(blob: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** How often each colour is in the picture, the commonest first. */
function colours({ data }: ImageData): [string, number][] {
  const counts = new Map<string, number>();
  for (let i = 0; i < data.length; i += 4) {
    const colour = data.slice(i, i + 3).join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

describe('a figure', () => {
  it.each([
    ['light', '255,255,255', '29,95,174'],
    ['dark', '25,29,36', '125,180,255'],
  ])('has its %s colours in a file without style sheets', async (scheme, paper, p) => {
    document.documentElement.style.colorScheme = scheme;
    await openMenu();
    const svg = await (await save('Probability: SVG', 'kl-finite-2.svg')).text();
    const file = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(file.querySelector('parsererror')).toBeNull();
    expect(svg).not.toMatch(/ class=| style=|var\(|light-dark|<!--/);
    expect(file.querySelector('[role], [tabindex]')).toBeNull();
    expect(file.querySelector('title')?.textContent).toContain('P');
    const fills = Array.from(file.querySelectorAll('rect'), (rect) => rect.getAttribute('fill'));
    expect(fills[0]).toBe(`rgb(${paper.replaceAll(',', ', ')})`);
    expect(fills).toContain(`rgb(${p.replaceAll(',', ', ')})`);
    expect(file.querySelector('text')?.getAttribute('font-size')).toBe('12px');
    const picture = await pixels(await save('Probability: PNG', 'kl-finite-2.png'));
    const most = colours(picture);
    expect(most[0]?.[0]).toBe(paper);
    expect(most.slice(0, 3).map(([colour]) => colour)).toContain(p);
    const figure = file.documentElement;
    expect(picture.width).toBe(3 * Number(figure.getAttribute('width')));
  });

  it('is drawn with the numbers of the moment', async () => {
    await openMenu();
    const before = await pixels(await save('Probability: PNG', 'kl-finite-2.png'));
    saved.clear();
    await userEvent.keyboard('{Escape}');
    await type('P', '0.9, 0.1');
    await userEvent.click(
      document.querySelector('kl-workbench')?.shadowRoot?.querySelector('summary') as HTMLElement,
    );
    const after = await pixels(await save('Probability: PNG', 'kl-finite-2.png'));
    expect(colours(after)[0]?.[0]).toBe(colours(before)[0]?.[0]);
    expect(after.data.some((value, i) => value !== before.data[i])).toBe(true);
  });
});

describe('numbers', () => {
  it('as JSON are the state, the result to the last bit, and the link', async () => {
    await openMenu('#v=1&mode=finite&p=1/3,2/3&unit=bits');
    const file = await save('Input and result: JSON', 'kl-finite.json');
    const { mode, state, result, link } = JSON.parse(await file.text());
    expect(mode).toBe('finite');
    expect(state).toMatchObject({ p: '1/3,2/3', q: '0.3, 0.7', unit: 'bits' });
    expect(result).toEqual({
      forward: exact('D(P‖Q)'),
      reverse: exact('D(Q‖P)'),
      asymmetry: exact('asymmetry'),
      unit: 'bits',
    });
    expect(link).toContain('#v=1&mode=finite&p=1/3,2/3&unit=bits');
  });

  it('as JSON say ∞, which JSON has no number for', async () => {
    await openMenu('#v=1&mode=finite&p=0.5,0.5&q=1,0');
    const file = await save('Input and result: JSON', 'kl-finite.json');
    expect(JSON.parse(await file.text()).result.forward).toBe('Infinity');
  });

  it('as CSV are those of the table', async () => {
    await openMenu();
    const text = await (await save('Table: CSV', 'kl-finite.csv')).text();
    expect(text).toMatch(/\r\n$/);
    expect(text.split('\r\n')[0]).toMatch(/,/);
    expect(text).toMatch(/0\.\d{10,}/);
  });
});

describe('the menu', () => {
  it('closes with Escape, and gives the focus back', async () => {
    await openMenu();
    await expect.element(button('Table: CSV')).toBeVisible();
    await userEvent.keyboard('{Tab}{Escape}');
    expect(page.getByRole('button', { name: 'Table: CSV' }).query()).toBeNull();
    const root = document.querySelector('kl-workbench')?.shadowRoot;
    expect(root?.activeElement).toBe(root?.querySelector('summary'));
  });

  it('closes with a click elsewhere', async () => {
    await openMenu();
    await userEvent.click(output('D(P‖Q)'));
    await expect.poll(() => page.getByRole('button', { name: 'Table: CSV' }).query()).toBeNull();
  });

  it('closes when the focus goes elsewhere', async () => {
    await openMenu();
    (page.getByRole('textbox', { name: 'P', exact: true }).element() as HTMLElement).focus();
    await expect.poll(() => page.getByRole('button', { name: 'Table: CSV' }).query()).toBeNull();
    await expect.element(output('D(P‖Q)')).toBeVisible();
  });
});
