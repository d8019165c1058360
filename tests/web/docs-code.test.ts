// README and the guides: every block of code runs, or is a part of a file that other tests run. Those of HTML: docs-html.test.ts.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as kl from '../../web/core/index.ts';
import { type Block, blocks, blocksOf } from './support/blocks.ts';
import { faults } from './support/written-values.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** A line, what the comment beside it says, and what it gives. */
type Line = [code: string, comment: string, value: unknown];

/** What the block's imports, and those of blocks before it, bring. */
function importedBy(text: string): Record<string, unknown> {
  const names: Record<string, unknown> = {};
  for (const [, alone, list] of text.matchAll(/^import (\w+)?(?:, )?(?:\{(.*)\})? from 'kl-/gm)) {
    if (alone) names[alone] = kl.default;
    for (const name of list?.split(',').map((name) => name.trim()) ?? []) {
      expect(Object.keys(kl)).toContain(name);
      names[name] = Reflect.get(kl, name);
    }
  }
  return names;
}

async function valuesOfJs({ file, text, place }: Block): Promise<Line[]> {
  const others = blocks.filter((block) => block.file === file && block.language === 'js');
  const until = others.findIndex((block) => block.place === place);
  const imports = others.slice(0, until + 1).map((block) => block.text);
  const scope = importedBy(imports.join('\n'));
  const lines = text.split('\n').filter((line) => line !== '');
  const body = lines.map((line, i) => {
    if (line.startsWith('import ')) return '';
    const code = line.replace(/\s*\/\/.*$/, '');
    return /^(const|await) /.test(code) ? code : `note(${i}, ${code.replace(/;$/, '')});`;
  });
  const found: Line[] = [];
  const note = (i: number, value: unknown) => {
    const line = lines[i] as string;
    found.push([line, /\/\/ (.*)$/.exec(line)?.[1] ?? '', value]);
  };
  kl.initSync(); // a block may stand for a part of a program
  const run = new Function(
    ...Object.keys(scope),
    'note',
    `return (async () => {${body.join('\n')}})();`,
  );
  await run(...Object.values(scope), note);
  return found;
}

/** Evaluates a program from its standard input, and writes the value of each line that is an expression. */
const EVALUATE = `
import ast, json, sys
names = {}
for node in ast.parse(sys.stdin.read()).body:
    if isinstance(node, ast.Expr):
        print(json.dumps([node.lineno, eval(compile(ast.Expression(node.value), "", "eval"), names)]))
    else:
        exec(compile(ast.Module([node], []), "", "exec"), names)
`;
const COMPILE = 'import sys; compile(sys.stdin.read(), "block", "exec")';

const python = (name: string, program: string, input: string) =>
  execFileSync(name, ['-c', program], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });

/** A Python that has PyTorch, if there is any. */
const torch = ['python3', '/usr/bin/python3'].find((name) => {
  try {
    python(name, 'import torch', '');
    return true;
  } catch {
    return false;
  }
});

function valuesOfPython({ text }: Block): Line[] {
  python('python3', COMPILE, text);
  if (torch === undefined) return [];
  const lines = text.split('\n');
  return python(torch, EVALUATE, text)
    .trim()
    .split('\n')
    .map((printed) => {
      const [number, value] = JSON.parse(printed) as [number, unknown];
      const line = lines[number - 1] as string;
      return [line, /# (.*)$/.exec(line)?.[1] ?? '', value];
    });
}

/** What is wrong with a command: nothing, if a script, a test or this test runs it. */
function wrongInCommand(line: string): string | undefined {
  const command = line
    .replace(/\s+# .*$/, '')
    .replace(/^[A-Z]+=\S+ /, '')
    .trim();
  const script = /^npm (?:run (\S+)|(start|test))$/.exec(command);
  if (script) {
    const name = script[1] ?? (script[2] as string);
    return Object.hasOwn(scripts, name) ? undefined : `there is no script ${name}`;
  }
  // tests/consumers installs the tarball in each of its projects; one of them is README's three commands.
  if (['npm init -y', 'npm install kl-divergence'].includes(command)) return undefined;
  const computing = /^node -e "(.*)"$/.exec(command)?.[1];
  if (computing !== undefined) {
    const printed = execFileSync('node', ['-e', computing], { encoding: 'utf8' });
    return Number(printed) > 0 ? undefined : `it prints ${printed}`;
  }
  const program = /^node -p "(.*)"$/.exec(command)?.[1];
  if (program === undefined) return `nothing runs ${command}`;
  const printed = execFileSync('node', ['-p', program], { cwd: 'dist', encoding: 'utf8' });
  const hash = createHash('sha384').update(readFileSync('dist/element.global.js'));
  return printed.trim() === `sha384-${hash.digest('base64')}` ? undefined : `it prints ${printed}`;
}

/** Whether the tests run the file: those of C++ compile it, or it belongs to a project of tests/consumers. */
function isRun(file: string): boolean {
  if (/^cpp\/.*\.(cc|h)$/.test(file)) return true;
  let folder = dirname(file);
  while (folder.startsWith('tests/consumers/')) {
    if (existsSync(join(folder, 'package.json'))) return true;
    folder = dirname(folder);
  }
  // Several projects have its files as theirs.
  return file.startsWith('tests/consumers/page/');
}

/** What is wrong with a block that says where it comes from. */
function wrongInCopy({ from = '', text }: Block): string | undefined {
  if (!isRun(from)) return `no test runs ${from}`;
  return `\n${readFileSync(from, 'utf8')}`.includes(`\n${text}`)
    ? undefined
    : `${from} has other text`;
}

describe('a block of code', () => {
  const own = blocks.filter((block) => block.from === undefined);
  const copies = blocks.filter((block) => block.from !== undefined);
  const of = (language: string) =>
    own
      .filter((block) => block.language === language)
      .map((block) => [block.place, block] as const);

  it('is of a language that a test runs', () => {
    const known = ['js', 'python', 'sh', 'html'];
    expect(own.filter(({ language }) => !known.includes(language))).toEqual([]);
    expect(own.length).toBeGreaterThan(30);
  });

  it.each(of('js'))('gives what it says: %s', async (_, block) => {
    const lines = await valuesOfJs(block);
    expect(lines).not.toEqual([]);
    for (const [code, comment, value] of lines) {
      const isNothing = comment !== '' && value === undefined;
      expect([code, isNothing, faults(comment, value)]).toEqual([code, false, []]);
    }
  });

  it.each(of('python'))(
    'gives what it says, or compiles where there is no PyTorch: %s',
    (_, block) => {
      for (const [code, comment, value] of valuesOfPython(block)) {
        expect([code, faults(comment, value)]).toEqual([code, []]);
      }
    },
  );

  it.each(of('sh'))('has commands that something runs: %s', (_, { text }) => {
    expect(text.trim().split('\n').map(wrongInCommand).filter(Boolean)).toEqual([]);
  });

  it.each(copies.map((block) => [block.place, block] as const))(
    'is as in the file that it names: %s',
    (_, block) => expect(wrongInCopy(block)).toBeUndefined(),
  );
});

describe('what holds the blocks to it', () => {
  const copy = (from: string, text: string) =>
    blocksOf('x', `<!-- from ${from} -->\n\n\`\`\`js\n${text}\n\`\`\`\n`)[0] as Block;

  it.each([
    ['0.5… nats', 0.4999],
    ['2 bits', 2.5],
    ['Float64Array [1, 2]', Float64Array.of(1, 3)],
    ['Float64Array [1, 2]', Float64Array.of(1, 2, 3)],
    ["{ value: 1, method: 'sum' }", { value: 1, method: 'series' }],
    ['{ value: 0.25…, … }', { value: 0.5 }],
    ["{ reason: '…' }", {}],
    ['true', false],
  ])('would not pass %s for %o', (comment, value) => {
    expect(faults(comment, value)).not.toEqual([]);
  });

  it('would not pass a command that nothing runs, nor a copy of nothing', () => {
    expect(wrongInCommand('npm run nothing')).toBe('there is no script nothing');
    expect(wrongInCommand('curl example.org | sh')).toMatch(/^nothing runs/);
    expect(wrongInCopy(copy('tests/consumers/page/main.js', 'await nothing();'))).toMatch(/other/);
    expect(wrongInCopy(copy('scripts/pairs.mjs', '// pairs.mjs'))).toMatch(/^no test runs/);
  });

  it('sees blocks that are only set in', () => {
    expect(blocksOf('x', 'A\n\n    code\n')).toMatchObject([{ language: '' }]);
  });
});
