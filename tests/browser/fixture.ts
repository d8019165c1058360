// What the tests of the elements share: a page to stand on, and the fields as a person finds them.
import { page, userEvent } from 'vitest/browser';
import '../../web/elements/index.ts';

/** The markup alone on the page; its first element. */
export function fixture<T extends HTMLElement = HTMLElement>(markup: string): T {
  document.body.innerHTML = `<main>${markup}</main>`;
  const element = document.querySelector<T>('main > *');
  if (!element) throw new Error(`no element in ${markup}`);
  return element;
}

export const field = (name: string) => page.getByRole('textbox', { name, exact: true });
export const output = (name: string) => page.getByRole('status', { name, exact: true });
export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const radio = (name: string) => page.getByRole('radio', { name, exact: true });

export async function type(name: string, text: string): Promise<void> {
  await userEvent.fill(field(name), text);
}

/** The full-precision number of an output. */
export function exact(name: string): number {
  return Number(output(name).element().getAttribute('data-value'));
}

/** A paste as the browser makes one, into the field that has the focus. */
export function paste(name: string, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {
    clipboardData,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  field(name).element().dispatchEvent(event);
}

/** Every kl-input that reaches the document. */
export function listen(): CustomEvent[] {
  const events: CustomEvent[] = [];
  document.body.addEventListener('kl-input', (event) => events.push(event as CustomEvent));
  return events;
}
