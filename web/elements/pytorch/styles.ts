import { css } from 'lit';

/** The calls: a table, and where there is no room for one, cards. Colours are those of panel-styles.ts. */
export const torchStyles = css`
  :host {
    --right: light-dark(#1b6e3f, #7fd8a4);
  }
  .figures {
    min-block-size: 0;
  }
  .further {
    align-content: start;
  }
  @container (min-width: 46rem) {
    .panel {
      grid-template:
        'choices choices' auto
        'inputs answer' auto
        'inputs further' 1fr
        'figures figures' auto
        'explanation explanation' auto
        / minmax(0, 5fr) minmax(0, 7fr);
    }
  }
  .calls {
    display: grid;
    gap: 1.75rem;
  }
  .calls section {
    content-visibility: auto; /* at a key in the fields nothing below the window is laid out or painted */
    contain-intrinsic-block-size: auto 40rem;
    overflow-clip-margin: 0.75rem;
  }
  @media print {
    .calls section {
      content-visibility: visible;
    }
  }
  .calls h3 {
    margin-block-end: 0.25rem;
    font-size: 1rem;
  }
  .calls table {
    table-layout: fixed;
  }
  .calls th,
  .calls td {
    padding: 0.6rem 0.75rem 0.6rem 0;
    vertical-align: top;
    text-align: start;
    font-size: 0.875rem;
  }
  .calls thead th {
    padding-block: 0.25rem;
    font-size: 0.8125rem;
  }
  .calls .returns {
    inline-size: 11rem;
  }
  .calls .verdict {
    inline-size: 12.5rem;
    padding-inline-end: 0;
  }
  .calls tr[aria-current] > * {
    background: var(--hover);
    box-shadow:
      -0.5rem 0 var(--hover),
      0.5rem 0 var(--hover);
  }
  .calls .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.1rem 0.75rem;
    align-items: start;
  }
  .calls .line button {
    grid-area: 1 / 2 / 3;
  }
  .calls code {
    font: 0.8125rem/1.45 ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
    overflow-wrap: anywhere;
  }
  .calls button {
    min-block-size: 1.6rem;
    margin-block: -0.2rem;
    padding: 0 0.5rem;
    font-size: 0.75rem;
    color: var(--quiet);
  }
  .calls p {
    color: var(--quiet);
    font-size: 0.8125rem;
    text-wrap: pretty;
  }
  .calls .number {
    font-variant-numeric: tabular-nums lining-nums;
    overflow-wrap: anywhere;
  }
  .badge {
    display: inline-flex;
    gap: 0.35em;
    font-weight: 600;
  }
  .badge::before {
    content: '✗';
    font-weight: 400;
  }
  .badge.right {
    color: var(--right);
  }
  .badge.right::before {
    content: '✓';
  }
  .badge.other {
    color: var(--quiet);
  }
  .badge.other::before {
    content: '≠';
  }
  .badge.reverse {
    color: var(--of-q);
  }
  .badge.reverse::before {
    content: '⇄';
  }
  .badge.wrong {
    color: var(--error);
  }
  /* One property of one element: of colours, every row would be styled anew. Without hue all texts keep a contrast of 4.5. */
  .stale .calls {
    filter: grayscale(1) opacity(0.87);
  }
  @container (max-width: 46rem) {
    .calls thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .calls table,
    .calls tbody {
      display: block;
    }
    .calls tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 0.75rem;
      padding-block: 0.6rem;
      border-block-end: 1px solid var(--rule);
    }
    .calls tr[aria-current] {
      background: var(--hover);
      box-shadow:
        -0.5rem 0 var(--hover),
        0.5rem 0 var(--hover);
    }
    .calls tr[aria-current] > * {
      box-shadow: none;
    }
    .calls tr > * {
      inline-size: auto;
      padding: 0;
      border: 0;
    }
    .calls tr > th {
      grid-column: 1 / -1;
    }
    .calls .line button {
      grid-row: 1;
    }
    .calls .line p {
      grid-column: 1 / -1;
    }
    .calls tr > .returns,
    .calls tr > .verdict {
      inline-size: auto;
      padding-block-start: 0.35rem;
    }
    .calls tr > .verdict {
      text-align: end;
    }
  }
`;
