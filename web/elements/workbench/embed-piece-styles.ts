import { css } from 'lit';

/** Pieces of code to be copied, and the choices of which they are made. Colours are those of the dialog. */
export const embedPieceStyles = css`
  .about,
  .preview > p {
    color: var(--quiet);
    font-size: 0.9375rem;
    text-wrap: pretty;
  }
  .code {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    border: 1px solid var(--rule);
    border-radius: 0.6rem;
    overflow: hidden;
  }
  .code h3 {
    padding-inline-start: 0.9rem;
    color: var(--quiet);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .code button {
    margin: 0.35rem;
    padding-inline: 0.9rem;
  }
  .code button.done {
    border-color: var(--ink);
  }
  .code pre {
    grid-column: 1 / -1;
    max-block-size: 15rem;
    margin: 0;
    padding: 0.7rem 0.9rem;
    border-block-start: 1px solid var(--rule);
    background: var(--desk);
    overflow: auto;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    font: 0.8125rem/1.55 ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
  }
  .said:empty {
    display: none;
  }

  .options-form {
    display: grid;
    gap: 0.8rem;
    padding-block-start: 1.1rem;
    border-block-start: 1px solid var(--rule);
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 1.1rem;
  }
  .checks legend,
  .choice legend {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .choice legend {
    min-inline-size: 4.6rem;
  }
  .options-form label:has([type='checkbox']) {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
    min-block-size: 1.9rem;
    font-size: 0.9375rem;
    cursor: pointer;
  }
  [type='checkbox'] {
    inline-size: 1.1rem;
    block-size: 1.1rem;
    margin: 0;
    accent-color: var(--ink);
  }
`;
