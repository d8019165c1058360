import { css } from 'lit';

/** On paper: inputs as text, results, figures, and nothing to press. */
export const printStyles = css`
  @media print {
    button,
    input[type='range'],
    input[type='radio'],
    .handle,
    .presets,
    details:not([open]),
    .options label:not(:has(:checked)) {
      display: none;
    }
    .choice .options,
    .choice .options label:has(:checked) {
      border: 0;
    }
    .options input:checked + span {
      padding: 0;
      background: none;
      color: inherit;
      font-weight: 600;
    }
    textarea,
    select,
    input:not([type]) {
      padding: 0;
      border: 0;
      background: none;
      appearance: none;
      resize: none;
    }
    textarea {
      min-block-size: 0;
      max-block-size: none;
    }
    .figures {
      min-block-size: 0;
    }
    .explanation {
      content-visibility: visible;
    }
    .figure,
    .measures {
      break-inside: avoid;
    }
  }
`;
