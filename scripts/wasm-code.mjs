// A WebAssembly module (MVP and SIMD128) as its functions' instructions, and the bytes before and after its code.

/**
 * @typedef {object} Instruction
 * @property {number} opcode 256 times the prefix, if there is one, and the number behind it
 * @property {Kind} kind what follows it
 * @property {number[]} values that; of a memory access the offset alone, of a constant the bytes
 *
 * @typedef {'nothing' | 'end' | 'block' | 'label' | 'labels' | 'call' | 'indirect' | 'local' | 'global' | 'memory' | 'integer'
 *   | 'long' | 'float' | 'vector' | 'lane'} Kind
 *
 * @typedef {object} Code
 * @property {number[]} parameters their types' bytes
 * @property {number[]} types those of all locals, parameters included
 * @property {Instruction[]} instructions
 */

const vectors = 0xfd00;
const numeric = 0xfc00; // conversions, and what moves bytes

/**
 * @param {number} opcode
 * @returns {Kind}
 */
function kindOf(opcode) {
  const within = (/** @type {number} */ first, /** @type {number} */ last) =>
    opcode >= first && opcode <= last;
  if (within(0x02, 0x04)) return 'block';
  if (within(0x0c, 0x0d)) return 'label';
  if (opcode === 0x0e) return 'labels';
  if (opcode === 0x10) return 'call';
  if (opcode === 0x11) return 'indirect';
  if (within(0x20, 0x22)) return 'local';
  if (within(0x23, 0x24) || within(0x3f, 0x40)) return 'global'; // or a memory
  if (opcode === 0x41) return 'integer';
  if (opcode === 0x42) return 'long';
  if (opcode === 0x0b) return 'end';
  if (within(0x43, 0x44)) return 'float';
  if (within(0x28, 0x3e) || within(vectors, vectors + 11) || within(vectors + 92, vectors + 93))
    return 'memory';
  if (within(vectors + 12, vectors + 13)) return 'vector';
  if (within(vectors + 21, vectors + 34)) return 'lane';
  if (opcode === numeric + 10) return 'indirect'; // two memories
  if (opcode === numeric + 11) return 'global'; // a memory
  const lanes = within(vectors + 84, vectors + 91); // of memory: with two immediates, and in no module so far
  if (opcode <= 0xc4 || within(numeric, numeric + 7) || (within(vectors, vectors + 255) && !lanes))
    return 'nothing';
  throw new Error(`unknown instruction ${opcode}`);
}

/**
 * Where the first signature is and where, in a byte each, the functions' signatures are named, are places in `before`.
 * @param {Uint8Array} bytes
 */
export function readModule(bytes) {
  let at = 8;
  const byte = () => bytes[at++] ?? 0;
  const take = (/** @type {number} */ size) => Array.from({ length: size }, byte);
  const digits = () => {
    const start = at;
    while (byte() >= 128);
    return [...bytes.subarray(start, at)];
  };
  const unsigned = () => digits().reduceRight((value, digit) => value * 128 + (digit & 127), 0);
  const signed = () => {
    const read = digits();
    const value = read.reduceRight((sum, digit) => sum * 128 + (digit & 127), 0);
    return (read.at(-1) ?? 0) & 64 ? value - 128 ** read.length : value;
  };
  const list = (/** @type {() => number} */ item) => Array.from({ length: unsigned() }, item);

  /** @returns {Instruction} */
  const instruction = () => {
    const first = byte();
    const opcode = first >= 0xfc ? 256 * first + unsigned() : first;
    let kind = kindOf(opcode);
    // Large integers are as rare as long ones, and written alike.
    if (kind === 'integer' && bytes.subarray(at, at + 4).every((digit) => digit >= 128))
      kind = 'long';
    const read = {
      nothing: () => [],
      end: () => [],
      block: () => take(1),
      label: () => [unsigned()],
      labels: () => [...list(unsigned), unsigned()],
      call: () => [unsigned()],
      indirect: () => [unsigned(), unsigned()].slice(0, 1),
      local: () => [unsigned()],
      global: () => [unsigned()],
      memory: () => [unsigned(), unsigned()].slice(1),
      integer: () => [signed()],
      long: digits,
      float: () => take(opcode === 0x43 ? 4 : 8),
      vector: () => take(16),
      lane: () => take(1),
    };
    return { opcode, kind, values: read[kind]() };
  };

  /** @returns {Code} */
  const code = (/** @type {number[]} */ parameters) => {
    const end = unsigned() + at;
    const types = [...parameters];
    for (let groups = unsigned(); groups > 0; groups--) {
      const size = unsigned();
      types.push(...Array(size).fill(byte()));
    }
    const instructions = [];
    while (at < end) instructions.push(instruction());
    if (at > end) throw new Error('an instruction has other immediates than it is read with');
    return { parameters, types, instructions };
  };

  /** @type {number[][]} */
  const signatures = [];
  /** @type {number[]} */
  let signatureOf = [];
  let signaturesAt = 0;
  let firstSignature = 0;
  while (at < bytes.length) {
    const start = at;
    const section = byte();
    const end = unsigned() + at;
    if (section === 1) {
      const count = unsigned();
      firstSignature = at;
      for (let left = count; left > 0; left--) {
        byte();
        signatures.push(list(byte));
        list(byte);
      }
    } else if (section === 3) {
      signatureOf = list(unsigned);
      signaturesAt = at - signatureOf.length;
    } else if (section === 10) {
      unsigned();
      const functions = signatureOf.map((signature) => code(signatures[signature] ?? []));
      return {
        before: bytes.subarray(0, start),
        signatures: signatures.length,
        firstSignature,
        signaturesAt,
        functions,
        after: bytes.subarray(at),
      };
    }
    at = end;
  }
  throw new Error('there is no code');
}
