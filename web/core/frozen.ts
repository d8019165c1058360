// What the factories of families.ts make distributions with.

/** A frozen object of frozen copies: parameters are checked where it is used. */
export function made<T extends object>(distribution: T): Readonly<T> {
  const frozen = Object.entries(distribution).map(([key, value]) => [key, frozenCopy(value)]);
  return Object.freeze(Object.fromEntries(frozen));
}

function frozenCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!('length' in value)) return made(value);
  return Object.freeze(Array.from(value as ArrayLike<unknown>, (x) => frozenCopy(x)));
}

/** The last parameter by its first name, or by the name that an object gives. */
export function named(value: unknown, name: string): object {
  const isNamed = typeof value === 'object' && value !== null && !('length' in value);
  return isNamed ? value : { [name]: value };
}
