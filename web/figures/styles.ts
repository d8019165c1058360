import { css } from 'lit';

/**
 * How the figures look. The elements that place them bring it into their shadow root and may set
 * --kl-p, --kl-q and --kl-accent; P and Q differ by pattern as well as by colour.
 */
export const figureStyles = css`
  .figure {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
    --p: var(--kl-p, light-dark(#1d5fae, #7db4ff));
    --q: var(--kl-q, light-dark(#b4500a, #ffb06b));
    --gain: var(--kl-accent, light-dark(#6a3fa0, #c3a1f5));
    --loss: light-dark(#5d6470, #a5adba);
  }
  .figure text {
    fill: light-dark(#4f5663, #b3bac6);
    font: 12px/1 var(--kl-font, system-ui, sans-serif);
    font-variant-numeric: tabular-nums;
  }
  .figure .title {
    fill: light-dark(#2a303a, #dde1e8);
    font-weight: 600;
  }
  .figure .value {
    fill: light-dark(#2a303a, #dde1e8);
  }
  .figure .endless {
    font-size: 18px;
  }
  .grid {
    stroke: light-dark(#e4e6ea, #2f343d);
  }
  .zero {
    stroke: light-dark(#8a919d, #7b8290);
  }
  .p {
    --ink: var(--p);
  }
  .q {
    --ink: var(--q);
  }
  .gain {
    --ink: var(--gain);
  }
  .loss {
    --ink: var(--loss);
  }
  .mark {
    stroke: var(--ink);
    stroke-width: 1.25;
  }
  .mark.p,
  .mark.gain {
    fill: var(--ink);
  }
  .under.p {
    fill: var(--ink);
    opacity: 0.28;
  }
  .under.q {
    opacity: 0.55;
  }
  .curve {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .curve.q {
    stroke-dasharray: 6 3;
  }
  .dots {
    fill: var(--ink);
  }
  .crosses {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .wash {
    fill: var(--ink);
    opacity: 0.16;
  }
  .hatch {
    stroke: var(--ink);
    stroke-width: 3;
  }
  .handle {
    cursor: grab;
    outline: none;
    display: block; /* browsers have no touch-action for what is inline, as a part of a figure is */
    touch-action: none; /* a finger on it moves it, beside it the page */
  }
  .handle:active {
    cursor: grabbing;
  }
  .handle.along-x {
    cursor: ew-resize;
  }
  .handle.along-y {
    cursor: ns-resize;
  }
  .handle .target {
    fill: transparent;
  }
  .handle .knob {
    fill: light-dark(#ffffff, #14171c);
    stroke: var(--ink);
    stroke-width: 2.5;
  }
  .handle:hover .knob,
  .handle:focus-visible .knob {
    fill: var(--ink);
  }
  .handle:focus-visible {
    outline: none; /* the ring of its target shows it */
  }
  .handle:focus-visible .target {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .marker {
    fill: light-dark(#2a303a, #dde1e8);
  }
`;
