import { css } from 'lit';

/** A row of tabs; the colours are those of the shadow tree that it stands in. */
export const tabStyles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
    margin-block-end: 0.75rem;
  }
  .tabs button {
    min-block-size: 2.25rem;
    padding: 0.25rem 0.85rem;
    border: 1px solid transparent;
    border-radius: 999px;
    background: none;
    font-size: 0.9375rem;
  }
  @media (max-width: 40rem) {
    .tabs {
      flex-wrap: nowrap;
      margin-inline: -0.25rem;
      padding: 0.25rem 1.5rem 0.25rem 0.25rem;
      overflow-x: auto;
      mask-image: linear-gradient(to left, transparent, black 1.75rem); /* there is more */
      scrollbar-width: none;
    }
    .tabs button {
      flex: none;
      padding-inline: 0.7rem;
    }
  }
  .tabs button:hover {
    background: var(--hover);
  }
  .tabs button[aria-selected='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }

  @media (forced-colors: active) {
    .tabs button[aria-selected='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
