#pragma once

namespace kl {

/// x coth x − 1 ≥ 0: x²/3 − x⁴/45 + … where x is small, |x| − 1 where it is large.
/// Error    ≤ 4 ulp
double CothExcess(double x);

}  // namespace kl
