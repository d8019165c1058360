/** Computes only when an argument is another than last time: a key pressed in P does not read Q again. */
export function memo<A extends readonly unknown[], R>(compute: (...args: A) => R) {
  let last: { args: A; result: R } | undefined;
  return (...args: A): R => {
    if (last?.args.some((arg, i) => !Object.is(arg, args[i])) ?? true) {
      last = { args, result: compute(...args) };
    }
    return (last as { result: R }).result;
  };
}
