import {
  type FiniteCode,
  javascriptCode,
  juliaCode,
  rCode,
  scipyCode,
  torchCode,
} from './code-finite.ts';
import { finiteLatex } from './code-latex.ts';
import { type CodeSnippet, snippet } from './code-units.ts';

/** D(P‖Q) of two finite distributions: what each program prints is the number of this page, in its unit. */
export function finiteSnippets(input: FiniteCode): CodeSnippet[] {
  return [
    snippet('PyTorch', () => torchCode(input)),
    snippet('NumPy, SciPy', () => scipyCode(input)),
    snippet('R', () => rCode(input)),
    snippet('Julia', () => juliaCode(input)),
    snippet('JavaScript', () => javascriptCode(input)),
    snippet('LaTeX', () => finiteLatex(input)),
  ];
}
