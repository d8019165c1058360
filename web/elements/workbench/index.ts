/** The page's own elements; the modes' panels are loaded when they are first shown. */
export { KlTheme } from './kl-theme.ts';
export { KlWorkbench } from './kl-workbench.ts';
export { remember } from './remember.ts';
