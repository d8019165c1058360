#pragma once

#include <array>

namespace kl {

/// The Gauss–Kronrod rule of 21 points on [−1, 1]: the middle point, then pairs ±kKronrodNodes. Every second of them, from the
/// first pair on, is a node of Gauss' rule of 10 points. Exact to degree 32, and 19.
/// Source   R. Piessens et al., QUADPACK, 1983: qk21
inline constexpr int kKronrodPairs = 10;
inline constexpr std::array<double, kKronrodPairs> kKronrodNodes{
    0x1.30e507891e27ap-3, 0x1.2d755295ea137p-2, 0x1.bbcc009016adcp-2, 0x1.2021b401fc12p-1,
    0x1.5bdb9228de198p-1, 0x1.8fc7574fa6c62p-1, 0x1.bae995e9cb2f3p-1, 0x1.dc3d9a4b011c6p-1,
    0x1.f2a3e062af2d8p-1, 0x1.fdc6c69272ae5p-1};
inline constexpr double kKronrodMiddleWeight = 0x1.321082b7cd10fp-3;
inline constexpr std::array<double, kKronrodPairs> kKronrodWeights{
    0x1.2e91d6ff21eb5p-3, 0x1.2467b616c0e05p-3, 0x1.13e26d16948d4p-3, 0x1.f9d2b8f5d2ddep-4,
    0x1.c00cbfda8818fp-4, 0x1.7d711dddcb389p-4, 0x1.335ccd53722e5p-4, 0x1.c08f7021999a2p-5,
    0x1.0ab76a4a94042p-5, 0x1.7f35bdbca883fp-7};
inline constexpr std::array<double, kKronrodPairs / 2> kGaussWeights{
    0x1.2e9de7014d6efp-2, 0x1.13baa7a559bfep-2, 0x1.c0b059d00bc31p-3, 0x1.32138c878efe5p-3,
    0x1.1115f8b62dc1fp-4};

}  // namespace kl
