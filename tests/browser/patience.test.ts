// Slow computations wait for the frame to be painted, and are done right after.
import { beforeEach, expect, it, vi } from 'vitest';
import { Patience } from '../../web/elements/families/patience.ts';

let patience: Patience<string>;
beforeEach(() => {
  patience = new Patience<string>();
});

function slowly(result: string): () => string {
  return vi.fn(() => {
    const end = performance.now() + 12;
    while (performance.now() < end);
    return result;
  });
}

const never = () => {
  throw new Error('nothing was to wait');
};

it('computes at once what is not known to be slow, and once only', () => {
  const compute = vi.fn(() => 'a');
  expect(patience.ask('1', 'quick', true, compute, never)).toBe('a');
  expect(patience.ask('1', 'quick', true, compute, never)).toBe('a');
  expect(compute).toHaveBeenCalledTimes(1);
  expect(patience.isWaiting).toBe(false);
});

it('lets what was slow wait for a frame, and computes it when asked again', async () => {
  expect(patience.ask('1', 'slow', true, slowly('a'), never)).toBe('a');
  const compute = slowly('b');
  const results: (string | undefined)[] = [];
  const again = () => results.push(patience.ask('2', 'slow', true, compute, never));
  expect(patience.ask('2', 'slow', true, compute, again)).toBeUndefined();
  expect(compute).not.toHaveBeenCalled();
  expect(patience.isWaiting).toBe(true);
  await patience.done;
  expect(results).toEqual(['b']);
  expect(compute).toHaveBeenCalledTimes(1);
  expect(patience.isWaiting).toBe(false);
});

it('computes the latest of several that wait', async () => {
  patience.ask('1', 'slow', true, slowly('a'), never);
  const results: (string | undefined)[] = [];
  let latest = '';
  const ask = (key: string) => {
    latest = key;
    return patience.ask(key, 'slow', true, slowly(key), () =>
      results.push(patience.ask(latest, 'slow', true, slowly(latest), never)),
    );
  };
  for (const key of ['2', '3', '4']) expect(ask(key)).toBeUndefined();
  await patience.done;
  expect(results).toEqual(['4']);
  // And the next has to wait again.
  expect(ask('5')).toBeUndefined();
  await patience.done;
  expect(results).toEqual(['4', '5']);
});

it('does not let wait what must be there now', () => {
  patience.ask('1', 'slow', false, slowly('a'), never);
  expect(patience.ask('2', 'slow', false, slowly('b'), never)).toBe('b');
});

it('forgets that something was slow', () => {
  patience.ask('1', 'kind', true, slowly('a'), never);
  patience.ask('2', 'kind', false, () => 'b', never);
  expect(patience.ask('3', 'kind', true, () => 'c', never)).toBe('c');
});

it('leaves an error to those who ask again', async () => {
  patience.ask('1', 'slow', true, slowly('a'), never);
  const fail = () => {
    throw new RangeError('no');
  };
  const again = vi.fn(() =>
    expect(() => patience.ask('2', 'slow', true, fail, never)).toThrow('no'),
  );
  expect(patience.ask('2', 'slow', true, fail, again)).toBeUndefined();
  await patience.done;
  expect(again).toHaveBeenCalledTimes(1);
});
