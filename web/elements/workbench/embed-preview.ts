import { render } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { type EmbedPiece, figureIn, modelIn } from '../../text/index.ts';
import widget from '../anywidget.ts';
import type { HeightMessage } from '../embedded.ts';

/** A notebook's model without a notebook: it holds what it was given. */
function modelWith(values: Record<string, unknown>) {
  const model = new Map(Object.entries(values));
  return {
    get: (name: string) => model.get(name),
    set: (name: string, value: unknown) => void model.set(name, value),
    save_changes() {},
    on() {},
    off() {},
  };
}

/** What the code shows, made from the code as it stands there: its tag as HTML, or its widget with its model. */
export function preview(pieces: readonly EmbedPiece[]): HTMLElement {
  const place = document.createElement('div');
  for (const { code } of pieces) {
    const figure = figureIn(code);
    const model = modelIn(code);
    if (figure)
      render(unsafeHTML(figure), place); // by lit, as the page's policy trusts no other way
    else if (model) widget.render({ model: modelWith(model), el: place });
  }
  return place;
}

/** A frame of the preview becomes as high as it says, by what the lines after it do as well. */
export function followHeight(root: ParentNode, { source, data }: MessageEvent): void {
  const frame = root.querySelector('iframe');
  const message = data as HeightMessage | null;
  if (frame && source === frame.contentWindow && message?.type === 'kl:resize') {
    frame.height = String(message.height);
  }
}
