#include <cstdarg>
#include <cstdint>

// Embind alone formats text: the address of a type that it has no name for, by "%p". The printf of the C library for that
// would be 5 KB.

extern "C" int siprintf(char* to, const char* format, ...) {
  constexpr char kDigits[] = "0123456789abcdef";
  va_list arguments;
  va_start(arguments, format);
  const auto address = va_arg(arguments, uintptr_t);
  va_end(arguments);
  char* end = to;
  for (int shift = 28; shift >= 0; shift -= 4) *end++ = kDigits[(address >> shift) & 15];
  *end = 0;
  return static_cast<int>(end - to);
}
