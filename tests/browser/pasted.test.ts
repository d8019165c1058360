// The table of pasted inputs, pasted into the fields of the page.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { KlFinite } from '../../web/elements/index.ts';
import { formatNumber, ParseError, parseOutcomes, parseTable } from '../../web/text/index.ts';
import { textWords } from '../../web/words/index.ts';
import { BAD_LISTS, GOOD_LISTS, NO_TABLES, TABLES } from '../web/pasted-inputs.ts';
import { field, fixture, output } from './fixture.ts';

let element: KlFinite;
beforeAll(() => {
  element = fixture<KlFinite>('<kl-finite></kl-finite>');
});
beforeEach(async () => {
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats'); // loaded
  element.state = {};
  await element.updateComplete;
});
afterEach(async () => {
  element.lang = 'en';
  await element.updateComplete;
});

const textarea = (name: string) => field(name).element() as HTMLTextAreaElement;

/** Pastes over what the field holds, and waits for what the page makes of it; whether the page took the text itself. */
async function pasteOver(name: string, text: string): Promise<boolean> {
  const area = textarea(name);
  area.focus();
  area.select();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const options = { clipboardData, bubbles: true, cancelable: true, composed: true };
  const isLeft = area.dispatchEvent(new ClipboardEvent('paste', options));
  // What the browser does with a paste that no one prevents; scripts may not paste.
  if (isLeft) document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  await element.updateComplete;
  return !isLeft;
}

/** What a screen reader says of the field: how it was read, or why it was not. */
function described(name: string): string {
  const area = textarea(name);
  const root = area.getRootNode() as ShadowRoot;
  const ids = area.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => root.getElementById(id)?.textContent).join(' ');
}

function failure(text: string): ParseError {
  try {
    parseOutcomes(text, 'P');
  } catch (error) {
    if (error instanceof ParseError) return error;
  }
  throw new Error('it was read without complaint');
}

describe('a list pasted into P', () => {
  it.each(GOOD_LISTS)(
    'is read from $from, and the page says how',
    async ({ text, values, labels }) => {
      expect(await pasteOver('P', text)).toBe(false);
      const count = values.length === 1 ? '1 outcome' : `${values.length} outcomes`;
      const sum = values.reduce((a, b) => a + b, 0);
      const labelled = labels ? ', labelled' : '';
      const shown = formatNumber(Number(sum.toPrecision(12)));
      expect(described('P')).toContain(`${count}, sum ${shown}${labelled}`);
    },
  );

  // Two of them are tables of P and Q, which is not bad where there are two fields.
  const refused = BAD_LISTS.filter(({ text }) => !parseTable(text));
  it.each(refused)('is refused from $from, in both languages', async ({ text, token = 'P' }) => {
    const before = element.result;
    expect(before).not.toBeNull();
    await pasteOver('P', text);
    expect(textarea('P').getAttribute('aria-invalid')).toBe('true');
    const { code, said, message } = failure(text);
    expect(described('P')).toContain(message);
    expect(described('P')).toContain(token);
    element.lang = 'zh';
    await element.updateComplete;
    expect(described('P')).toContain(textWords.zh[code](said));
    expect(described('P')).toContain(token);
  });

  it('comes from the clipboard itself', async () => {
    const source = document.createElement('textarea');
    source.value = 'tensor([0.2000, 0.8000], dtype=torch.float64)';
    document.body.append(source);
    source.select();
    await userEvent.copy();
    textarea('P').focus();
    textarea('P').select();
    await userEvent.paste();
    source.remove();
    await expect.poll(() => described('P')).toContain('2 outcomes, sum 1');
    expect(textarea('P').value).toBe('tensor([0.2000, 0.8000], dtype=torch.float64)');
  });
});

describe('a table pasted into one field', () => {
  it.each(TABLES)('fills both from $from', async ({ text, p, q, labels }) => {
    expect(await pasteOver('Q', text)).toBe(true);
    const read = (name: string) => parseOutcomes(textarea(name).value, name);
    const numbers = (column: string) => parseOutcomes(column, '').values;
    expect(read('P')).toEqual({ values: numbers(p), ...(labels && { labels }) });
    expect(read('Q')).toEqual({ values: numbers(q), ...(labels && { labels }) });
    expect(element.result?.forward).toBeGreaterThan(0);
  });

  it.each(NO_TABLES)('is left to that field from $from', async ({ text }) => {
    const before = textarea('P').value;
    expect(await pasteOver('Q', text)).toBe(false);
    expect(textarea('P').value).toBe(before);
  });
});
