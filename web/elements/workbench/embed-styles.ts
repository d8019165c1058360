import { css } from 'lit';

/** The dialog: code and choices beside what they make; one below the other where there is little room. */
export const embedStyles = css`
  :host {
    --paper: light-dark(#ffffff, #191d24);
    --well: light-dark(#ffffff, #14171c);
    --desk: light-dark(#f7f7f5, #101318);
    color: var(--ink);
    font-size: 1rem;
    line-height: 1.45;
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  pre:focus-visible,
  .preview:focus-visible {
    outline-offset: -2.5px; /* what scrolls, or stands in it, is cut off at its edge */
  }

  dialog {
    inline-size: min(80rem, 100vw - 2rem);
    max-inline-size: none;
    block-size: fit-content;
    max-block-size: calc(100dvh - 2rem);
    padding: 0;
    border: 1px solid var(--rule);
    border-radius: 0.9rem;
    background: var(--paper);
    color: inherit;
    box-shadow: 0 1.5rem 4rem light-dark(rgb(20 30 50 / 28%), rgb(0 0 0 / 60%));
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: light-dark(rgb(29 34 43 / 38%), rgb(0 0 0 / 62%));
  }
  .box {
    padding: clamp(0.9rem, 2.5vw, 1.75rem);
  }
  header {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 1rem;
    margin-block-end: 0.9rem;
  }
  h2 {
    font-family: var(--serif, inherit); /* that of the page's headings */
    font-size: clamp(1.25rem, 1.1rem + 0.8vw, 1.5rem);
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  .close {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    margin: -0.25rem -0.35rem 0 0;
    padding: 0;
    border-color: transparent;
  }
  .icon {
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
  }
  .tabs button {
    color: inherit;
    cursor: pointer;
  }

  .way,
  .making,
  .codes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.1rem;
    align-content: start;
  }
  .way {
    gap: 1.5rem;
  }

  .preview h3 {
    font-size: 1rem;
  }
  .stage {
    margin-block-start: 0.75rem;
    padding: clamp(0.75rem, 2vw, 1.5rem);
    border: 1px solid var(--rule);
    border-radius: 0.6rem;
    background: var(--paper);
    color: var(--ink);
  }
  [data-theme='light'] .stage {
    color-scheme: light;
  }
  [data-theme='dark'] .stage {
    color-scheme: dark;
  }
  iframe {
    display: block;
  }

  @media (min-width: 62rem) and (min-height: 30rem) {
    /* Each scrolls by itself, so that the code stays beside what it makes. */
    dialog {
      overflow: hidden;
    }
    dialog[open],
    .box {
      display: flex;
      flex-direction: column;
      min-block-size: 0;
    }
    dialog[open] {
      block-size: calc(100dvh - 2rem);
    }
    .box {
      flex: 1;
      padding-block-end: 0;
    }
    .way {
      flex: 1;
      grid-template: minmax(0, 1fr) / minmax(0, 5fr) minmax(0, 7fr);
      gap: 2rem;
      min-block-size: 0;
    }
    .making,
    .preview {
      padding: 0.25rem 0.25rem 1.5rem; /* outlines reach out */
      margin-inline: -0.25rem;
      overflow-y: auto;
      scrollbar-width: thin;
      scrollbar-color: var(--rule) transparent;
    }
  }
  @media (max-width: 40rem) {
    dialog {
      inline-size: calc(100vw - 1rem);
      max-block-size: calc(100dvh - 1rem);
    }
    .stage {
      margin-inline: -0.25rem;
    }
  }
  @media print {
    dialog {
      display: none;
    }
  }
`;
