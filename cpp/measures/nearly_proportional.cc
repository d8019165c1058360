#include "measures/nearly_proportional.h"

#include "measures/aligned_sum.h"

namespace kl {
namespace {

/// Above this |pᵢ − S qᵢ|/pᵢ the ratio of the sums is good enough.
constexpr double kCloseMax = 0x1p-30;

bool IsClose(double u) { return u < kCloseMax && u > -kCloseMax; }

}  // namespace

ExactDifferences::ExactDifferences(Pairs& pairs, const Alignment& alignment)
    : alignment_(alignment) {
  double most = 0, q = 0;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      if (chunk.p[i] > most && chunk.q[i] > 0) most = chunk.p[i], q = chunk.q[i];
    }
  });
  p_heaviest_ = Split(most);
  q_heaviest_ = Split(q);

  // Σ pᵢ uᵢ, of which not only the sum but every product is kept to twice the precision: v is subtracted from uᵢ.
  const DoubleDouble r = Divide({p_heaviest_.significand, 0}, {q_heaviest_.significand, 0});
  const int r_exponent = p_heaviest_.exponent - q_heaviest_.exponent;
  TermSum differences, rests;
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      if (chunk.p[i] == 0 && chunk.q[i] == 0) continue;
      if (chunk.p[i] == 0) {
        const Scaled y = Split(chunk.q[i]);
        differences.Add(-Multiply(r, y.significand).hi,
                        y.exponent + r_exponent - alignment.p_exponent);
        continue;
      }
      const Scaled p = Split(chunk.p[i]);
      if (chunk.q[i] == 0) {
        differences.Add(p.significand, p.exponent - alignment.p_exponent);
        continue;
      }
      const DoubleDouble u = FromHeaviest(p, Split(chunk.q[i]));
      if (IsClose(u.hi)) {
        const DoubleDouble d = Multiply(u, p.significand);
        differences.Add(d.hi, p.exponent - alignment.p_exponent);
        rests.Add(d.lo, p.exponent - alignment.p_exponent);
        continue;
      }
      // p − R q itself: of an outcome that has next to no weight, or the divergence would not be small.
      const LanePair far = kl::Align(chunk.p[i], chunk.q[i], r, r_exponent);
      differences.Add((far.p[0] - far.q[0]) - far.q_low[0], far.exponent - alignment.p_exponent);
    }
  });
  const double tiny = Scale(Value(differences.tiny), -TermSum::kTinyExponent);
  const DoubleDouble total = Add(Add(differences.main, Value(rests.main)), tiny);
  v_ = Divide(total, {alignment.mass, alignment.mass_low});
}

Scaled ExactDifferences::AloneInQ(double q) const {
  const Scaled part = Split(q);
  const double y = Multiply(alignment_.ratio, part.significand).hi;
  return {y, part.exponent + alignment_.p_exponent - alignment_.q_exponent};
}

/// Both products are exact, and so is their difference where they nearly agree. 1 if they are not even of one magnitude.
DoubleDouble ExactDifferences::FromHeaviest(Scaled p, Scaled q) const {
  const int gap = (q.exponent + p_heaviest_.exponent) - (p.exponent + q_heaviest_.exponent);
  if (gap > 2 || gap < -2) return {1, 0};
  const DoubleDouble ours = TwoProduct(p.significand, q_heaviest_.significand);
  const DoubleDouble theirs = TwoProduct(q.significand, p_heaviest_.significand);
  const double power = PowerOfTwo(gap);
  const DoubleDouble difference =
      Add(TwoSum(ours.lo, -theirs.lo * power), ours.hi - theirs.hi * power);
  return difference.hi == 0 ? difference : Divide(difference, ours);
}

LanePair ExactDifferences::Align(double p, double q) const {
  const Scaled p_part = Split(p);
  const DoubleDouble u = FromHeaviest(p_part, Split(q));
  if (!IsClose(u.hi)) {
    return kl::Align(p, q, alignment_.ratio, alignment_.p_exponent - alignment_.q_exponent);
  }
  const double x = p_part.significand, share = x * Value(Add(u, Negate(v_)));
  const double d = share + share * v_.hi, y = x - d;  // 1/(1 − v) = 1 + v, to the last digit
  return {Splat(x), Splat(y), Splat((x - y) - d), p_part.exponent, 0};
}

bool AreNoise(const TermSums& sums, const Alignment& alignment) {
  const double witness = sums.sums[sums.terms->witness].Over(alignment.mass);
  return !alignment.is_as_given && witness != 0 && witness < sums.terms->noise;
}

TermSums SumTerms(const Terms& terms, Pairs& pairs, const Alignment& alignment) {
  const TermSums sums = SumAligned(terms, pairs, alignment);
  if (!AreNoise(sums, alignment)) return sums;
  const ExactDifferences differences(pairs, alignment);
  TermSums again(terms);
  ForEachChunk(pairs, [&](Chunk chunk, size_t) {
    for (size_t i = 0; i < chunk.n; ++i) {
      const double p = chunk.p[i], q = chunk.q[i];
      if (p > 0 && q > 0) {
        again.Add(differences.Align(p, q), -alignment.p_exponent);
      } else if (q > 0) {
        const Scaled y = differences.AloneInQ(q);
        again.AddAtZeroP(y.significand, y.exponent - alignment.p_exponent);
      } else if (p > 0) {
        const Scaled x = Split(p);
        again.AddAtZeroQ(x.significand, x.exponent - alignment.p_exponent);
      }
    }
  });
  return again;
}

}  // namespace kl
