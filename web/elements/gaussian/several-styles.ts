import { css } from 'lit';

/** Colours are those of panel-styles.ts. */
export const severalStyles = css`
  .several {
    display: grid;
    gap: 0.6rem;
  }
  .several > legend {
    margin-block-end: 0.3rem;
    font-weight: 650;
    font-size: 1.125rem;
  }
  .several.p > legend {
    color: var(--of-p);
  }
  .several.q > legend {
    color: var(--of-q);
  }
  .several .caption label {
    font-size: 0.9375rem;
    font-weight: 500;
  }
  .several textarea {
    min-block-size: 2.5rem;
    max-block-size: 14rem;
    font-size: 0.9375rem;
  }
  .derivations {
    grid-template-columns: minmax(0, 1fr);
  }
  .mends {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
`;
