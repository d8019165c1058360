// Matrices as people paste them.
import { describe, expect, it } from 'vitest';
import { matrixText, parseMatrix } from '../../web/text/index.ts';

const A = [
  [1, 0.5],
  [0.5, 2],
];
const UNIT = [
  [1, 0],
  [0, 1],
];

describe('a matrix', () => {
  it.each<[string, string, number[][]]>([
    ['NumPy', 'array([[1. , 0.5],\n       [0.5, 2. ]])', A],
    ['NumPy as str prints it', '[[1.  0.5]\n [0.5 2. ]]', A],
    [
      'NumPy that breaks a row into lines',
      '[[1. 0.\n  0.]\n [0. 1. 0.]\n [0. 0. 1.]]',
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    ],
    ['PyTorch', 'tensor([[1.0000, 0.5000],\n        [0.5000, 2.0000]], dtype=torch.float64)', A],
    ['R as it prints', '     [,1] [,2]\n[1,]  1.0  0.5\n[2,]  0.5  2.0', A],
    ['R', 'matrix(c(1, 0.5, 0.5, 2), nrow = 2, byrow=TRUE)', A],
    ['Julia as it prints', '2×2 Matrix{Float64}:\n 1.0  0.5\n 0.5  2.0', A],
    ['Julia', '[1.0 0.5; 0.5 2.0]', A],
    ['MATLAB as it prints', 'A =\n\n    1.0000    0.5000\n    0.5000    2.0000\n', A],
    ['MATLAB', 'A = [1, 0.5; 0.5, 2]', A],
    ['MATLAB in lines', 'A = [1, 0.5;\n     0.5, 2];', A],
    ['MATLAB of whole numbers', '[1,0;0,1]', UNIT],
    ['semicolons in a single line', '1 0; 0 1', UNIT],
    ['JSON', '[[1,0.5],[0.5,2]]', A],
    ['JSON with a name', '{"cov": [[1,0.5],[0.5,2]]}', A],
    ['JSON of whole numbers', '[[1,0],[0,1]]', UNIT],
    ['CSV', '1,0.5\n0.5,2', A],
    ['CSV of whole numbers', '1,0\n0,1', UNIT],
    ['CSV with semicolons', '1;0.5\n0.5;2', A],
    ['CSV with decimal commas', '1,0;0,5\n0,5;2,0', A],
    ['a spreadsheet', '1\t0.5\n0.5\t2', A],
    ['LaTeX', '\\begin{pmatrix} 1 & 0.5 \\\\ 0.5 & 2 \\end{pmatrix}', A],
    ['pandas', '     0    1\n0  1.0  0.5\n1  0.5  2.0', A],
    ['pandas with names', '     x    y\nx  1.0  0.5\ny  0.5  2.0', A],
    ['Mathematica', '{{1, 0.5}, {0.5, 2}}', A],
    ['full-width brackets', '【【1，0.5】，【0.5，2】】', A],
    ['fractions', '1 1/2\n1/2 2', A],
    ['one list of all numbers', '1, 0.5, 0.5, 2', A],
    ['one number', '4', [[4]]],
    [
      'rows that are no square',
      '1 2 3\n4 5 6',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ['rows of different lengths', '1 2\n3', [[1, 2], [3]]],
  ])('is read from %s', (_, text, rows) => {
    expect(parseMatrix(text, 'Σ of P')).toEqual(rows);
  });

  it('names the row and the column of what cannot be read', () => {
    expect(() => parseMatrix('1 0\n0 one', 'Σ of P')).toThrow(/^Σ of P\[1\]\[1\] is “one”/);
    expect(() => parseMatrix(' ', 'Σ of P')).toThrow(/Σ of P is empty/);
  });

  it('is the same again from the text of a field', () => {
    const rows = [
      [1 / 3, -1e-17],
      [5e-324, 1.7976931348623157e308],
    ];
    expect(parseMatrix(matrixText(rows), 'Σ of P')).toEqual(rows);
  });

  it('of a hundred rows is read whole', () => {
    const rows = Array.from({ length: 100 }, (_, i) =>
      Array.from({ length: 100 }, (_, j) => 1 / (1 + i + j)),
    );
    expect(parseMatrix(matrixText(rows), 'Σ of P')).toEqual(rows);
  });
});
