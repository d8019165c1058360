import { nothing, svg, type TemplateResult } from 'lit';

/** A point in the coordinates of its figure, in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** How far an arrow key goes: with Alt, alone, with Shift (or Page Up and Down). */
export type StepSize = 'small' | 'usual' | 'large';

/** A point of a figure that a person moves: by mouse, by touch, or, as a slider, by the keys. */
export interface Handle {
  /** What it is, for screen readers: `P[0]`, `mean of Q`. */
  name: string;
  at: Point;
  along: 'x' | 'y' | 'both';
  /** The number it stands for, and how that is read out. */
  value: number;
  text: string;
  mark: 'p' | 'q';
  /** The outcome it belongs to: `data-outcome`, for those who link figures and tables. */
  outcome?: number;
  /** Half the distance to its neighbours, in pixels, where that is short. */
  room?: number;
  /** Where the pointer took it. */
  move: (to: Point) => void;
  /** One arrow key: x to the right, y upwards. */
  step: (by: Point, size: StepSize) => void;
  /** The hand was taken off. */
  done: () => void;
}

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
  PageUp: { x: 0, y: 1 },
  PageDown: { x: 0, y: -1 },
};

/** The arrow a key stands for: of a handle that moves along one axis, up is right and right is up. */
function stepOf({ key, altKey, shiftKey }: KeyboardEvent, along: Handle['along']) {
  const arrow = ARROWS[key];
  if (!arrow) return undefined;
  const sum = arrow.x + arrow.y;
  const by = along === 'both' ? arrow : along === 'x' ? { x: sum, y: 0 } : { x: 0, y: sum };
  const isLarge = shiftKey || key.startsWith('Page');
  return { by, size: isLarge ? 'large' : altKey ? 'small' : ('usual' as StepSize) } as const;
}

/** Where the pointer is in the figure, however large that is shown. */
function pointOf(event: PointerEvent): Point | undefined {
  const figure = (event.currentTarget as SVGElement).ownerSVGElement;
  const matrix = figure?.getScreenCTM()?.inverse();
  return matrix && new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
}

const TARGET = 14; // px: the radius that a finger finds
const SHOWN = 6;

export function handle(h: Handle): TemplateResult {
  const held = (event: PointerEvent) =>
    (event.currentTarget as SVGElement).hasPointerCapture(event.pointerId);
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const target = event.currentTarget as SVGElement;
    target.setPointerCapture(event.pointerId);
    target.focus({ preventScroll: true });
    event.preventDefault(); // no selection of text
  };
  const move = (event: PointerEvent) => {
    const to = held(event) && pointOf(event);
    if (to) h.move(to);
  };
  const up = (event: PointerEvent) => {
    if (held(event)) h.done();
  };
  const keydown = (event: KeyboardEvent) => {
    const step = stepOf(event, h.along);
    if (!step) return;
    event.preventDefault();
    h.step(step.by, step.size);
  };
  return svg`<g class="handle ${h.mark} along-${h.along}" role="slider" tabindex="0" aria-label=${h.name}
    aria-valuenow=${Number.isFinite(h.value) ? h.value : nothing} aria-valuetext=${h.text}
    aria-orientation=${h.along === 'y' ? 'vertical' : 'horizontal'}
    data-outcome=${h.outcome ?? nothing} transform="translate(${h.at.x} ${h.at.y})"
    @pointerdown=${down} @pointermove=${move} @pointerup=${up} @pointercancel=${up} @keydown=${keydown}>
    <circle class="target" r=${Math.min(TARGET, h.room ?? TARGET)}></circle><circle class="knob" r=${Math.min(SHOWN, h.room ?? SHOWN)}></circle>
  </g>`;
}
