import { css } from 'lit';

/** What is the same wherever there is a shadow tree: the mark of focus, and text for those who listen. */
export const baseStyles = css`
  * {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2.5px solid var(--focus);
    outline-offset: 2px;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
