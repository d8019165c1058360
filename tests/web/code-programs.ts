// Runs snippets as their users would: Python's with what is installed, JavaScript's with Node against the built package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const PYTHON = '/usr/bin/python3';

/** Executes each program of a list by itself, and writes what they printed or how they failed. */
const RUNNER = `
import contextlib, io, json, sys, warnings
warnings.simplefilter('ignore')
printed = []
for code in json.load(sys.stdin):
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(code, 'snippet', 'exec'), {'__name__': '__main__'})
        printed.append(out.getvalue())
    except Exception as error:
        printed.append('failed: ' + repr(error))
json.dump(printed, sys.stdout)
`;

/** Why the modules cannot be used here; undefined if they can. */
export function pythonLacks(...modules: string[]): string | undefined {
  if (!existsSync(PYTHON)) return `there is no ${PYTHON}`;
  const { status, stderr } = spawnSync(PYTHON, ['-c', `import ${modules.join(', ')}`], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : stderr.trim().split('\n').at(-1);
}

/** What each program prints: its numbers, or its failure as text. */
export function runPython(codes: readonly string[]): (number[] | string)[] {
  const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', RUNNER], {
    input: JSON.stringify(codes),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  const printed: string[] = JSON.parse(stdout);
  return printed.map((text) =>
    text.startsWith('failed') ? text : text.trim().split('\n').map(numberOf),
  );
}

/** As Python and Node print it. */
function numberOf(text: string): number {
  const words: Record<string, number> = { inf: Infinity, '-inf': -Infinity };
  return words[text] ?? Number(text); // nan is no number, and NaN comes of it
}

/** The programs as one module: each imports the built package, under names of its own. */
export function runJavascript(codes: readonly string[]): number[] {
  const built = pathToFileURL('dist/index.js').href;
  const programs = codes.map((code) => {
    const body = code.replace(
      "import init, { klDivergence } from 'kl-divergence';",
      `const { default: init, klDivergence } = await import('${built}');`,
    );
    return `{\n${body}\n}`;
  });
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-'], {
    input: programs.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n').map(numberOf);
}
