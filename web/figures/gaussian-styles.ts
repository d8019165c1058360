import { css } from 'lit';

/** For those who place figures of normal distributions, beside `figureStyles`. */
export const gaussianFigureStyles = css`
  .now {
    fill: var(--ink);
    stroke: light-dark(#ffffff, #14171c);
    stroke-width: 1.5;
  }
  .cells.p,
  .cells.q,
  .cells.gain {
    fill: var(--ink);
  }
  .map {
    fill: none;
    stroke: light-dark(#d9dce1, #353a44);
  }
  .figure text.p,
  .figure text.q {
    fill: var(--ink);
    font-weight: 600;
  }
  .contour {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2;
  }
  .contour.far {
    stroke-width: 1.25;
    opacity: 0.75;
  }
  .contour.q {
    stroke-dasharray: 6 3;
  }
`;
