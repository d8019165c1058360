import { scaleLinear } from 'd3-scale';
import { nothing, svg, type TemplateResult } from 'lit';
import { finiteFigureWords } from '../words/index.ts';
import type { Handle, StepSize } from './handle.ts';
import {
  type FigureOptions,
  frame,
  hatch,
  heading,
  type Key,
  picture,
  valueAxis,
  valueScale,
} from './kit.ts';
import {
  FEW,
  type Named,
  nameOf,
  outcome,
  outcomeAxis,
  type Places,
  placesOf,
  steps,
  together,
} from './outcomes.ts';
import { widthOf } from './text-width.ts';

const HEIGHT = 208;
const NARROWEST_BAR = 2; // px; below it, outlines are drawn instead of bars
const LABEL_WIDTH = 30; // px; a bar at least so wide carries its value
const LABEL_OVERHANG = 8; // px, if that is where its value fits
const MOST_HANDLES = 24; // outcomes
const NARROWEST_HANDLE = 7; // px; the knobs on narrower bars could not be told apart

export type Which = 'p' | 'q';

/** What moves the bars. */
export interface Grip {
  /** To the share of the whole that the pointer is at, in a drawing that ends at `top`. */
  move: (which: Which, outcome: number, share: number, top: number) => void;
  step: (which: Which, outcome: number, direction: number, size: StepSize) => void;
  done: () => void;
}

/** P and Q, outcome by outcome, as shares that sum to 1. */
interface BarsData extends Named {
  p: ArrayLike<number>;
  q: ArrayLike<number>;
  grip?: Grip | undefined;
  /** How the one that is being dragged stood before, and where the drawing ended then: it must not change under the hand. */
  ghost?: { which: Which; shares: ArrayLike<number>; top: number } | undefined;
}

function highest(...lists: ArrayLike<number>[]): number {
  let most = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) most = Math.max(most, list[i] as number);
  }
  return most;
}

/** The alternative in words: how many outcomes, and where the two differ most. */
function describe({ p, q, labels }: BarsData, { format, lang }: FigureOptions): string {
  const said = finiteFigureWords[lang];
  let widest = 0;
  let gap = 0;
  for (let i = 0; i < p.length; i++) {
    const here = Math.abs((p[i] as number) - (q[i] ?? 0));
    if (here > gap) [widest, gap] = [i, here];
  }
  const name = said.outcome(nameOf(labels, widest));
  const difference =
    gap === 0 ? said.same : said.differ(name, format(p[widest] ?? 0), format(q[widest] ?? 0));
  return `${said.bars(p.length)} ${difference}`;
}

/**
 * The probabilities of P and Q beside each other, with a knob on each bar where they can be moved; two stepped outlines when the
 * outcomes are too many for bars, so that ten thousand cost two paths.
 */
export function bars(data: BarsData, options: FigureOptions): TemplateResult {
  const { p, q, labels, highlighted, ghost, grip } = data;
  const said = finiteFigureWords[options.lang];
  const area = frame(options.width, HEIGHT);
  const top = Math.max(highest(p, q), ghost?.top ?? 0);
  const places = placesOf(p.length, area);
  const width = places.width / 2;
  const canMove = grip && p.length <= MOST_HANDLES && width >= NARROWEST_HANDLE;
  const y = valueScale(0, top, [area.bottom, area.top + (canMove ? 16 : 8)], 4);
  const fill = { p: nothing, q: 'url(#kl-bars-q)' };

  const bar = (which: Which, value: number, i: number) => {
    const left = places.left(i) + (which === 'q' ? width : 0);
    const label = String(Number(value.toPrecision(3)));
    const before = ghost?.which === which ? y(ghost.shares[i] ?? 0) : undefined;
    return svg`<rect class="mark ${which}" fill=${fill[which]} x=${left}
        y=${y(value)} width=${width} height=${Math.max(0, area.bottom - y(value))}></rect>${
          before === undefined
            ? nothing
            : svg`<path class="ghost ${which}" d="M${left},${area.bottom}V${before}h${width}V${area.bottom}"></path>`
        }${
          width >= LABEL_WIDTH && widthOf(label) <= width + LABEL_OVERHANG
            ? svg`<text class="value" x=${left + width / 2} y=${y(value) - (canMove ? 12 : 5)}
            text-anchor="middle">${label}</text>`
            : nothing
        }`;
  };
  const all = (which: Which, shares: ArrayLike<number>) => {
    if (width < NARROWEST_BAR) {
      return svg`<path class="curve ${which}" d=${steps(shares, area, y)}></path>`;
    }
    const outline = (values: ArrayLike<number>) => {
      let path = '';
      for (let i = 0; i < values.length; i++) {
        const left = places.left(i) + (which === 'q' ? width : 0);
        path += `M${left},${area.bottom}V${y(values[i] as number)}h${width}V${area.bottom}Z`;
      }
      return path;
    };
    const before =
      ghost?.which === which
        ? svg`<path class="ghost ${which}" d=${outline(ghost.shares)}></path>`
        : nothing;
    return svg`<path class="mark ${which}" fill=${fill[which]} d=${outline(shares)}></path>${before}`;
  };
  const marks =
    p.length <= FEW
      ? Array.from(p, (value, i) =>
          outcome(i, places, area, highlighted, [bar('p', value, i), bar('q', q[i] ?? 0, i)]),
        )
      : together(places, area, highlighted, [all('p', p), all('q', q)]);
  const keys: Key[] = [
    { name: 'P', mark: 'p' },
    { name: 'Q', mark: 'q', fill: fill.q },
  ];
  if (ghost) keys.unshift({ name: said.before, mark: `ghost ${ghost.which}` });

  return picture(
    'bars',
    area,
    describe(data, options),
    [
      hatch('kl-bars-q'),
      heading(said.probability, said.probability, keys, area),
      valueAxis(y, area),
      marks,
      outcomeAxis(places, area, labels),
    ],
    canMove ? handles(data, grip, places, y, options) : [],
  );
}

/** One on each bar. The pointer's share is read off the drawing as it was when the drag began. */
function handles(
  { p, q, labels, ghost }: BarsData,
  grip: Grip,
  { left, width }: Places,
  y: ReturnType<typeof valueScale>,
  { format, lang }: FigureOptions,
): Handle[] {
  const said = finiteFigureWords[lang];
  const top = ghost?.top ?? y.domain()[1] ?? 1;
  const share = scaleLinear([0, top], y.range()).invert;
  const handle = (which: Which, value: number, i: number): Handle => ({
    name: said.probabilityOf(which.toUpperCase(), said.outcome(nameOf(labels, i))),
    at: { x: left(i) + (width * (which === 'q' ? 3 : 1)) / 4, y: y(value) },
    along: 'y',
    value,
    text: format(value),
    mark: which,
    outcome: i,
    room: width / 4 + 1,
    move: (to) => grip.move(which, i, Math.min(1, Math.max(0, share(to.y))), top),
    step: (by, size) => grip.step(which, i, by.y, size),
    done: grip.done,
  });
  return Array.from(p, (value, i) => [handle('p', value, i), handle('q', q[i] ?? 0, i)]).flat();
}
