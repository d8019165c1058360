// The layers of the code and which may name which: read from every #include and every import.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Source {
  path: string; // from the root of the project, with slashes
  text: string;
}

/** C++: what a layer may include beside itself. Neither of measures and special knows of the other. */
const cppLayers: Record<string, string[]> = {
  packing: [],
  simd: [],
  kernels: ['simd'],
  special: ['simd', 'kernels'],
  measures: ['simd', 'kernels'],
  distributions: ['simd', 'kernels', 'special', 'measures'],
  divergence: ['simd', 'kernels', 'special', 'measures', 'distributions'],
  bindings: ['simd', 'kernels', 'special', 'measures', 'distributions', 'divergence'],
};

/** The web: what a folder may import beside itself. `text` and `figures` know nothing but words. */
const webLayers: Record<string, string[]> = {
  core: [],
  words: [],
  text: ['words'],
  figures: ['words'],
  peers: ['core'],
  elements: ['core', 'words', 'text', 'figures', 'peers'],
  site: ['elements'],
};

/** Their results would be those of the platform's libm, or not be the same bits everywhere, with these headers. */
const exactLayers = ['simd', 'kernels', 'special', 'distributions', 'divergence'];
const libm = /^<(cmath|math\.h|complex|valarray|random|boost\/.*|Eigen\/.*)>$/;
/** Special functions may be those of Boost, with a policy that calls no libm. */
const boostMath = /^<boost\/math\/.*>$/;

function includeFault(path: string, include: string): string | undefined {
  const layer = path.split('/').length > 2 ? (path.split('/')[1] ?? '') : undefined;
  const allowed = layer === undefined ? [] : cppLayers[layer];
  if (allowed === undefined) return 'is in no known layer';

  if (include.startsWith('<emscripten')) {
    return layer === 'bindings' ? undefined : 'names Emscripten, as bindings alone may';
  }
  if (include.startsWith('<')) {
    if (layer === undefined || !exactLayers.includes(layer) || !libm.test(include))
      return undefined;
    return layer === 'special' && boostMath.test(include) ? undefined : 'calls libm';
  }
  const target = include.slice(1, -1);
  if (target === 'result.h') {
    return layer === undefined || layer === 'simd' || layer === 'kernels'
      ? 'is below result.h'
      : undefined;
  }
  const targetLayer = target.split('/')[0] ?? '';
  if (cppLayers[targetLayer] === undefined) return 'is not a path from cpp/';
  return targetLayer === layer || allowed.includes(targetLayer) ? undefined : 'is a layer above';
}

function importFault(path: string, specifier: string): string | undefined {
  const folder = path.split('/')[1] ?? '';
  const allowed = webLayers[folder];
  if (!allowed) return 'is in no known folder';

  if (specifier.startsWith('#kl-')) {
    return folder === 'core' ? undefined : 'is the wasm, which core alone may touch';
  }
  if (!specifier.startsWith('.')) {
    if (path.endsWith('.node.ts') && specifier.startsWith('node:')) return undefined;
    return folder === 'core' ? 'is a dependency, and the module has none' : undefined;
  }
  const [top, target] = posix.join(posix.dirname(path), specifier).split('/');
  if (top !== 'web' || target === undefined) return 'leaves web/';
  return target === folder || allowed.includes(target) ? undefined : `is not for ${folder}`;
}

const includes = /^[ \t]*#[ \t]*include[ \t]*(<[^>]+>|"[^"]+")/gm;
/** `import 'x'`, `import … from 'x'`, `export … from 'x'`, and `import('x')`: a literal that follows `=` is none. */
const imports = new RegExp(
  [
    /^[ \t]*import\s*['"]([^'"]+)['"]/,
    /^[ \t]*(?:import|export)\b(?:\s*type\b)?\s*(?:[\w$]+\s*,?)?\s*(?:\*(?:\s*as\s+[\w$]+)?|\{[^}]*\})?\s*\bfrom\s*['"]([^'"]+)['"]/,
    /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/,
  ]
    .map((pattern) => pattern.source)
    .join('|'),
  'gm',
);

/** One line for each include or import that breaks the rule. */
function faults({ path, text }: Source): string[] {
  const [pattern, fault] = path.startsWith('cpp/')
    ? [includes, includeFault]
    : [imports, importFault];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const named = match.slice(1).find((group) => group !== undefined) ?? '';
    const reason = fault(path, named);
    return reason ? [`${path}: ${named} ${reason}`] : [];
  });
}

function sources(folder: string, extension: RegExp): Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extension.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative('.', path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    }));
}

describe('layers', () => {
  it.each([
    ['cpp', /\.(h|cc)$/],
    ['web', /\.(ts|js|mjs)$/],
  ])('of %s import one way', (folder, extension) => {
    const files = sources(folder, extension);
    expect(files).not.toEqual([]);
    expect(files.flatMap(faults)).toEqual([]);
  });

  it.each([
    ['cpp/kernels/phi.h', '#include "simd/f64x2.h"'],
    ['cpp/kernels/phi.cc', '#include "kernels/phi.h"\n#include <cstdint>'],
    ['cpp/measures/kl.cc', '#include "result.h"\n#include <cmath>'],
    ['cpp/special/gamma.cc', '#include <boost/math/special_functions/gamma.hpp>'],
    ['cpp/special/gamma.h', '#include "kernels/log.h"\n#include "result.h"'],
    ['cpp/distributions/gamma.cc', '#include "special/gamma.h"\n#include "measures/entropy.h"'],
    ['cpp/bindings/module.cc', '#include <emscripten/bind.h>\n#include "divergence/choose.h"'],
    ['web/core/index.ts', "import create from '#kl-glue';\nimport { a } from './a.ts';"],
    ['web/core/url.node.ts', "import { readFileSync } from 'node:fs';"],
    ['web/elements/kl.ts', "import { html } from 'lit';\nimport init from '../core/index.ts';"],
    ['web/site/main.ts', "import '../elements/kl.ts';\nimport './style.css';"],
    ['web/core/a.ts', "export type Form = 'weights' | 'counts';\nexport const names = ['a', 'b'];"],
    ['web/core/b.ts', "export interface A {\n  family: 'Normal';\n}\nexport default 'from';"],
    ['web/core/c.ts', "export function isText(x: unknown) {\n  return typeof x === 'string';\n}"],
    ['web/text/a.ts', "// import x from '../core/index.ts';\nconst s = 'from \"../core/b.ts\"';"],
  ])('allow what %s holds here', (path, text) => {
    expect(faults({ path, text })).toEqual([]);
  });

  it.each([
    ['cpp/simd/f64x2.h', '#include "kernels/phi.h"'],
    ['cpp/simd/f64x2.h', '#include <cmath>'],
    ['cpp/kernels/log.cc', '#  include <math.h>'],
    ['cpp/kernels/log.cc', '#include "result.h"'],
    ['cpp/kernels/log.cc', '#include "../measures/kl.h"'],
    ['cpp/measures/kl.cc', '#include "distributions/normal.h"'],
    ['cpp/measures/kl.cc', '#include "special/gamma.h"'],
    ['cpp/special/gamma.cc', '#include "measures/entropy.h"'],
    ['cpp/special/gamma.cc', '#include "distributions/gamma.h"'],
    ['cpp/special/gamma.cc', '#include <cmath>'],
    ['cpp/kernels/log.cc', '#include "special/gamma.h"'],
    ['cpp/kernels/log.cc', '#include <boost/math/special_functions/log1p.hpp>'],
    ['cpp/distributions/gamma.cc', '#include <cmath>'],
    ['cpp/distributions/gamma.cc', '#include <boost/math/special_functions/gamma.hpp>'],
    ['cpp/distributions/gamma.cc', '#include "divergence/support.h"'],
    ['cpp/divergence/quadrature.cc', '#include <math.h>'],
    ['cpp/divergence/sum.cc', '#include <emscripten/val.h>'],
    ['cpp/result.h', '#include "measures/kl.h"'],
    ['cpp/extras/a.h', '#include <vector>'],
    ['web/core/index.ts', "import { html } from 'lit';"],
    ['web/core/url.node.ts', "import { html } from 'lit';"],
    ['web/core/url.ts', "import { readFileSync } from 'node:fs';"],
    ['web/core/index.ts', "export { parse } from '../text/index.ts';"],
    ['web/text/a.ts', "import type { Figure } from '../figures/index.ts';"],
    ['web/figures/a.ts', "import {\n  parse,\n} from '../text/index.ts';"],
    ['web/elements/kl.ts', "import create from '#kl-glue';"],
    ['web/elements/kl.ts', "import '../site/main.ts';"],
    ['web/elements/kl.ts', "import x from '../../tests/x.ts';"],
    ['web/site/main.ts', "import init from '../core/index.ts';"],
    ['web/site/main.ts', "const text = await import('../text/index.ts');"],
    ['web/core/index.ts', "export * from '../text/index.ts';"],
    ['web/core/index.ts', "export * as text from '../text/index.ts';"],
    ['web/core/index.ts', "export type {\n  Figure, // a comment\n} from '../figures/index.ts';"],
    ['web/core/index.ts', "import lit, { html as h } from 'lit';"],
    ['web/core/index.ts', "import * as lit from 'lit';"],
    ['web/core/index.ts', "import type Lit from 'lit';"],
    ['web/core/index.ts', "import{html}from'lit'"],
    ['web/core/index.ts', 'import "lit";'],
    ['web/core/index.ts', "let x: import('lit').Part;"],
    ['web/other/a.ts', "import './b.ts';"],
  ])('forbid what %s holds here: %s', (path, text) => {
    expect(faults({ path, text })).toHaveLength(1);
  });
});
