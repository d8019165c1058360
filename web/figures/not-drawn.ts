import { svg, type TemplateResult } from 'lit';
import { gaussianFigureWords } from '../words/index.ts';
import { type FigureOptions, frame, picture } from './kit.ts';

/** In place of a figure whose parts no screen can show together: the words that say so. */
export function notDrawn(
  name: string,
  height: number,
  { width, lang }: FigureOptions,
): TemplateResult {
  const words = gaussianFigureWords[lang].notDrawn;
  const box = frame(width, height);
  return picture(name, box, words, svg`<text x=${box.left} y=${height / 2}>${words}</text>`);
}
