#pragma once

namespace kl {

/// sin x, cos x for |x| ≤ 2^20; the same bits everywhere. Error ≤ 2 ulp, also beside the zeros.
double Sin(double x);
double Cos(double x);

}  // namespace kl
