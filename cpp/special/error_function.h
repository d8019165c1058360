#pragma once

namespace kl {

/// The error function, 2/√π ∫ e^(−t²) dt from 0 to x. Error ≤ 4 ulp.
double Erf(double x);

/// e^(x²) erfc x for x ≥ 0, which neither over- nor underflows. Error ≤ 8 ulp.
double ScaledErfc(double x);

/// 1 − √π x e^(x²) erfc x for x ≥ 0: between 1 and 0, some 1/(2x²) for large x. Error ≤ 16 ulp.
double ScaledErfcDefect(double x);

}  // namespace kl
