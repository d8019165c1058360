// What finite distributions can be given as, how the panel says that it was read, and the mends it offers.
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KlFinite } from '../../web/elements/index.ts';
import { button, exact, field, fixture, output, paste, radio, type } from './fixture.ts';

let element: KlFinite;
beforeEach(async () => {
  document.body.replaceWith(document.createElement('body')); // and with it, its listeners
  element = fixture<KlFinite>('<kl-finite></kl-finite>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
});

const text = (name: string) => (field(name).element() as HTMLTextAreaElement).value;
const described = (name: string, words: string | RegExp) =>
  expect.element(field(name)).toHaveAccessibleDescription(words);

describe('the forms', () => {
  it('take logits, after softmax', async () => {
    await userEvent.click(radio('logits'));
    await type('P', '2, 1, 0.1');
    await type('Q', '1, 1, 0.5');
    await described('P', 'the truth 3 outcomes, 0.1 to 2');
    expect(exact('D(P‖Q)')).toBeCloseTo(0.1605648543914409, 15); // mpmath
  });

  it('take log-probabilities, and refuse what is none', async () => {
    await userEvent.click(radio('log-probabilities'));
    await type('P', '-0.5108256, -1.2039728, -2.3025851');
    await type('Q', '-0.3566749, -1.6094379, -2.3025851');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0291491 nats$/);
    await type('Q', '-0.3, -1.6, -2.3');
    await expect.element(field('Q')).toHaveAttribute('aria-invalid', 'true');
    await userEvent.click(button('Read both as logits'));
    await expect.element(radio('logits')).toBeChecked();
    await expect.element(field('Q')).toHaveAttribute('aria-invalid', 'false');
  });

  it('count samples, words as well as numbers', async () => {
    await userEvent.click(radio('samples'));
    await type('P', '1 1 2 2 3');
    await type('Q', '1 1 1 1 1 2 3 3 3 3');
    await described('P', 'the truth 5 observations of 3 values');
    await described('Q', 'the model 10 observations of 3 values');
    await userEvent.click(radio('bits'));
    expect(exact('D(P‖Q)')).toBeCloseTo(0.4712287620450551, 15); // mpmath
    await type('P', 'red, blue, red');
    await type('Q', 'red, blue');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0817042 bits$/); // 1 − H(1/3)
  });

  it('order numbers that were observed, and name words by themselves', async () => {
    await userEvent.click(radio('samples'));
    await type('P', '10 9 9');
    await type('Q', '9 10');
    await userEvent.click(page.getByText('Contributions in numbers'));
    const names = page.getByRole('rowheader');
    await expect.element(names.nth(0)).toHaveTextContent('9');
    await expect.element(names.nth(1)).toHaveTextContent('10');
  });
});

describe('labels', () => {
  it('bring outcomes together whatever their order', async () => {
    await type('P', 'rain: 0.4, sun: 0.6');
    await type('Q', '{"sun": 0.7, "rain": 0.3}');
    await described('P', 'the truth 2 outcomes, sum 1, labelled');
    expect(exact('D(P‖Q)')).toBeCloseTo(0.0225824210843574, 16); // mpmath, as without labels
  });

  it('stand in the reason of an infinity, in the table and below the bars', async () => {
    await userEvent.click(button('Unforeseen snow'));
    await expect.element(output('D(P‖Q)')).toHaveTextContent('∞');
    const reason = page.getByText(/^Q gives ‘snow’ probability 0 while P gives it 0\.2:/);
    await expect.element(reason).toBeVisible();
    await userEvent.click(page.getByText('Contributions in numbers'));
    await expect.element(page.getByRole('row', { name: /^snow 0\.2 0 ∞ 0 ∞/ })).toBeVisible();
    const axis = element.shadowRoot?.querySelector('svg.bars')?.textContent;
    expect(axis).toContain('snow');
  });

  it('of one alone are said, with a mend', async () => {
    await type('P', 'rain: 0.4, sun: 0.6');
    await described('Q', /^P names its outcomes but Q does not/);
    await userEvent.click(button('Give Q the labels of P'));
    await expect.element(field('Q')).toHaveValue('rain: 0.3, sun: 0.7');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0225824 nats$/);
  });
});

describe('mends', () => {
  it('divide by the sum, and say by which', async () => {
    await type('Q', '3, 7');
    await userEvent.click(button('Divide Q by its sum'));
    await expect.element(field('Q')).toHaveValue('0.3, 0.7');
    await expect.element(page.getByText('Q was divided by its sum, 10.')).toBeVisible();
    await type('Q', '0.5, 0.5');
    await expect.element(page.getByText('Q was divided')).not.toBeInTheDocument();
  });

  it('fill or cut where one is shorter', async () => {
    await type('P', '0.4, 0.6, 0');
    await userEvent.click(button('Fill Q with 0'));
    await expect.element(field('Q')).toHaveValue('0.3, 0.7, 0');
    await type('Q', '0.3, 0.7');
    await userEvent.click(button('Drop the last of P'));
    await expect.element(field('P')).toHaveValue('0.4, 0.6');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0225824 nats$/);
  });

  it('write what one does not name, or drop it from both', async () => {
    await userEvent.click(button('Unforeseen snow'));
    await expect.element(page.getByText('Q has no ‘snow’: read as 0.')).toBeVisible();
    await userEvent.click(button('Write ‘snow’: 0'));
    await expect.element(field('Q')).toHaveValue('sun: 0.6, rain: 0.4, snow: 0');
    await userEvent.click(button('Drop ‘snow’'));
    await expect.element(field('P')).toHaveValue('sun: 0.5, rain: 0.3');
    await described('P', /^P sums to 0\.8/); // and is not divided silently
    await userEvent.click(button('Divide P by its sum'));
    await expect.element(field('P')).toHaveValue('sun: 0.625, rain: 0.375');
  });

  it('smooth probabilities by an ε', async () => {
    await userEvent.click(button('Zero in Q'));
    const group = page.getByRole('group', { name: 'Smooth Q, adding to each' });
    await userEvent.click(group.getByRole('button', { name: '0.01', exact: true }));
    await expect.element(page.getByText(/^Q: 0\.01 was added to each of the 3 prob/)).toBeVisible();
    expect(exact('D(P‖Q)')).toBeCloseTo(0.435567422067, 11); // mpmath
    expect(text('P')).toBe('0.5, 0.3, 0.2');
  });

  it('smooth counts by a pseudo-count, and those of samples as counts', async () => {
    await userEvent.click(radio('samples'));
    await type('P', 'red blue red');
    await type('Q', 'red red red');
    const group = page.getByRole('group', { name: 'Smooth Q, adding to each' });
    await userEvent.click(group.getByRole('button', { name: '1', exact: true }));
    await expect.element(radio('counts or weights')).toBeChecked();
    await expect.element(field('P')).toHaveValue('red: 2, blue: 1');
    await expect.element(field('Q')).toHaveValue('red: 4, blue: 1');
    expect(exact('D(P‖Q)')).toBeCloseTo(0.0487275, 6); // mpmath
  });

  it('drop an outcome that cannot be, from both', async () => {
    await type('P', '0.4, 0.6, -0.1');
    await type('Q', '0.3, 0.7, 0');
    await userEvent.click(button('Drop outcome 2'));
    await expect.element(field('P')).toHaveValue('0.4, 0.6');
    await expect.element(field('Q')).toHaveValue('0.3, 0.7');
  });

  it('leave out what is no number', async () => {
    await type('Q', '0.3, 0.7, total');
    await userEvent.click(button('Leave out “total”'));
    await expect.element(field('Q')).toHaveValue('0.3, 0.7');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0225824 nats$/);
  });

  it('read a decimal comma, and grouped digits, where they may be two things', async () => {
    await type('Q', '0,3, 0,7');
    await userEvent.click(button('Read 0,3 as 0.3'));
    await expect.element(field('Q')).toHaveValue('0.3, 0.7');
    await expect.element(page.getByText('2 decimal commas were made dots.')).toBeVisible();
    await userEvent.click(radio('counts or weights'));
    await type('Q', '1.000,5; 2');
    await userEvent.click(button('Read 1.000,5 as 1000.5'));
    await described('Q', 'the model 2 outcomes, sum 1002.5');
  });

  it('are told as one step', async () => {
    const told: unknown[] = [];
    await type('Q', '3, 7');
    await expect.element(button('Divide Q by its sum')).toBeVisible();
    await new Promise((done) => setTimeout(done, 900)); // the typing is told
    element.addEventListener('kl-change', () => told.push(element.state.q));
    await userEvent.click(button('Divide Q by its sum'));
    await expect.poll(() => told).toEqual(['0.3, 0.7']);
  });
});

describe('a table', () => {
  it('with names fills both fields and their labels', async () => {
    paste('P', 'weather,p,q\nsun,0.4,0.3\nlight rain,0.6,0.7\n');
    await expect.element(field('P')).toHaveValue('sun: 0.4, light rain: 0.6');
    await expect.element(field('Q')).toHaveValue('sun: 0.3, light rain: 0.7');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0225824 nats$/);
  });

  const drop = (name: string, content: string) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'data.csv', { type: 'text/csv' }));
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    field(name).element().dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('dropped as a file does the same', async () => {
    expect(drop('P', 'p,q\n0.5,0.25\n0.25,0.25\n0.25,0.5\n')).toBe(true);
    await expect.element(field('P')).toHaveValue('0.5, 0.25, 0.25');
    await expect.element(field('Q')).toHaveValue('0.25, 0.25, 0.5');
  });

  it('with one list fills the field on which it is dropped', async () => {
    drop('Q', '[0.5, 0.5]');
    await expect.element(field('Q')).toHaveValue('[0.5, 0.5]');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.0201355 nats$/);
    expect(text('P')).toBe('0.4, 0.6');
  });
});

describe('in Chinese', () => {
  beforeEach(() => element.setAttribute('lang', 'zh'));

  it('the panel says how it read the text, and what is wrong', async () => {
    await described('P', '真实分布 2 个结果，和为 1');
    await type('Q', '0.3, 0.6');
    await described('Q', /^Q 的和为 0\.9：概率之和必须为 1/);
    await userEvent.click(button('将 Q 除以总和'));
    await described('Q', '模型 2 个结果，和为 1');
    await type('Q', '0.3, x');
    await described('Q', /^Q\[1\] 为 “x”/);
  });

  it('an infinity is explained by its outcome', async () => {
    await userEvent.click(button('没料到的雪'));
    await expect.element(page.getByText(/^Q 给“snow”的概率是 0，而 P 给它 0\.2：/)).toBeVisible();
  });
});
