import { css } from 'lit';

/** The numbers, how they are dimmed, and the table. Colours are those of panel-styles.ts. */
export const resultStyles = css`
  .results {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr));
    gap: 1rem 0.75rem;
  }
  .result label {
    display: block;
    font-size: 0.95rem;
    font-weight: 600;
  }
  output {
    display: block;
    min-block-size: 1.4em;
    font-size: 1.3rem;
    line-height: 1.4;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums lining-nums;
  }
  output .unit {
    color: var(--quiet);
    font-size: 0.9rem;
    letter-spacing: 0;
  }
  .note,
  .staleness {
    color: var(--quiet);
    font-size: 0.8125rem;
    text-wrap: pretty;
  }
  .staleness:not(:empty) {
    margin-block-start: 0.5rem;
  }
  .further {
    grid-area: further;
    display: grid;
    gap: 0.75rem;
    align-content: start;
  }
  .meaning {
    font-size: 0.9375rem;
  }
  h3,
  h4 {
    margin: 0;
    font-size: 0.875rem;
    font-weight: 650;
  }
  .measures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
    gap: 0.2rem 2rem;
    align-content: start;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--rule);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .measures div {
    display: flex;
    justify-content: space-between;
    gap: 0.5rem;
  }
  .measures dt span {
    color: var(--quiet);
    font-size: 0.8125rem;
  }
  .stale output,
  .stale .further,
  .stale .measures dt span,
  .stale .result label {
    color: light-dark(#6b7280, #8d95a2);
  }
  .stale .figure {
    filter: grayscale(1);
    opacity: 0.55;
  }

  details {
    font-size: 0.875rem;
  }
  summary {
    min-block-size: 1.75rem;
    color: var(--quiet);
  }
  .scroll {
    max-block-size: 18rem;
    overflow: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.25rem 0.5rem;
    border-block-end: 1px solid var(--rule);
    text-align: end;
    font-weight: 400;
  }
  thead th {
    color: var(--quiet);
  }
`;
