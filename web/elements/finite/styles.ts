import { css } from 'lit';

/** What only this panel has. Colours are those of colours.ts. */
export const finiteStyles = css`
  .receives {
    outline: 2.5px dashed var(--focus);
    outline-offset: 2px;
  }
  .mends {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem;
    font-size: 0.875rem;
  }
  .lacking,
  .mended {
    color: var(--quiet);
    font-size: 0.875rem;
    text-wrap: pretty;
  }
  .explanation {
    grid-template-columns: minmax(0, 1fr); /* a wide table scrolls, not the page */
  }
  .sums {
    display: grid;
    gap: 0.6rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--rule);
  }
  .directions {
    display: grid;
    gap: 0.75rem 2.5rem;
  }
  @container (min-width: 46rem) {
    .directions {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .sum {
    display: grid;
    gap: 0.35rem;
    align-content: start;
    padding-inline-start: 0.8rem;
    border-inline-start: 3px solid var(--of-p);
    font-size: 1.0625rem;
    line-height: 1.9;
  }
  .sum.reverse {
    border-inline-start-color: var(--of-q);
    border-inline-start-style: dashed;
  }
  .sum .fractions {
    line-height: 2.8;
  }
  .sum .unit {
    color: var(--quiet);
    font-size: 0.9rem;
  }
  math {
    font-family: 'STIX Two Math', 'Cambria Math', 'Latin Modern Math', 'DejaVu Math TeX Gyre', math;
  }
  .lit {
    border-radius: 0.25rem;
    background: light-dark(#1d222b14, #e6e9ee1f);
  }
  .remark {
    max-inline-size: 46rem;
    color: var(--quiet);
    font-size: 0.9375rem;
    text-wrap: pretty;
  }
  tfoot th,
  tfoot td {
    border-block-start: 1px solid var(--quiet);
    border-block-end: 0;
    font-weight: 600;
  }
  tbody tr:hover {
    background: var(--hover);
  }
  tbody tr:focus-visible {
    outline-offset: -2px;
  }
`;
