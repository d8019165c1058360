/** All that the page says, in every language. Pure: words and how they are put together. */
export { LANGS, type Lang, langOf, type Words, words } from './lang.ts';
export { panelWords } from './panel.ts';
