import { css } from 'lit';

export const panelOfEstimates = css`
  .numbers {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.6rem 1.25rem;
  }
  .numbers .field {
    align-content: start;
  }
  .numbers label {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .estimators {
    display: grid;
    gap: 0.5rem;
    font-size: 0.9375rem;
  }
  .estimators dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
    gap: 0.5rem 2rem;
  }
  .estimators dl div {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--rule);
  }
  .estimators .chosen {
    border-color: var(--ink);
  }
  .estimators dt {
    font-weight: 650;
  }
  .behind {
    min-block-size: 1.2em;
  }
`;
