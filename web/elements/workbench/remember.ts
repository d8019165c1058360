/** What a person chose for the next visit; web/site/early.js reads it before the first paint. */
type Choice = 'theme' | 'lang';

const key = (choice: Choice) => `kl-${choice}`;

export function remember(choice: Choice, value: string): void {
  try {
    localStorage.setItem(key(choice), value);
  } catch {
    // Storage is refused: the choice holds for this visit.
  }
}

export function recall(choice: Choice): string | null {
  try {
    return localStorage.getItem(key(choice));
  } catch {
    return null;
  }
}
