import { css } from 'lit';

/**
 * How a panel looks. Colours, these and those of colours.ts, follow the color-scheme of the page around it; every text keeps a
 * contrast of 4.5 in both, also when dimmed. Widths are those of the panel, not of the window, so
 * that it fits a column of an article.
 */
export const panelStyles = css`
  :host {
    --well: light-dark(#ffffff, #14171c);
    --error: light-dark(#b3151f, #ff9a94);
    --of-p: var(--kl-p, light-dark(#1d5fae, #7db4ff));
    --of-q: var(--kl-q, light-dark(#b4500a, #ffb06b));
    display: block;
    container-type: inline-size;
    color: var(--ink);
    font: 1rem/1.45 var(--kl-font, system-ui, sans-serif);
  }
  :host([hidden]) {
    display: none;
  }
  p,
  dl,
  dd {
    margin: 0;
  }

  .panel {
    display: grid;
    gap: 1.5rem 2.5rem;
    grid-template: 'choices' 'inputs' 'answer' 'figures' 'further' 'explanation' / minmax(0, 1fr);
  }
  .choices {
    grid-area: choices;
  }
  .inputs {
    grid-area: inputs;
    display: grid;
    gap: 1.1rem;
    align-content: start;
  }
  .answer {
    grid-area: answer;
  }
  .explanation {
    grid-area: explanation;
    display: grid;
    grid-template-columns: minmax(0, 1fr); /* what is wider scrolls in its own place */
    gap: 1rem;
    min-inline-size: 0;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 30rem;
    overflow-clip-margin: 0.75rem; /* outlines and shadows reach out */
  }
  .figures {
    grid-area: figures;
    display: grid;
    gap: 1.25rem;
    align-content: start;
    min-inline-size: 0;
    min-block-size: 27rem; /* of the figures, so that the page does not jump when they come */
  }
  :host([hides~='inputs']) .choices,
  :host([hides~='inputs']) .inputs,
  :host([hides~='result']) .answer,
  :host([hides~='figure']) .figures,
  :host([hides~='measures']) .further,
  :host([hides~='explanation']) .explanation > :not(.codes),
  :host([hides~='code']) .codes,
  .readonly .handle {
    display: none;
  }
  :host([hides~='inputs']) .panel {
    grid-template: 'answer' 'figures' 'further' 'explanation' / minmax(0, 1fr);
  }
  @container (min-width: 46rem) {
    .panel {
      grid-template:
        'choices choices' auto
        'inputs answer' auto
        'inputs figures' auto
        'further figures' 1fr
        'explanation explanation' auto
        / minmax(0, 5fr) minmax(0, 7fr);
    }
  }
`;
