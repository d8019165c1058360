#pragma once

// Made by coefficients.py; see there.

namespace kl {

/// (log r − 2s)/(s z) = 2/3 + 2z/5 + 2z²/7 + …: what the logarithm adds to its first term.
/// Error    relative ≤ 2^-52.2 for 0 ≤ z ≤ 0.111111, the rounding of the coefficients included.
inline constexpr double kLogTail[] = {
    0x1.5555555555555p-1, 0x1.999999999a406p-2, 0x1.24924923d1d5ap-2, 0x1.c71c72730ce6ap-3,
    0x1.745cf05dc180fp-3, 0x1.3b18bb0df36f8p-3, 0x1.10abf40837de2p-3, 0x1.eb996c35126ddp-4,
    0x1.684ede63dee4fp-4, 0x1.4b35cef6a80f8p-3,
};

/// log₂ r / s = (2 + 2z/3 + 2z²/5 + …)/ln 2, for |s| ≤ 1/5.
/// Error    relative ≤ 2^-55.9 for 0 ≤ z ≤ 0.0402, the rounding of the coefficients included.
inline constexpr double kLog2Series[] = {
    0x1.71547652b82fep+1, 0x1.ec709dc3a089cp-1, 0x1.2776c50e6374ap-1, 0x1.a61763904dc09p-2,
    0x1.484abb9358441p-2, 0x1.0caca778c67b1p-2, 0x1.c2745e81df25cp-3, 0x1.c7023193965e9p-3,
};

/// The same as kLogTail, for φ of floats.
/// Error    of φ, relative, ≤ 2^-25.0 for 0 ≤ z ≤ 0.111111, the rounding of the coefficients included.
inline constexpr float kLogTailF32[] = {
    0x1.555528p-1f,
    0x1.99c18ep-2f,
    0x1.1fb9eep-2f,
    0x1.1a4028p-2f,
};

}  // namespace kl
