import { css } from 'lit';

/** The colours of text, lines and focus, for whatever has a shadow tree of its own. */
export const colours = css`
  :host {
    --ink: light-dark(#1d222b, #e6e9ee);
    --quiet: light-dark(#575e6a, #a9b0bc);
    --rule: light-dark(#d9dce1, #353a44);
    --hover: light-dark(#eef1f5, #262b34);
    --focus: light-dark(#1d5fae, #7db4ff);
  }
`;
