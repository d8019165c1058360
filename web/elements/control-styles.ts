import { css } from 'lit';

/** Buttons, choices and fields. Colours are those of panel-styles.ts. */
export const controlStyles = css`
  button,
  .options label,
  summary {
    font: inherit;
    font-size: 0.875rem;
    color: inherit;
    cursor: pointer;
  }
  button {
    min-block-size: 2rem;
    padding: 0.2rem 0.7rem;
    border: 1px solid var(--rule);
    border-radius: 999px;
    background: none;
  }
  button:hover {
    background: var(--hover);
  }
  /* One line to be scrolled where there is little room, so that the fields are not far below. */
  .presets {
    display: flex;
    gap: 0.4rem;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--rule) transparent;
  }
  .presets button {
    flex: none;
    outline-offset: -2.5px; /* what scrolls cuts off an outline around it */
  }
  @container (min-width: 46rem) {
    .presets {
      flex-wrap: wrap;
    }
  }
  [aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--hover);
  }
  .question {
    min-block-size: 1.45em;
    margin-block-start: 0.4rem;
    color: var(--quiet);
    font-size: 0.9375rem;
    text-wrap: pretty;
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.75rem;
  }
  .choice legend {
    float: inline-start; /* makes it a flex item */
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .options {
    display: flex;
    flex-wrap: wrap; /* fonts may be wide */
    border: 1px solid var(--rule);
    border-radius: 0.5rem;
  }
  .options label {
    position: relative;
    display: grid;
  }
  .options label + label {
    border-inline-start: 1px solid var(--rule);
  }
  .options input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    appearance: none;
    border-radius: 0.5rem;
    cursor: pointer;
  }
  .options span {
    padding: 0.3rem 0.8rem;
    border-radius: calc(0.5rem - 1px);
  }
  .options input:checked + span {
    background: var(--ink);
    color: var(--well);
  }
  .options input:not(:checked):hover + span {
    background: var(--hover);
  }

  @media (forced-colors: active) {
    .options input:checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  .field {
    display: grid;
    gap: 0.3rem;
  }
  .caption {
    display: flex;
    align-items: baseline;
    gap: 0.75rem;
  }
  .caption label,
  .pair legend {
    font-weight: 650;
    font-size: 1.125rem;
  }
  .caption > span {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.75rem;
    color: var(--quiet);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .field.p label,
  .pair.p legend,
  .result.forward label {
    color: var(--of-p);
  }
  .field.q label,
  .pair.q legend,
  .result.reverse label {
    color: var(--of-q);
  }
  textarea,
  input:not([type]) {
    inline-size: 100%;
    padding: 0.5rem 0.7rem;
    border: 1px solid light-dark(#878e9a, #6f7785);
    border-radius: 0.5rem;
    background: var(--well);
    color: inherit;
    font: 1rem/1.4 ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
  }
  textarea {
    resize: vertical;
    field-sizing: content;
    min-block-size: 3.9rem;
    max-block-size: 10rem;
  }
  textarea[data-short] {
    field-sizing: fixed;
    block-size: 3.9rem;
    contain: strict;
  }
  [aria-invalid='true'] {
    border-color: var(--error);
    box-shadow: inset 0 0 0 1px var(--error);
  }
  .problem {
    color: var(--error);
    font-size: 0.9rem;
    overflow-wrap: anywhere;
  }
  .mend {
    justify-self: start;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.3rem 1.25rem;
  }
  .pair label {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .pair .field {
    align-content: start;
  }
  .pair.p {
    accent-color: var(--of-p);
  }
  .pair.q {
    accent-color: var(--of-q);
  }
  input[type='range'] {
    inline-size: 100%;
    min-block-size: 1.75rem;
    margin: 0;
  }
`;
