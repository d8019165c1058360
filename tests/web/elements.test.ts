// What of the elements needs no browser: that a server may import them, and the arithmetic of a key.
import { describe, expect, it } from 'vitest';
import { stepped } from '../../web/elements/field.ts';
import { unitOf } from '../../web/elements/unit.ts';

it('the elements can be imported where there is no document', async () => {
  expect(globalThis.document).toBeUndefined();
  const { KlFinite, KlGaussian } = await import('../../web/elements/index.ts');
  expect([KlFinite.name, KlGaussian.name]).toEqual(['KlFinite', 'KlGaussian']);
});

describe('an arrow key', () => {
  const key = (name: string, modifiers = {}) => ({ key: name, ...modifiers }) as KeyboardEvent;

  it('moves by a tenth, with Shift by one, with Alt by a hundredth', () => {
    expect(stepped(0.2, key('ArrowUp'), -Infinity)).toBe(0.3); // not 0.30000000000000004
    expect(stepped(0.2, key('ArrowDown', { shiftKey: true }), -Infinity)).toBe(-0.8);
    expect(stepped(0.2, key('ArrowUp', { altKey: true }), -Infinity)).toBe(0.21);
  });

  it('stops above the lowest value', () => {
    expect(stepped(0.1, key('ArrowDown'), 0.01)).toBeUndefined();
    expect(stepped(0.11, key('ArrowDown'), 0.01)).toBe(0.01);
  });

  it('leaves other keys, and what is no number, alone', () => {
    expect(stepped(1, key('ArrowLeft'), 0)).toBeUndefined();
    expect(stepped(Number.NaN, key('ArrowUp'), 0)).toBeUndefined();
  });
});

it('an unknown unit is nats', () => {
  expect(['bits', 'bans', 'nats', 'shannons', null].map(unitOf)).toEqual([
    'bits',
    'bans',
    'nats',
    'nats',
    'nats',
  ]);
});
