// What style sheets say of a shape, as attributes of SVG with the value that an attribute need not repeat.
const OWN: Record<string, string> = {
  opacity: '1',
  display: 'inline',
  filter: 'none',
  'clip-path': 'none',
};
// These come down from the parent.
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
];

function inline(shown: Element, copy: Element, from: CSSStyleDeclaration | undefined): void {
  const style = getComputedStyle(shown);
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value !== usual) copy.setAttribute(name, value);
  }
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    if (value !== from?.getPropertyValue(name)) copy.setAttribute(name, value);
  }
  copy.removeAttribute('class');
  Array.from(shown.children).forEach((child, i) => {
    inline(child, copy.children[i] as Element, style);
  });
}

/** The colour behind an element: that of the nearest ancestor which has one. */
function paper(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return '#ffffff';
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * A figure as an SVG file that looks outside as it does here: what style sheets say is written into it, the paper is under it,
 * its text alternative is its title, and what only serves to move it is left out.
 */
export function svgFile(figure: SVGSVGElement): string {
  const copy = figure.cloneNode(true) as SVGSVGElement;
  inline(figure, copy, undefined);
  for (const handle of copy.querySelectorAll('[role="slider"]')) handle.remove();
  for (const name of ['role', 'aria-label', 'tabindex']) copy.removeAttribute(name);

  const { x, y, width, height } = figure.viewBox.baseVal;
  const make = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name);
  const back = make('rect');
  const area = { x, y, width, height, fill: paper(figure), stroke: 'none' };
  for (const [name, value] of Object.entries(area)) back.setAttribute(name, String(value));
  const title = make('title');
  title.textContent = figure.getAttribute('aria-label');
  copy.prepend(title, back);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  for (
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
    walker.nextNode();
  ) {
    walker.currentNode.textContent = ''; // lit's marks of where its parts are
  }
  return new XMLSerializer().serializeToString(copy).replaceAll('<!---->', '');
}

const SHARPNESS = 3; // pixels of the picture for one of the figure: fit for print

/** The same as a picture. */
export async function pngFile(figure: SVGSVGElement): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svgFile(figure)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = figure.viewBox.baseVal.width * SHARPNESS;
    canvas.height = figure.viewBox.baseVal.height * SHARPNESS;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('no picture'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
