// What people paste, as programs print it: one table for Node and for the browser.

/** A list of numbers, and what it should be read as. */
interface Good {
  from: string;
  text: string;
  values: readonly number[];
  labels?: readonly string[];
}

/** A text that must be refused, and the words at fault. */
interface Bad {
  from: string;
  text: string;
  code: string;
  token?: string;
  index?: number;
}

export const GOOD_LISTS: readonly Good[] = [
  // Numbers alone.
  { from: 'a list', text: '0.2, 0.8', values: [0.2, 0.8] },
  { from: 'a column', text: '0.2\n0.3\n0.5\n', values: [0.2, 0.3, 0.5] },
  {
    from: 'a column with its heading',
    text: 'probability\n0.2\n0.3\n0.5',
    values: [0.2, 0.3, 0.5],
  },
  { from: 'an assignment', text: 'P = [0.2, 0.8]', values: [0.2, 0.8] },
  { from: 'an assignment in JavaScript', text: 'const p = [0.2, 0.8];', values: [0.2, 0.8] },
  { from: 'an assignment in R', text: 'p <- c(0.2, 0.8)', values: [0.2, 0.8] },
  { from: 'comments', text: '0.2  # rain\n0.8  # sun', values: [0.2, 0.8] },
  {
    from: 'a file of NumPy with its header',
    text: '# p, saved today\n2e-1\n8e-1\n',
    values: [0.2, 0.8],
  },
  {
    from: 'NumPy in several lines',
    text: '[[0.1  0.2 ]\n [0.3  0.4 ]]',
    values: [0.1, 0.2, 0.3, 0.4],
  },
  { from: 'NumPy 2 in a list', text: '[np.float64(0.2), np.float64(0.8)]', values: [0.2, 0.8] },
  { from: 'NumPy with its type', text: 'array([0.2, 0.8], dtype=float32)', values: [0.2, 0.8] },
  {
    from: 'PyTorch with all its arguments',
    text: "tensor([[0.2000, 0.3000],\n        [0.1000, 0.4000]], device='cuda:0',\n       dtype=torch.float64, requires_grad=True)",
    values: [0.2, 0.3, 0.1, 0.4],
  },
  {
    from: 'PyTorch with its gradient',
    text: 'tensor([0.2000, 0.8000], grad_fn=<SoftmaxBackward0>)',
    values: [0.2, 0.8],
  },
  {
    from: 'a parameter of PyTorch',
    text: 'Parameter containing:\ntensor([0.2000, 0.8000], requires_grad=True)',
    values: [0.2, 0.8],
  },
  {
    from: 'TensorFlow',
    text: '<tf.Tensor: shape=(2,), dtype=float32, numpy=array([0.2, 0.8], dtype=float32)>',
    values: [0.2, 0.8],
  },
  { from: 'JAX', text: 'Array([0.2, 0.8], dtype=float32)', values: [0.2, 0.8] },
  { from: 'a console', text: 'Float64Array(2) [ 0.2, 0.8 ]', values: [0.2, 0.8] },
  {
    from: 'R with its line numbers',
    text: ' [1] 0.1 0.1 0.1\n [4] 0.1 0.1 0.5',
    values: [0.1, 0.1, 0.1, 0.1, 0.1, 0.5],
  },
  { from: 'one number of R', text: '[1] 1', values: [1] },
  { from: 'a list of one', text: '[1]', values: [1] },
  {
    from: 'Julia in the console',
    text: '2-element Vector{Float64}:\n 0.2\n 0.8',
    values: [0.2, 0.8],
  },
  { from: 'a typed array of Julia', text: 'Float32[0.2, 0.8]', values: [0.2, 0.8] },
  { from: 'rational numbers of Julia', text: 'Rational{Int64}[1//5, 4//5]', values: [0.2, 0.8] },
  {
    from: 'fractions of Python',
    text: '[Fraction(1, 3), Fraction(2, 3)]',
    values: [1 / 3, 2 / 3],
  },
  { from: 'decimals of Python', text: "[Decimal('0.2'), Decimal('0.8')]", values: [0.2, 0.8] },
  {
    from: 'MATLAB in columns',
    text: '  Columns 1 through 3\n\n    0.1000    0.2000    0.3000\n\n  Column 4\n\n    0.4000\n',
    values: [0.1, 0.2, 0.3, 0.4],
  },
  { from: 'MATLAB with its name', text: 'p =\n\n    0.2000    0.8000\n', values: [0.2, 0.8] },
  { from: 'a matrix of MATLAB', text: '[1,2;3,4]', values: [1, 2, 3, 4] },
  { from: 'a row of LaTeX', text: '0.2 & 0.3 & 0.5 \\\\ \\hline', values: [0.2, 0.3, 0.5] },
  { from: 'JSON with the name of the list', text: '{"p": [0.2, 0.8]}', values: [0.2, 0.8] },
  { from: 'numbers in quotes', text: '["0.2", "0.8"]', values: [0.2, 0.8] },
  { from: 'decimal commas and semicolons', text: '0,4; 0,6', values: [0.4, 0.6] },
  { from: 'decimal commas and spaces', text: '0,4 0,6', values: [0.4, 0.6] },
  { from: 'decimal commas and tabs', text: '12,5\t87,5', values: [12.5, 87.5] },
  { from: 'decimal commas in a column', text: '0,25\n0,05\n0,7', values: [0.25, 0.05, 0.7] },
  { from: 'decimal commas in percent', text: '12,5 %; 87,5 %', values: [0.125, 0.875] },
  { from: 'percentages', text: '20 %, 80%', values: [0.2, 0.8] },
  { from: 'percentages of LaTeX', text: '20\\% & 80\\% \\\\', values: [0.2, 0.8] },
  { from: 'fractions', text: '1/3, 2 / 3', values: [1 / 3, 2 / 3] },
  { from: 'fractions of one character', text: '½ ⅓ ⅙', values: [1 / 2, 1 / 3, 1 / 6] },
  { from: 'full-width digits', text: '０．２，０．８', values: [0.2, 0.8] },
  { from: 'full-width brackets', text: '［０．２、０．８］', values: [0.2, 0.8] },
  {
    from: 'no-break and thin spaces',
    text: '0.2\u00a00.3\u20090.1\u202f0.4',
    values: [0.2, 0.3, 0.1, 0.4],
  },
  { from: 'a Unicode minus', text: '\u22120.5 1.5', values: [-0.5, 1.5] },
  { from: 'invisible marks', text: '\ufeff\u200e0.2,\u200b0.8', values: [0.2, 0.8] },
  { from: 'a constructor of JavaScript', text: 'new Float64Array([0.2, 0.8])', values: [0.2, 0.8] },
  { from: 'a notebook', text: 'Out[3]: array([0.2, 0.8])', values: [0.2, 0.8] },
  { from: 'the prompt of Python', text: '>>> p = [0.2, 0.8]', values: [0.2, 0.8] },
  { from: 'the prompt of R', text: '> c(0.2, 0.8)', values: [0.2, 0.8] },
  { from: 'a Chinese sentence', text: '0.2，0。8。', values: [0.2, 0.8] },
  // With labels.
  {
    from: 'labels with colons',
    text: 'rain: 0.2, sun: 0.8',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'labels with equal signs',
    text: 'rain=0.2 sun=0.8',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'labels with spaces',
    text: 'light rain: 0.2\nsun: 0.8',
    values: [0.2, 0.8],
    labels: ['light rain', 'sun'],
  },
  {
    from: 'labels before numbers',
    text: 'rain 0.2, sun 0.8',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'full-width labels',
    text: '雨：０．２，晴：０．８',
    values: [0.2, 0.8],
    labels: ['雨', '晴'],
  },
  {
    from: 'a JSON object',
    text: '{\n  "rain": 0.2,\n  "sun": 0.8\n}',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'a JSON array of objects',
    text: '[{"label": "rain", "value": 0.2}, {"label": "sun", "value": 0.8}]',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'objects with the number first',
    text: "[{p: 0.2, name: 'rain'}, {p: 0.8, name: 'sun'}]",
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'a dict of Python',
    text: "{'rain': 0.2, 'sun': 0.8}",
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'a dict with numbers for keys',
    text: '{0: 0.2, 1: 0.8}',
    values: [0.2, 0.8],
    labels: ['0', '1'],
  },
  {
    from: 'a dict of NumPy numbers',
    text: "{'rain': np.float64(0.2), 'sun': np.float64(0.8)}",
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'a Counter',
    text: "Counter({'sun': 8, 'rain': 2})",
    values: [8, 2],
    labels: ['sun', 'rain'],
  },
  {
    from: 'pairs of Python',
    text: "[('sun', 8), ('rain', 2)]",
    values: [8, 2],
    labels: ['sun', 'rain'],
  },
  {
    from: 'a named vector of R',
    text: 'c(rain=0.2, sun = 0.8)',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'setNames of R',
    text: 'setNames(c(0.2, 0.8), c("rain", "sun"))',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'R printing names above numbers',
    text: 'rain  sun \n 0.2  0.8 \n',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'R printing names in two blocks',
    text: 'rain  sun \n 0.2  0.5 \nsnow \n 0.3 ',
    values: [0.2, 0.5, 0.3],
    labels: ['rain', 'sun', 'snow'],
  },
  {
    from: 'a Dict of Julia',
    text: 'Dict("rain" => 0.2, "sun" => 0.8)',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'a Dict in the console of Julia',
    text: 'Dict{String, Float64} with 2 entries:\n  "sun"  => 0.8\n  "rain" => 0.2',
    values: [0.8, 0.2],
    labels: ['sun', 'rain'],
  },
  {
    from: 'a series of pandas',
    text: 'rain    0.2\nsun     0.8\nName: p, dtype: float64',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'a series of pandas without names',
    text: '0    0.2\n1    0.8\ndtype: float64',
    values: [0.2, 0.8],
  },
  {
    from: 'a series of pandas with its index',
    text: "pd.Series([0.2, 0.8], index=['rain', 'sun'])",
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'a spreadsheet',
    text: 'weather\tp\nrain\t0.2\nsun\t0.8\n',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'a CSV file',
    text: 'weather,p\r\n"rain, light",0.2\r\n"the ""sun""",0.8\r\n',
    values: [0.2, 0.8],
    labels: ['rain, light', 'the "sun"'],
  },
  {
    from: 'a CSV file with semicolons',
    text: 'rain;0,2\nsun;0,8',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'a CSV file with labels in its first line',
    text: 'rain,sun\n0.2,0.8',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'labels with parentheses',
    text: 'rain (light)\t0.2\nsun\t0.8',
    values: [0.2, 0.8],
    labels: ['rain (light)', 'sun'],
  },
  {
    from: 'a table in Markdown',
    text: '| weather | p |\n|---|---:|\n| rain | 0.2 |\n| sun | 0.8 |',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'a table in LaTeX',
    text: 'rain & 0.2 \\\\\nsun & 0.8 \\\\',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  { from: 'uniq -c', text: '      2 rain\n      8 sun\n', values: [2, 8], labels: ['rain', 'sun'] },
  {
    from: 'a table of R, with the name of its variable',
    text: 'x\n rain   sun \n  0.2   0.8 ',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  { from: 'arrows', text: 'rain → 0.2, sun -> 0.8', values: [0.2, 0.8], labels: ['rain', 'sun'] },
  {
    from: 'a list in notes',
    text: '- rain: 0.2\n- sun: 0.8',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  { from: 'dashes', text: 'rain – 20 %\nsun – 80 %', values: [0.2, 0.8], labels: ['rain', 'sun'] },
  {
    from: 'a Map in a console',
    text: 'Map(2) {"rain" => 0.2, "sun" => 0.8}',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'parameters for labels',
    text: 'c(shape=0.2, scale=0.8)',
    values: [0.2, 0.8],
    labels: ['shape', 'scale'],
  },
  {
    from: 'numbers for labels',
    text: '#1: 0.2, #2: 0.8',
    values: [0.2, 0.8],
    labels: ['#1', '#2'],
  },
  {
    from: 'JSON in ASCII',
    text: '{"\\u96e8": 0.2, "a \\"sun\\"": 0.8}',
    values: [0.2, 0.8],
    labels: ['雨', 'a "sun"'],
  },
  {
    from: 'lists with names',
    text: '{"labels": ["rain", "sun"], "values": [0.2, 0.8]}',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'formulas of probabilities',
    text: 'P(rain) = 0.2, P(sun) = 0.8',
    values: [0.2, 0.8],
    labels: ['P(rain)', 'P(sun)'],
  },
  {
    from: 'labels in parentheses',
    text: '0.2 (rain), 0.8 (sun)',
    values: [0.2, 0.8],
    labels: ['rain', 'sun'],
  },
  {
    from: 'age groups',
    text: '0-17: 0.2, 18-64: 0.6, 65+: 0.2',
    values: [0.2, 0.6, 0.2],
    labels: ['0-17', '18-64', '65+'],
  },
];

export const BAD_LISTS: readonly Bad[] = [
  { from: 'nothing', text: '', code: 'empty' },
  { from: 'empty brackets', text: 'tensor([])', code: 'empty' },
  { from: 'a word among numbers', text: '0.2, abc', code: 'unreadable', token: 'abc', index: 1 },
  {
    from: 'a letter for a digit',
    text: 'O.2\n0.3\n0.5',
    code: 'unreadable',
    token: 'O.2',
    index: 0,
  },
  { from: 'two points', text: '0.2.1, 0.8', code: 'unreadable', token: '0.2.1', index: 0 },
  {
    from: 'a function',
    text: 'softmax([0.2, 0.8])',
    code: 'unreadable',
    token: 'softmax([0.2, 0.8])',
    index: 0,
  },
  { from: 'a formula', text: '0.2 * 5, 0.8', code: 'unreadable', token: '*', index: 1 },
  {
    from: 'an argument that is not known',
    text: '[0.2, 0.8], axis=1',
    code: 'unreadable',
    token: 'axis=1',
    index: 2,
  },
  {
    from: 'a scale of MATLAB',
    text: '1.0e-03 *\n\n 200 800',
    code: 'unreadable',
    token: '*',
    index: 1,
  },
  { from: 'nothing but a word', text: 'hello', code: 'unreadable', token: 'hello', index: 0 },
  {
    from: 'a print that leaves numbers out',
    text: '[0.1 0.2 ... 0.3 0.4]',
    code: 'shortened',
    token: '...',
  },
  { from: 'commas that may be decimal', text: '1,5 2,5', code: 'ambiguous-comma', token: '1,5' },
  { from: 'decimal commas and commas', text: '0,4, 0,6', code: 'ambiguous-comma', token: '0,4' },
  { from: 'digits grouped by spaces', text: '1 000 2 000', code: 'thousands', token: '1 000' },
  {
    from: 'an inverse sine',
    text: 'np.arcsin([0.2, 0.8])',
    code: 'unreadable',
    token: 'np.arcsin([0.2, 0.8])',
    index: 0,
  },
  {
    from: 'an element of a list',
    text: 'log[0.2][0.3]',
    code: 'unreadable',
    token: 'log',
    index: 0,
  },
  {
    from: 'labels fewer than numbers',
    text: 'pd.Series([0.2, 0.3, 0.5], index=["a", "b"])',
    code: 'label-missing',
    token: '0.5',
    index: 2,
  },
  {
    from: 'labels more than numbers',
    text: '{"labels": ["a", "b"], "values": [1]}',
    code: 'label-alone',
    token: 'b',
  },
  { from: 'a point and a comma', text: '0.5; 0,5', code: 'ambiguous-comma', token: '0,5' },
  { from: 'grouped digits', text: '1,234 5,678', code: 'thousands', token: '1,234' },
  {
    from: 'digits grouped by points',
    text: '1.234,5 2.345,5',
    code: 'thousands',
    token: '1.234,5',
  },
  {
    from: 'digits grouped by thin spaces',
    text: '1\u202f234; 5\u202f678',
    code: 'thousands',
    token: '1\u202f234',
  },
  {
    from: 'digits grouped by apostrophes',
    text: "1'234; 5'678",
    code: 'thousands',
    token: "1'234",
  },
  { from: 'a label without a number', text: 'rain: 0.2, sun:', code: 'label-alone', token: 'sun' },
  {
    from: 'a label and a word',
    text: 'rain: 0.2, sun: many',
    code: 'unreadable',
    token: 'many',
    index: 1,
  },
  {
    from: 'a number without a label',
    text: 'rain: 0.2, 0.8',
    code: 'label-missing',
    token: '0.8',
    index: 1,
  },
  {
    from: 'a label that comes twice',
    text: 'rain: 0.2, rain: 0.8',
    code: 'label-twice',
    token: 'rain',
  },
  {
    from: 'two lists',
    text: '{"p": [0.2, 0.8], "q": [0.5, 0.5]}',
    code: 'several-lists',
    token: 'q',
  },
  {
    from: 'two columns of numbers',
    text: 'weather,p,q\nrain,0.2,0.3\nsun,0.8,0.7',
    code: 'many-columns',
    token: 'rain',
  },
  {
    from: 'objects with two numbers',
    text: '[{"label": "rain", "p": 0.2, "q": 0.3}]',
    code: 'many-columns',
    token: 'rain',
  },
  {
    from: 'null of JSON',
    text: '{"rain": null, "sun": 0.8}',
    code: 'unreadable',
    token: 'null',
    index: 0,
  },
];

/** Observations, each as it was written. */
export const SAMPLES: readonly { from: string; text: string; samples: readonly string[] }[] = [
  { from: 'words', text: 'red blue red', samples: ['red', 'blue', 'red'] },
  {
    from: 'words with commas',
    text: 'light rain, sun, sun',
    samples: ['light rain', 'sun', 'sun'],
  },
  { from: 'a column', text: 'New York\nParis\nParis\n', samples: ['New York', 'Paris', 'Paris'] },
  { from: 'lines of letters', text: 'a b b\nb a a', samples: ['a', 'b', 'b', 'b', 'a', 'a'] },
  {
    from: 'a list of Python',
    text: "['red', 'light blue', 'red']",
    samples: ['red', 'light blue', 'red'],
  },
  {
    from: 'an array of NumPy',
    text: "array(['red', 'blue'], dtype='<U4')",
    samples: ['red', 'blue'],
  },
  { from: 'R', text: '[1] "red"  "blue"\n[3] "red" ', samples: ['red', 'blue', 'red'] },
  {
    from: 'a factor of R',
    text: '[1] red  blue red \nLevels: blue red',
    samples: ['red', 'blue', 'red'],
  },
  { from: 'JSON', text: '["red","blue"]', samples: ['red', 'blue'] },
  { from: 'numbers', text: '1 2 2 3', samples: ['1', '2', '2', '3'] },
  { from: 'numbers in full width', text: '１、２、２', samples: ['1', '2', '2'] },
  { from: 'an array of numbers', text: 'tensor([0, 1, 1])', samples: ['0', '1', '1'] },
  { from: 'times', text: '12:30, 12:45, 12:30', samples: ['12:30', '12:45', '12:30'] },
  { from: 'names with hyphens', text: 'A-1 B-2 A-1', samples: ['A-1', 'B-2', 'A-1'] },
  { from: 'Chinese', text: '晴，雨，晴', samples: ['晴', '雨', '晴'] },
  { from: 'an assignment', text: 'x = ["a", "b"]', samples: ['a', 'b'] },
];

/** Tables with a column for P and one for Q. */
export const TABLES: readonly {
  from: string;
  text: string;
  p: string;
  q: string;
  labels?: readonly string[];
}[] = [
  { from: 'a spreadsheet', text: '0.2\t0.3\n0.8\t0.7', p: '0.2, 0.8', q: '0.3, 0.7' },
  {
    from: 'a spreadsheet with decimal commas',
    text: '0,2\t0,3\n0,8\t0,7',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
  },
  {
    from: 'a spreadsheet with percentages',
    text: '20 %\t30 %\n80 %\t70 %',
    p: '20%, 80%',
    q: '30%, 70%',
  },
  { from: 'headings', text: 'P,Q\n0.2,0.3\n0.8,0.7', p: '0.2, 0.8', q: '0.3, 0.7' },
  {
    from: 'headings in the other order',
    text: 'Q,P\n0.2,0.3\n0.8,0.7',
    p: '0.3, 0.7',
    q: '0.2, 0.8',
  },
  {
    from: 'a CSV file with labels',
    text: 'weather,p,q\nrain,0.2,0.3\nsun,0.8,0.7',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
    labels: ['rain', 'sun'],
  },
  {
    from: 'a CSV file with quotes',
    text: '"a, b",0.2,0.3\n"c ""d""",0.8,0.7',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
    labels: ['a, b', 'c "d"'],
  },
  {
    from: 'a CSV file with semicolons',
    text: 'rain;0,2;0,3\nsun;0,8;0,7',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
    labels: ['rain', 'sun'],
  },
  {
    from: 'a table in Markdown',
    text: '| weather | P | Q |\n|:--|--:|--:|\n| light rain | 0.2 | 0.3 |\n| sun | 0.8 | 0.7 |',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
    labels: ['light rain', 'sun'],
  },
  {
    from: 'a table in LaTeX',
    text: 'rain & 0.2 & 0.3 \\\\\nsun & 0.8 & 0.7 \\\\ \\hline',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
    labels: ['rain', 'sun'],
  },
  {
    from: 'a data frame of pandas',
    text: '     p    q\n0  0.2  0.3\n1  0.8  0.7',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
  },
  {
    from: 'a data frame of pandas with names',
    text: '        p    q\nrain  0.2  0.3\nsun   0.8  0.7',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
    labels: ['rain', 'sun'],
  },
  {
    from: 'a data frame of R',
    text: '     x   p   q\n1 rain 0.2 0.3\n2  sun 0.8 0.7',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
    labels: ['rain', 'sun'],
  },
  {
    from: 'a row for each',
    text: ',rain,sun\np,0.2,0.8\nq,0.3,0.7',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
    labels: ['rain', 'sun'],
  },
  {
    from: 'two assignments',
    text: 'p = np.array([0.2, 0.8])\nq = np.array([0.3, 0.7])',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
  },
  {
    from: 'two assignments of R',
    text: 'q <- c(0.3, 0.7)\np <- c(0.2, 0.8)',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
  },
  {
    from: 'a JSON object of two lists',
    text: '{"p": [0.2, 0.8], "q": [0.3, 0.7]}',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
  },
  {
    from: 'a JSON object of three lists',
    text: '{"x": ["rain", "sun"], "p": [0.2, 0.8], "q": [0.3, 0.7]}',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
    labels: ['rain', 'sun'],
  },
  {
    from: 'a JSON array of objects',
    text: '[{"x": "rain", "p": 0.2, "q": 0.3}, {"x": "sun", "p": 0.8, "q": 0.7}]',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
    labels: ['rain', 'sun'],
  },
  {
    from: 'objects with Q first',
    text: '[{"q": 0.3, "p": 0.2}, {"q": 0.7, "p": 0.8}]',
    p: '0.2, 0.8',
    q: '0.3, 0.7',
  },
];

/** Texts that are no such tables, or may be: they are left to the field. */
export const NO_TABLES: readonly { from: string; text: string }[] = [
  { from: 'one column', text: '0.4\n0.4\n0.2' },
  { from: 'one row', text: '0.4\t0.6' },
  { from: 'labels with one column', text: 'rain\t0.2\nsun\t0.8' },
  { from: 'two lines that may be rows', text: '0.4, 0.6\n0.3, 0.7' },
  { from: 'decimal commas that may separate', text: '1,2\n3,4\n5,6' },
  { from: 'three columns of numbers', text: '1 2 3\n4 5 6\n7 8 9' },
  { from: 'a ragged table', text: '1\t2\n3\t4\n5' },
  { from: 'a word among the numbers', text: '1\t2\n3\tx\n5\t6' },
  { from: 'one object', text: '{"rain": 0.2, "sun": 0.8}' },
  { from: 'two lists of different names', text: 'c(a=0.2, b=0.8)\nc(a=0.3, b=0.7)' },
  { from: 'nothing', text: '' },
];
