#include "divergence/half_line.h"

#include <algorithm>

#include "special/elementary.h"
#include "special/kronrod.h"

namespace kl {
namespace {

constexpr double kSmallest = 1e-300, kLargest = 1e300;
constexpr double kRelativelySmallest = 0x1p-47;  // beside an anchor that is not 0
constexpr double kSliver = 0x1p-44;
constexpr double kLeastLog = -745;  // below it, e^x is 0

constexpr size_t kMaxNodes = 2 * kKronrodPairs + 1;

/// log at s, of a log density known at points t near to their s: by the slope at node i of the parabola through it and its
/// neighbours (at the ends, the nearest three). Adds to `doubt` a quarter of what the bend changes.
double Moved(double s, const double* t, const double* log, size_t i, size_t n, double& doubt) {
  if (!IsFinite(log[i]) || s == t[i]) return log[i];
  const size_t m = i == 0 ? 1 : i + 1 == n ? i - 1 : i;
  const double before = (log[m] - log[m - 1]) / (t[m] - t[m - 1]);
  const double after = (log[m + 1] - log[m]) / (t[m + 1] - t[m]);
  const double bend = (after - before) / (t[m + 1] - t[m - 1]);
  const double slope = before + bend * ((t[i] - t[m]) + (t[i] - t[m - 1]));
  const double moved = log[i] + slope * (s - t[i]);
  if (!IsFinite(moved)) {
    doubt += 1;
    return log[i];
  }
  const double change = Abs((after - before) * (s - t[i])) / 4;
  doubt += change;
  return moved;
}

/// unit·e^s, where e^s itself may over- or underflow.
double WayAt(const HalfLine& line, double s) {
  if (Abs(s) < 700) return line.unit * Exp(s);
  const double root = Exp(s / 2);
  return line.unit * root * root;
}

/// Both log densities at one s inside [low, high].
struct Logs {
  double p, q, dx;
  bool IsGap() const { return q == -kInfinity; }
  bool HasMass() const { return p + dx > kLeastLog; }
};

Logs LogsAt(const Distribution& p, const Distribution& q, const HalfLine& line, double& s) {
  const double x = line.anchor + line.sign * WayAt(line, s);
  s = LogRatio(Abs(x - line.anchor), line.unit);
  return {p.family->univariate(p)->LogDensityAt(p, x), q.family->univariate(q)->LogDensityAt(q, x),
          s + line.log_unit};
}

/// From four points on the way to the end, `step` apart.
Continuation Continue(const double (&s)[4], const double (&log)[4]) {
  Continuation on;
  on.at = s[0];
  on.log = log[0];
  double slopes[3], size = 1;
  for (int i = 0; i < 3; ++i) slopes[i] = (log[i + 1] - log[i]) / (s[i + 1] - s[i]);
  for (const double value : log) size += Abs(value);
  if (!IsFinite(size)) {
    on.doubt = on.log == -kInfinity ? 0 : 1;
    return on;
  }
  const bool is_low = s[1] > s[0];
  if (is_low ? slopes[0] <= -1 : slopes[0] >= -1) {  // no mass can go on like this: unresolved
    on.slope = is_low ? 0 : -2;
    on.doubt = 1;
    return on;
  }
  const double step = Abs(s[1] - s[0]), rounding = 0x1p-52 * size / step;
  const double bend = slopes[1] - slopes[0], twist = (slopes[2] - slopes[1]) - bend;
  const double curvature = bend / (s[1] - s[0]);
  double doubt = rounding + Abs(bend);
  on.slope = slopes[0];
  if (curvature < 0 && Abs(bend) > 64 * rounding && Abs(twist) < Abs(bend) / 8) {
    on.curvature = curvature;
    on.slope -= bend / 2;
    const double reach = 8 / (Sqrt(-curvature) * step);  // where the parabola has ended, in steps
    doubt = (rounding + Abs(twist)) * (1 + reach * reach);
  }
  const double rate = Abs(on.slope + 1);  // of the mass in s
  on.doubt = doubt < rate ? 2 * doubt / rate : 1;
  return on;
}

/// Sets the range that x can follow, and how densities go on beyond.
void Bound(const Distribution& p, const Distribution& q, double width, HalfLine& line) {
  const double size = Abs(line.anchor);
  const double least = std::max(kSmallest, size * kRelativelySmallest);
  line.low = LogRatio(least, line.unit);
  if (line.is_infinite) line.high = LogRatio(kLargest, line.unit);
  if (line.low >= line.high) line.low = line.high - 1;
  double reference = std::clamp(LogRatio(width, line.unit), line.low, line.high);
  const Logs at_reference = LogsAt(p, q, line, reference);
  if (at_reference.IsGap()) {
    line.has_gap = at_reference.HasMass();
    return;
  }
  for (const bool is_high : {false, true}) {
    if (is_high && !line.is_infinite) break;
    double& end = is_high ? line.high : line.low;
    double at = end;
    if (LogsAt(p, q, line, at).IsGap()) {  // log q overflows
      double good = reference, bad = end;
      for (int i = 0; i < 60; ++i) {
        const double middle = good + (bad - good) / 2;
        at = middle;
        (LogsAt(p, q, line, at).IsGap() ? bad : good) = middle;
      }
      end = good - (good - reference) * 0x1p-20;  // nodes are rounded
      line.is_cut = true;
    }
    const double room = Abs(end - reference) / 4;
    const double most = is_high || size == 0 ? 64 : 2;
    const double step = std::min(most, std::min(room > 0 ? room : 1, (line.high - line.low) / 4));
    double s[4], p_log[4], q_log[4];
    for (int i = 0; i < 4; ++i) {
      s[i] = is_high ? end - step * i : end + step * i;
      const Logs logs = LogsAt(p, q, line, s[i]);
      p_log[i] = logs.p;
      q_log[i] = logs.q;
    }
    auto& beyond = is_high ? line.beyond_high : line.beyond_low;
    beyond[0] = Continue(s, p_log);
    beyond[1] = Continue(s, q_log);
  }
}

/// Keeps what is inside `over` apart and in order; std::sort and its like are a kilobyte of code.
void AddAnchor(double x, const Support& over, std::vector<double>& anchors) {
  const bool is_inside = IsFinite(x) && x >= over.low && x <= over.high;
  if (!is_inside || std::find(anchors.begin(), anchors.end(), x) != anchors.end()) return;
  size_t at = anchors.size();
  anchors.push_back(x);
  for (; at > 0 && anchors[at - 1] > x; --at) anchors[at] = anchors[at - 1];
  anchors[at] = x;
}

/// Where the densities are not smooth or have modes: the ends of supports and breaks, all; centres, where none of these is near.
std::vector<double> Anchors(const Distribution& p, const Distribution& q, const Support& over) {
  std::vector<double> breaks{over.low, over.high};
  for (const Distribution* d : {&p, &q}) {
    const Univariate& family = *d->family->univariate(*d);
    family.AddBreaks(*d, breaks);
    breaks.push_back(family.SupportOf(*d).low);
    breaks.push_back(family.SupportOf(*d).high);
  }
  std::vector<double> anchors;
  for (const double x : breaks) AddAnchor(x, over, anchors);
  for (const Distribution* d : {&p, &q}) {
    const Bulk bulk = d->family->univariate(*d)->BulkOf(*d);
    const bool is_inside = bulk.centre > over.low && bulk.centre < over.high;
    const bool is_near = std::any_of(anchors.begin(), anchors.end(), [&](double x) {
      return Abs(x - bulk.centre) <= bulk.width / 8;
    });
    if (is_inside && !is_near) AddAnchor(bulk.centre, over, anchors);
  }
  return anchors;
}

}  // namespace

std::vector<HalfLine> HalfLines(const Distribution& p, const Distribution& q, const Support& over) {
  const std::vector<double> anchors = Anchors(p, q, over);
  const double p_width = p.family->univariate(p)->BulkOf(p).width,
               q_width = q.family->univariate(q)->BulkOf(q).width;
  // From an anchor to either side, but not beyond the ends, which are anchors too.
  std::vector<HalfLine> lines(2 * anchors.size() - (IsFinite(over.low) ? 1 : 0) -
                              (IsFinite(over.high) ? 1 : 0));
  size_t next = 0;
  for (size_t i = 0; i < anchors.size(); ++i) {
    for (const double sign : {-1.0, 1.0}) {
      const bool is_last = sign < 0 ? i == 0 : i + 1 == anchors.size();
      if (is_last && IsFinite(sign < 0 ? over.low : over.high)) continue;
      HalfLine& line = lines[next++];
      line.anchor = anchors[i];
      line.sign = sign;
      line.is_infinite = is_last;
      line.unit = is_last ? p_width : Abs(anchors[sign < 0 ? i - 1 : i + 1] / 2 - anchors[i] / 2);
      line.log_unit = LogRatio(line.unit, 1);
      Bound(p, q, p_width, line);
      std::vector<double> sizes{p_width, q_width};
      for (const double other : anchors) sizes.push_back(Abs(other - line.anchor));
      for (const double size : sizes) {
        if (size <= 0 || !IsFinite(size)) continue;
        const double s = LogRatio(size, line.unit);
        if (s > line.low && s < line.high) line.scales.push_back(s);
      }
      if (line.scales.empty()) line.scales.push_back(line.is_infinite ? line.low : line.high);
    }
  }
  return lines;
}

Rounding FillNodes(const Distribution& p, const Distribution& q, const HalfLine& line,
                   std::span<const double> s, std::span<Node> nodes) {
  const size_t n = s.size();
  const bool is_below = s[0]<line.low, is_above = s[n - 1]> line.high;
  if (is_below || is_above) {
    const auto& [of_p, of_q] = is_below ? line.beyond_low : line.beyond_high;
    const double x = line.anchor + line.sign * WayAt(line, is_below ? line.low : line.high);
    for (size_t i = 0; i < n; ++i) {
      nodes[i] = {x, of_p.Log(s[i]), of_q.Log(s[i]), line.log_unit + s[i], 0, 0, true};
    }
    return {of_p.doubt + of_q.doubt, 0};
  }
  double x[kMaxNodes], t[kMaxNodes], p_log[kMaxNodes], q_log[kMaxNodes];
  for (size_t i = 0; i < n; ++i) {
    const double way = WayAt(line, s[i]);
    x[i] = line.anchor + line.sign * way;
    const double rounded = Abs(x[i] - line.anchor), off = (rounded - way) / way;
    t[i] = s[i] + (Abs(off) < 0x1p-30 ? off : LogRatio(rounded, way));
  }
  p.family->univariate(p)->LogDensity(p, x, n, p_log);
  q.family->univariate(q)->LogDensity(q, x, n, q_log);
  double off = 0;
  for (size_t i = 0; i < n; ++i) {
    double p_doubt = 0, q_doubt = 0;
    const double p_moved = Moved(s[i], t, p_log, i, n, p_doubt),
                 q_moved = Moved(s[i], t, q_log, i, n, q_doubt);
    nodes[i] = {x[i], p_moved, q_moved, line.log_unit + s[i], p_doubt + q_doubt, p_doubt, false};
    off = std::max(off, Abs(t[i] - s[i]));
  }
  // Between two anchors that are nearly the same there are too few doubles.
  const bool is_sliver = !line.is_infinite && line.unit < Abs(line.anchor) * kSliver;
  return {is_sliver ? 1.0 : 0.0, off};
}

}  // namespace kl
