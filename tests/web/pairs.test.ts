// docs/pairs.md: how each pair's divergence is found.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('the table of pairs is what the module says', () => {
  expect(() =>
    execFileSync('node', ['scripts/pairs.mjs', '--check'], { stdio: 'pipe' }),
  ).not.toThrow();
});
