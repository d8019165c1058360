// inline-wasm.mjs <kl.wasm> <unpack.wasm>: an ES module with the first file as text, and the second, which makes of that text
// the first again: its source is cpp/packing/unpack.cc.
//
// In WebAssembly an instruction is followed by what it acts on: an index, an offset, a constant. Brotli and gzip compress
// better what is of one kind, so the text is streams of numbers: one for the instructions, and one for each kind of what
// follows them. With what reads it, it travels a seventh smaller than the file does.
import { readFileSync } from 'node:fs';
import { readModule } from './wasm-code.mjs';

// What no charset, bundler or HTML parser minds: ASCII without quotes, backslash, $ and <; and a blank ends a stream. Its order
// was found by annealing: brotli predicts a character from the kinds (vowels, digits, brackets …) of the two before it.
const alphabet =
  'vnbjwqtyefkailuxozCRYGQsFAVWXOPESZDHMBKmLh89TJ#=637U2+*?0d&|1/^!4~)>Ng}_5c]prI-@.:%,;({[';
const more = 8; // characters at the end of the alphabet that are followed by another
const singles = alphabet.length - more;

/** @param {number} value */
function number(value) {
  let text = alphabet.charAt(value % singles);
  for (let rest = Math.floor(value / singles); rest > 0; rest = Math.floor(rest / more)) {
    rest--;
    text = alphabet.charAt(singles + (rest % more)) + text;
  }
  return text;
}

// Multiples of 8 are frequent, and become the even numbers.
const scaled = (/** @type {number} */ n) => (n % 8 === 0 ? n / 4 : 2 * n + 1);
const unsigned = (/** @type {number} */ n) => (n < 0 ? -2 * n - 1 : 2 * n);

// The instructions whose number is one character, in an order found in the same way.
const frequent =
  '45 75 4b 28memory 62 49 61 46 22local0 66 72 23global 41long 6c 20local0 47 76 4d 1a 21local3 4block 21local0 b 64 f 29memory 11indirect ad 37memory 41integer 2block 22local1 dlabel 39memory clabel 3block 21local4 24global fd0bmemory 65 0 2dmemory fdce fd14 3amemory 36memory a0 20local3 fdf0 22local4 fd0cvector 42long fdf1 bf 86 9a fdf2 74 99 a2 fd4e 10call 1b a1 20local4 4f 44float bb 5 63 b7 fd21lane fd00memory 6a 2bmemory 6b 71 20local1 22local3 a3'.split(
    ' ',
  );

// In the order of the enumeration in cpp/packing/unpack.cc. Behind them is one stream for each instruction that something else
// follows; for i32.const, one for each instruction that comes next, since what a number is for tells more of it than what was
// before it. Those of one kind are together.
const named = [
  ...['local0', 'local1', 'local2', 'local3', 'local4'],
  ...['bytes', 'long', 'float', 'vector', 'symbols', 'code', 'constants'],
];
const kinds = 'label block labels call indirect memory global integer lane'.split(' ');

/** @type {Record<string, number>} what follows an instruction: the enumeration Action in cpp/packing/unpack.cc */
const actions = {
  nothing: 0,
  block: 1,
  label: 2,
  call: 2,
  global: 2,
  lane: 2,
  indirect: 3,
  memory: 4,
  integer: 5,
  long: 6,
  float: 6,
  vector: 6,
  labels: 7,
  local: 8,
  end: 9,
};

/** @param {Uint8Array} bytes */
export function encoded(bytes) {
  const { before, signatures, firstSignature, signaturesAt, functions, after } = readModule(bytes);
  const text = Object.fromEntries(named.map((name) => [name, '']));
  const put = (/** @type {string} */ stream, /** @type {number[]} */ ...values) => {
    text[stream] = (text[stream] ?? '') + values.map(number).join('');
  };
  /** @type {string[]} */
  const code = [];
  /** @type {Map<string, [opcode: number, action: number, stream: string]>} */
  const symbols = new Map();
  /** @type {Record<string, string[]>} */
  const constants = { long: [], float: [], vector: [] };

  put('bytes', firstSignature, signaturesAt, functions.length, before.length, ...before);
  put('bytes', after.length, ...after);
  for (const { parameters, types, instructions } of functions) {
    /** @type {number[][]} of each type, the one used last in front */
    const locals = [[], [], [], [], []];
    parameters.forEach((type, index) => void locals[127 - type]?.push(index));
    const names = instructions.map(({ opcode, kind, values: [value = 0] }) => {
      const follows = kind === 'local' ? `local${127 - (types[value] ?? 0)}` : kind;
      return opcode.toString(16) + (kind === 'nothing' || kind === 'end' ? '' : follows);
    });
    instructions.forEach(({ opcode, kind, values }, index) => {
      const [value = 0] = values;
      const name = names[index] ?? '';
      let stream = kinds.includes(kind) ? `${kind} ${name}` : kind;
      if (kind === 'local') {
        const type = 127 - (types[value] ?? 0);
        const recent = locals[type] ?? [];
        const place = recent.indexOf(value);
        stream = `local${type}`;
        put(stream, place < 0 ? recent.length : place);
        if (place >= 0) recent.splice(place, 1);
        recent.unshift(value);
      } else if (kind === 'memory') {
        put(stream, scaled(value));
      } else if (kind === 'integer') {
        put(`${kind} ${names[index + 1]}`, scaled(unsigned(value)));
      } else if (kind === 'labels') {
        put(stream, values.length - 1, ...values);
      } else if (kind in constants) {
        const pool = constants[kind] ?? [];
        const known = pool.indexOf(values.join());
        put(stream, known + 1); // 0: a new one
        if (known < 0) {
          pool.push(values.join());
          put('constants', values.length, ...values);
        }
      } else if (kinds.includes(kind)) {
        put(stream, ...values);
      }
      code.push(name);
      symbols.set(name, [opcode, actions[kind] ?? 0, stream]);
    });
  }

  /** @type {Map<string, number>} */
  const frequency = new Map();
  for (const name of code) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  const others = [...symbols.keys()].filter((name) => !frequent.includes(name));
  others.sort((a, b) => (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0));
  const names = [...frequent.filter((name) => symbols.has(name)), ...others];
  const streams = [
    ...named,
    ...kinds.flatMap((kind) => Object.keys(text).filter((name) => name.startsWith(`${kind} `))),
  ];
  const numberOf = (/** @type {string} */ stream) => Math.max(0, streams.indexOf(stream));
  put('symbols', names.length);
  for (const name of names) {
    const [opcode, action, stream] = symbols.get(name) ?? [0, 0, ''];
    put('symbols', opcode, action, numberOf(stream), numberOf(`integer ${name}`));
  }
  const places = new Map(names.map((name, place) => [name, place]));
  put('code', ...code.map((name) => places.get(name) ?? 0));

  const fits =
    signatures <= 128 &&
    streams.length <= 128 &&
    names.length <= 512 &&
    Object.values(constants).every((known) => known.length <= 2048) &&
    functions.every(({ types }) => types.length <= 1024);
  if (!fits) throw new Error('cpp/packing/unpack.cc has too little room');
  return [alphabet, ...streams.map((name) => text[name])].join(' ');
}

if (import.meta.filename === process.argv[1]) {
  const [module, unpack] = process.argv.slice(2).map((file) => readFileSync(file));
  if (module === undefined || unpack === undefined) throw new Error('two files are needed');
  process.stdout.write(
    `export const unpacker = '${unpack.toString('hex')}';\nexport default '${encoded(module)}';\n`,
  );
}
