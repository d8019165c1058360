import { css } from 'lit';

/** The sheet that the modes stand on, and the tabs over it. */
export const workbenchStyles = css`
  :host {
    --paper: light-dark(#ffffff, #191d24);
    display: block;
    color: var(--ink);
  }
  [hidden] {
    display: none;
  }
  button,
  summary {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }

  .sheet {
    min-block-size: 40rem; /* of a mode, so that what stands below does not jump when it comes */
    padding: clamp(0.9rem, 2.5vw, 1.75rem);
    border: 1px solid var(--rule);
    border-radius: 0.9rem;
    background: var(--paper);
  }
  .notice:not(:empty) {
    margin-block-end: 1.1rem;
    padding: 0.6rem 0.9rem;
    border-inline-start: 4px solid light-dark(#b4500a, #ffb06b);
    background: var(--hover);
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  .loading {
    color: var(--quiet);
  }
  .again {
    min-block-size: 2rem;
    padding: 0.2rem 0.9rem;
    border: 1px solid var(--rule);
    border-radius: 999px;
    background: none;
  }
`;

/** The tools at the head of the sheet. */
export const barStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin: -0.35rem -0.5rem 1.1rem;
    padding-block-end: 0.6rem;
    border-block-end: 1px solid var(--rule);
    font-size: 0.875rem;
  }
  .gap {
    flex: 1;
  }
  .tool {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-block-size: 2.25rem;
    padding: 0.2rem 0.55rem;
    border: 0;
    border-radius: 0.5rem;
    background: none;
    list-style: none;
  }
  .tool::-webkit-details-marker {
    display: none;
  }
  .tool:hover,
  .menu[open] .tool {
    background: var(--hover);
  }
  .tool[aria-disabled='true'] {
    background: none;
    color: light-dark(#6b7280, #8d95a2);
    cursor: default;
  }
  .tool[aria-disabled='true'] .icon {
    opacity: 0.55;
  }
  .icon {
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .menu {
    position: relative;
  }
  .menu ul {
    position: absolute;
    inset-block-start: calc(100% + 0.35rem);
    inset-inline-end: 0;
    z-index: 2;
    inline-size: max-content;
    max-inline-size: min(24rem, 88vw);
    margin: 0;
    padding: 0.5rem 0.9rem;
    border: 1px solid var(--rule);
    border-radius: 0.7rem;
    background: var(--paper);
    box-shadow: 0 0.6rem 1.6rem light-dark(rgb(20 30 50 / 16%), rgb(0 0 0 / 50%));
    list-style: none;
  }
  .menu li {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    padding-block: 0.2rem;
  }
  .menu li > span {
    flex: 1;
    margin-inline-end: 1rem;
  }
  .menu li button {
    min-block-size: 2rem;
    min-inline-size: 3.4rem;
    padding: 0.1rem 0.6rem;
    border: 1px solid var(--rule);
    border-radius: 999px;
    background: none;
    font-size: 0.8125rem;
  }
  .menu li button:hover {
    background: var(--hover);
  }

  /* Where there is little room, icons stand for themselves: first those that everybody knows, then all. */
  @media (max-width: 60rem) {
    .tool:is(.undo, .redo, .reset, .print) span {
      max-inline-size: 0;
      margin-inline-start: -0.4rem;
      overflow: hidden;
      white-space: nowrap;
    }
  }
  @media (max-width: 48rem) {
    .tool:not(.copied) span {
      max-inline-size: 0;
      margin-inline-start: -0.4rem;
      overflow: hidden;
      white-space: nowrap;
    }
  }
  @media (max-width: 30rem) {
    .toolbar {
      gap: 0.1rem;
    }
    .tool {
      padding-inline: 0.4rem;
    }
    .menu ul {
      inset-inline-end: -2.25rem;
    }
  }
`;

/** On paper: the mode's name and what is in it. */
export const paperStyles = css`
  @media print {
    .toolbar,
    .notice,
    .tabs button[aria-selected='false'] {
      display: none;
    }
    .tabs button[aria-selected='true'] {
      padding: 0;
      border: 0;
      background: none;
      color: var(--ink);
      font-size: 1.25rem;
      font-weight: 600;
    }
    .sheet {
      min-block-size: 0;
      padding: 0;
      border: 0;
    }
  }
`;
