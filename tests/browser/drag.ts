// A hand on a handle of a figure: the browser's own mouse and touch, moved in steps of a frame.
import { cdp, page } from 'vitest/browser';

export const handle = (name: string) => page.getByRole('slider', { name, exact: true });

type Phase = 'down' | 'move' | 'up';

/** Where a point of this frame is in the window that holds it. */
function inWindow(x: number, y: number): { x: number; y: number } {
  const frame = window.frameElement;
  if (!frame) return { x, y };
  const { left, top, width } = frame.getBoundingClientRect();
  const scale = width / frame.clientWidth;
  return { x: left + x * scale, y: top + y * scale };
}

async function send(pointer: 'mouse' | 'touch', phase: Phase, x: number, y: number): Promise<void> {
  const at = inWindow(x, y);
  if (pointer === 'touch') {
    const type = { down: 'touchStart', move: 'touchMove', up: 'touchEnd' } as const;
    await cdp().send('Input.dispatchTouchEvent', {
      type: type[phase],
      touchPoints: phase === 'up' ? [] : [at],
    });
  } else {
    const type = { down: 'mousePressed', move: 'mouseMoved', up: 'mouseReleased' } as const;
    await cdp().send('Input.dispatchMouseEvent', {
      type: type[phase],
      ...at,
      button: 'left',
      buttons: phase === 'up' ? 0 : 1,
      clickCount: 1,
    });
  }
}

const STEPS = 4;

/** Presses a handle, moves it by so many pixels, and lets go; `during` runs before that. */
export async function drag(
  name: string,
  by: { x?: number; y?: number },
  pointer: 'mouse' | 'touch' = 'mouse',
  during?: () => Promise<void> | void,
): Promise<void> {
  const target = handle(name).element();
  target.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = target.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  await send(pointer, 'down', x, y);
  for (let step = 1; step <= STEPS; step++) {
    const share = step / STEPS;
    await send(pointer, 'move', x + share * (by.x ?? 0), y + share * (by.y ?? 0));
    await new Promise(requestAnimationFrame);
  }
  await during?.();
  await send(pointer, 'up', x + (by.x ?? 0), y + (by.y ?? 0));
}
