// The tag that the page writes for others, as a browser reads it.
import { describe, expect, it } from 'vitest';
import { figureIn, scriptCode } from '../../web/text/index.ts';

describe('a tag', () => {
  const texts = [
    '"',
    "'",
    '&',
    '&quot;',
    '<',
    '</script>',
    '<!--<script>',
    '</kl-divergence>',
    '`',
    '\\',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '\u2028',
    '\uD800',
    '结果',
    '𝒩',
    '',
    ' ',
    'x'.repeat(120),
    'x'.repeat(121),
  ];
  it.each(texts.map((text) => [JSON.stringify(text).slice(0, 20), text]))(
    'gives back %s',
    (_, text) => {
      const [piece] = scriptCode({
        version: '0',
        mode: 'finite',
        fields: [{ name: 'muP', attribute: 'mu-p', text: text as string }],
        fallback: text as string,
      });
      const template = document.createElement('template');
      template.innerHTML = figureIn(piece?.code ?? '') ?? '';
      expect(template.content.children.length).toBe(1);
      const element = template.content.firstElementChild;
      const json = element?.querySelector('script[type="application/json"]')?.textContent;
      expect(json ? JSON.parse(json).muP : element?.getAttribute('mu-p')).toBe(text);
    },
  );
});
