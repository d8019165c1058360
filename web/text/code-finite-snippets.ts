import {
  type FiniteCode,
  javascriptCode,
  juliaCode,
  rCode,
  scipyCode,
  torchCode,
} from './code-finite.ts';
import { finiteLatex } from './code-latex.ts';
import type { CodeSnippet } from './code-units.ts';

/** D(P‖Q) of two finite distributions: what each program prints is the number of this page, in its unit. */
export function finiteSnippets(input: FiniteCode): CodeSnippet[] {
  return [
    { language: 'PyTorch', code: torchCode(input) },
    { language: 'NumPy, SciPy', code: scipyCode(input) },
    { language: 'R', code: rCode(input) },
    { language: 'Julia', code: juliaCode(input) },
    { language: 'JavaScript', code: javascriptCode(input) },
    { language: 'LaTeX', code: finiteLatex(input) },
  ];
}
