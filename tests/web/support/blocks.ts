// The blocks of code in README and the guides, by the reader of Markdown that makes the site of them.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

interface Token {
  type: string;
  info: string;
  content: string;
  map: [number, number] | null;
}

type Parser = new (options: { html: boolean }) => { parse(text: string, env: object): Token[] };

const MarkdownIt: Parser = createRequire(resolve('docs/package.json'))('markdown-it');

export interface Block {
  /** README.md:12 */
  place: string;
  file: string;
  language: string;
  text: string;
  /** The file that it is a part of, as the comment above it says. */
  from: string | undefined;
}

export const guides: readonly string[] = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);

/** Everything that is written for users in Markdown. */
export const documents: readonly string[] = ['README.md', 'CHANGELOG.md', ...guides];

const SOURCE = /^<!-- from (\S+) -->\s*$/;

export function blocksOf(file: string, markdown = readFileSync(file, 'utf8')): Block[] {
  const tokens = new MarkdownIt({ html: true }).parse(markdown, {});
  return tokens.flatMap((token, i) => {
    if (token.type !== 'fence' && token.type !== 'code_block') return [];
    const before = tokens[i - 1];
    return [
      {
        place: `${file}:${(token.map?.[0] ?? 0) + 1}`,
        file,
        // What is only set in by four spaces says of no language.
        language: token.type === 'fence' ? token.info.trim() : '',
        text: token.content,
        from: before?.type === 'html_block' ? SOURCE.exec(before.content)?.[1] : undefined,
      },
    ];
  });
}

export const blocks: readonly Block[] = documents.flatMap((file) => blocksOf(file));

/** How many live figures the text of a guide has, beside those in its code. */
export function figuresIn(file: string): number {
  const tokens = new MarkdownIt({ html: true }).parse(readFileSync(file, 'utf8'), {});
  return tokens
    .filter(({ type }) => type === 'html_block')
    .flatMap(({ content }) => content.match(/<kl-divergence\b/g) ?? []).length;
}
