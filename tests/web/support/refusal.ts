import { ParseError } from '../../../web/text/index.ts';

/** How a text is refused; that it is not is a failure. */
export function refusal(read: () => unknown): ParseError {
  try {
    read();
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
  throw new Error('it was read without complaint');
}
