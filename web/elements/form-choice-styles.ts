import { css } from 'lit';

/** A choice among more forms than stand in one line. Colours are those of colours.ts. */
export const formChoiceStyles = css`
  .options:has([name='form']) {
    gap: 0.35rem;
    border: 0;
  }
  .options:has([name='form']) label,
  .options:has([name='form']) label + label {
    border: 1px solid var(--rule);
    border-radius: 0.5rem;
  }
`;
