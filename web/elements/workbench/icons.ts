import { html, type TemplateResult } from 'lit';

/** Line icons in the colour of the text around them, for buttons whose label says the same. */
const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d=${path}></path></svg>`;

export const ICONS = {
  swap: icon('M3 7h13l-3.5-3.5M17 13H4l3.5 3.5'),
  undo: icon('M7.5 4 4 7.5 7.5 11M4 7.5h7.5a4.25 4.25 0 0 1 0 8.5H8'),
  redo: icon('M12.5 4 16 7.5 12.5 11M16 7.5H8.5a4.25 4.25 0 0 0 0 8.5H12'),
  reset: icon('M4.5 4v4h4M4.8 8a6 6 0 1 1-.6 3.5'),
  link: icon(
    'M8.5 11.5l3-3M9 6l1.5-1.5a3.5 3.5 0 0 1 5 5L14 11M11 14l-1.5 1.5a3.5 3.5 0 0 1-5-5L6 9',
  ),
  embed: icon('M7 5.5 2.5 10 7 14.5M13 5.5l4.5 4.5-4.5 4.5M11.3 4 8.7 16'),
  save: icon('M10 3v9.5M6 9l4 4 4-4M4 16.5h12'),
  close: icon('M5 5l10 10M15 5 5 15'),
  print: icon('M6 7V3.5h8V7M6 14H3.5V7h13v7H14M6 11.5h8v5H6z'),
};
