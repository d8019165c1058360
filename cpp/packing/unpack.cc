#include <cstdint>

// kl.wasm out of the text that scripts/inline-wasm.mjs makes of it: a small WebAssembly module by itself, since JavaScript, in
// its first run, takes ten times as long.

namespace {

constexpr int kAlphabet = 88;
constexpr int kMore = 8;  // digits that another follows
constexpr int kSingles = kAlphabet - kMore;

// Streams of numbers; before these, one for the locals of each type, the type's byte being 127 less the stream; behind them,
// those that the symbols name.
enum Stream { kModule = 5, kLong, kFloat, kVector, kSymbols, kCode, kConstants, kStreams = 128 };

constexpr int kSizeBytes = 4;
constexpr int kRoom =
    4096;  // for a function's declarations of locals, which are found while its code is written

// What scripts/inline-wasm.mjs keeps to.
constexpr int kSignatures = 128;
constexpr int kPools = 3;
constexpr int kPool = 2048;
constexpr int kLocals = 1024;
constexpr int kSymbolCount = 512;

/// What follows an instruction.
enum Action {
  kNothing,
  kBlock,
  kNumber,
  kNumberAndZero,
  kAddress,
  kInteger,
  kConstant,
  kLabels,
  kLocal,
  kEnd
};

uint8_t digits[128];
const uint8_t* places[kStreams];
uint8_t* out;
const uint8_t* signatures[kSignatures];
const uint8_t* pools[kPools][kPool];  // where each constant is in its stream
uint32_t pool_sizes[kPools];

struct Symbol {
  uint32_t opcode;
  uint32_t action;
  int stream;          // of what follows
  int integer_stream;  // of an integer right before it
};
Symbol symbols[kSymbolCount];

/// A number is digits that more follow, in bijective notation, and a last one.
uint32_t Next(int stream) {
  const uint8_t* place = places[stream];
  uint32_t value = 0;
  for (;;) {
    const uint32_t digit = digits[*place++];
    if (digit < kSingles) {
      places[stream] = place;
      return value * kSingles + digit;
    }
    value = value * kMore + digit - kSingles + 1;
  }
}

void Put(uint32_t byte) { *out++ = static_cast<uint8_t>(byte); }

void Leb(int32_t value, int32_t largest) {
  for (; value > largest || value < ~largest; value >>= 7) Put(static_cast<uint32_t>(value) | 128);
  Put(static_cast<uint32_t>(value) & 127);
}

[[gnu::noinline]] void Number(uint32_t value) { Leb(static_cast<int32_t>(value), 127); }

/// Multiples of 8 are frequent: they are the even numbers.
uint32_t Scaled(uint32_t value) { return value & 1 ? value >> 1 : value * 4; }

void Copy(int stream) {
  for (uint32_t left = Next(stream); left > 0; --left) Put(Next(stream));
}

/// Writes the size, in a fixed number of bytes, of what follows it.
void Size(uint8_t* start) {
  uint32_t size = static_cast<uint32_t>(out - start) - kSizeBytes;
  for (int i = 0; i < kSizeBytes; ++i, size >>= 7)
    start[i] = static_cast<uint8_t>(size & 127) | (i < kSizeBytes - 1 ? 128 : 0);
}

void Constant(int stream) {
  const uint32_t known = Next(stream);  // 0: it is new
  const int pool = stream - kLong;
  const uint8_t* const unread = places[kConstants];
  if (known == 0) {
    pools[pool][pool_sizes[pool]++] = unread;
    Copy(kConstants);
  } else {
    places[kConstants] = pools[pool][known - 1];
    Copy(kConstants);
    places[kConstants] = unread;
  }
}

struct Locals {
  uint16_t recent[kLocals];  // the one used last in front
  uint32_t size;
};

/// Each local is declared by itself, at its first use, which has the number of those of its type that were there before.
void Function(const uint8_t* signature) {
  Locals locals[5];
  for (Locals& of_type : locals) of_type.size = 0;
  uint32_t count = 0;
  for (; count < *signature; ++count) {
    Locals& of_type = locals[127 - signature[1 + count]];
    of_type.recent[of_type.size++] = static_cast<uint16_t>(count);
  }
  uint8_t* const start = out;
  uint8_t* declaration = start + kSizeBytes + 2;
  out += kRoom;
  const uint32_t parameters = count;
  for (int depth = 1; depth > 0;) {
    const auto& [opcode, action, stream, integer_stream] = symbols[Next(kCode)];
    if (opcode > 255) {
      Put(opcode >> 8);
      Number(opcode & 255);
    } else {
      Put(opcode);
    }
    switch (action) {
      case kBlock:
        ++depth;
        [[fallthrough]];
      case kNumber:
        Number(Next(stream));
        break;
      case kNumberAndZero:
        Number(Next(stream));
        Put(0);  // the only table, or memory
        break;
      case kAddress:
        Put(0);  // no hint of alignment: engines go by the address
        Number(Scaled(Next(stream)));
        break;
      case kInteger: {
        const uint8_t* const code = places[kCode];
        const uint32_t value = Scaled(Next(symbols[Next(kCode)].integer_stream));
        places[kCode] = code;
        Leb(static_cast<int32_t>(value >> 1 ^ -(value & 1)), 63);
        break;
      }
      case kConstant:
        Constant(stream);
        break;
      case kLabels: {
        const uint32_t labels = Next(stream);
        Number(labels);
        for (uint32_t i = 0; i <= labels; ++i) Number(Next(stream));
        break;
      }
      case kLocal: {
        Locals& of_type = locals[stream];
        uint32_t place = Next(stream);
        if (place == of_type.size) {
          of_type.recent[of_type.size++] = static_cast<uint16_t>(count++);
          *declaration++ = 1;
          *declaration++ = static_cast<uint8_t>(127 - stream);
        }
        const uint16_t local = of_type.recent[place];
        for (; place > 0; --place) of_type.recent[place] = of_type.recent[place - 1];
        of_type.recent[0] = local;
        Number(local);
        break;
      }
      case kEnd:
        --depth;
    }
  }
  count -= parameters;
  start[kSizeBytes] = static_cast<uint8_t>(count | 128);
  start[kSizeBytes + 1] = static_cast<uint8_t>(count >> 7);
  const uint32_t size = static_cast<uint32_t>(out - start) - kRoom;
  __builtin_memmove(declaration, start + kRoom, size);
  out = declaration + size;
  Size(start);
}

}  // namespace

/// The text is the digits and then the streams, each after a blank. The module is written where the text ends; the answer is
/// where the module ends.
extern "C" uint8_t* unpack(const uint8_t* text, uint8_t* end) {
  for (int i = 0; i < kAlphabet; ++i) digits[*text++] = static_cast<uint8_t>(i);
  for (const uint8_t** place = places; text < end;) {
    if (*text++ == ' ') *place++ = text;
  }
  out = end;
  const uint8_t* type = end + Next(kModule);
  const uint8_t* signature = end + Next(kModule);
  const uint32_t functions = Next(kModule);
  Copy(kModule);
  for (uint32_t i = 0, count = type[-1]; i < count; ++i) {
    signatures[i] = ++type;
    type += *type + 1;
    type += *type + 1;
  }
  const uint32_t symbol_count = Next(kSymbols);
  for (uint32_t i = 0; i < symbol_count; ++i) {
    symbols[i] = {Next(kSymbols), Next(kSymbols), static_cast<int>(Next(kSymbols)),
                  static_cast<int>(Next(kSymbols))};
  }
  Put(10);
  uint8_t* const section = out;
  out += kSizeBytes;
  Number(functions);
  for (uint32_t left = functions; left > 0; --left) Function(signatures[*signature++]);
  Size(section);
  Copy(kModule);
  return out;
}
