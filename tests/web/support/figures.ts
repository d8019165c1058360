import { expect } from 'vitest';

/** What figures are told besides their data. */
export const options = {
  width: 480,
  format: (x: number) => x.toPrecision(3),
  unit: 'nats',
  lang: 'en' as const,
  base: Math.E,
};

/** What is said of a figure, given as markup, to those who do not see it. */
export const alternative = (svg: string) => svg.match(/aria-label="?([^"]*?)"?\n/)?.[1] ?? '';

export const expectMeaningful = (svg: string) => expect(svg).not.toMatch(/NaN|undefined|Infinity/);

/** Without the text alternative, which may name what is infinite. */
export const drawn = (svg: string) => svg.replaceAll(/aria-label=.*/g, '');
