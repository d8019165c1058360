"""Makes the reference values of every measure of two finite distributions, in measures.json. Deterministic; needs mpmath.

    python3 tests/vectors/measures.py

Every case: numbers p and q in hex, what they are (`form`), and what every measure is of P and Q (`forward`) and of Q and
P (`reverse`), from its definition, to base e (the double Math.E stands for it), 2 and 10. A result `a|r` is a + r units in
the last place of the double a. `size` of an asymmetry: the sum of its terms' sizes, by which its error is measured.
"""

import json
import math
import random
from pathlib import Path

from mpmath import exp, inf, log, mp, mpf, sqrt

# The definitions cancel. What they are of is at most 1, and what is below 1e-324, or the root of what is below 1e-648, is 0.
mp.dps = 1000

ORDERS = (0.0, 0.5, 1.0, 1 + 1e-9, 2.0, 10.0, math.inf)
BASES = {"e": None, "2": 2, "10": 10}
NONE = -math.inf


def want(x):
    a = float(x)
    if math.isinf(a):
        return "inf" if a > 0 else "-inf"
    rest = round(float((x - a) / math.ulp(a)), 6)
    return f"{(a + 0.0).hex()}|{rest + 0.0}"  # + 0.0: no negative zeros, whose signs are those of noise


def hex_of(x):
    return x.hex() if math.isfinite(x) else str(x)


def powers(form, numbers):
    if form in ("probabilities", "weights"):
        return [mpf(x) for x in numbers]
    most = max(numbers)
    return [mpf(0) if x == NONE else exp(mpf(x) - most) for x in numbers]


def are_equal(form, p, q):
    """Whether the distributions are the same, which a rounded quotient does not show."""
    if form in ("probabilities", "weights"):
        p, q = [mpf(x) for x in p], [mpf(x) for x in q]
        return all(x * sum(q) == y * sum(p) for x, y in zip(p, q))
    steps = {mpf(x) - mpf(y) for x, y in zip(p, q) if not x == y == NONE}
    return len(steps) == 1 and inf not in steps and -inf not in steps


def total(terms):
    return sum(terms, mpf(0))


def of_order(alpha, p, q, is_tsallis, same):
    common = [(x, y) for x, y in zip(p, q) if x > 0 and y > 0]
    outside = any(x > 0 and y == 0 for x, y in zip(p, q))
    if same:
        return mpf(0)
    if alpha >= 1 and outside:
        return inf
    if alpha == 1:
        return total(x * log(x / y) for x, y in common)
    if alpha == math.inf:
        return inf if is_tsallis else log(max(x / y for x, y in common))
    alpha = mpf(alpha)
    power = total(exp(alpha * log(x) + (1 - alpha) * log(y)) for x, y in common)
    if is_tsallis:
        return (power - 1) / (alpha - 1)
    return inf if power == 0 else log(power) / (alpha - 1)


def measures(p, q, same):
    """Each measure with its value in nats; without a base, if it has none; the size of the asymmetry."""
    if same:
        q = p
    both = list(zip(p, q))
    common = [(x, y) for x, y in both if x > 0 and y > 0]
    p_alone = any(x > 0 and y == 0 for x, y in both)
    q_alone = any(y > 0 and x == 0 for x, y in both)
    log_ratio = [(x, y, log(x / y)) for x, y in common]
    forward = inf if p_alone else total(x * r for x, _, r in log_ratio)
    reverse = inf if q_alone else total(-y * r for _, y, r in log_ratio)
    differences = [(x + y) * r - 2 * (x - y) for x, y, r in log_ratio]
    difference = total(differences)
    if p_alone or q_alone:
        difference = mpf(0) if p_alone and q_alone else inf if p_alone else -inf
    part = lambda x, m: x * log(x / m) if x > 0 else mpf(0)
    middle = total(part(x, (x + y) / 2) + part(y, (x + y) / 2) for x, y in both) / 2
    overlap = total(sqrt(x * y) for x, y in common)
    cross = inf if p_alone else total(-x * log(y) for x, y in common)
    nats = {
        "klDivergence": forward,
        "jeffreysDivergence": forward + reverse,
        "asymmetry": difference,
        "jensenShannonDivergence": middle,
        "bhattacharyyaDistance": inf if not common else mpf(0) if same else -log(overlap),
        "crossEntropy": cross,
        "entropy": total(-x * log(x) for x in p if x > 0),
    }
    plain = {
        "totalVariationDistance": total(abs(x - y) for x, y in both) / 2,
        "hellingerDistance": sqrt(total((sqrt(x) - sqrt(y)) ** 2 for x, y in both) / 2),
        "chiSquaredDivergence": inf if p_alone else total((x - y) ** 2 / y for x, y in both if y > 0),
    }
    return nats, plain, total(abs(d) for d in differences)


def generalized(p, q):
    both = [(mpf(x), mpf(y)) for x, y in zip(p, q)]
    if any(x > 0 and y == 0 for x, y in both):
        return inf
    return total((x * log(x / y) if x > 0 else mpf(0)) - x + y for x, y in both)


def results(form, p, q):
    x, y = powers(form, p), powers(form, q)
    x_sum, y_sum = total(x), total(y)
    x, y = [a / x_sum for a in x], [b / y_sum for b in y]
    same = are_equal(form, p, q)
    if same:
        y = x
    nats, plain, size = measures(x, y, same)
    if form in ("probabilities", "weights"):
        nats["generalizedKlDivergence"] = generalized(p, q)
    in_base = lambda v: {name: v if base is None else v / log(base) for name, base in BASES.items()}
    texts = lambda values: {name: want(value) for name, value in values.items()}
    rows = [{"measure": name} | texts(in_base(value)) for name, value in nats.items()]
    for row in rows:
        if row["measure"] == "asymmetry":
            row["size"] = {name: float(value).hex() for name, value in in_base(size).items()}
    rows += [{"measure": name} | texts(dict.fromkeys(BASES, value)) for name, value in plain.items()]
    # The root of the divergence to a base, not the root divided by its logarithm.
    roots = {name: sqrt(abs(value)) for name, value in in_base(nats["jensenShannonDivergence"]).items()}
    rows.append({"measure": "jensenShannonDistance"} | texts(roots))
    for name in ("renyiDivergence", "tsallisDivergence"):
        for alpha in ORDERS:
            value = of_order(alpha, x, y, name.startswith("tsallis"), same)
            order = "Infinity" if math.isinf(alpha) else repr(alpha)
            rows.append({"measure": name, "alpha": order} | texts(in_base(value)))
    return rows


def cases(rng):
    uniform = lambda n: [rng.random() for _ in range(n)]
    shares = lambda x: [a / sum(x) for a in x]
    logs = lambda x: [math.log(a) if a > 0 else NONE for a in shares(x)]
    near = lambda x, d: [a * (1 + d * (2 * rng.random() - 1)) for a in x]
    counts = lambda n, least: [float(rng.randint(least, 10**6)) for _ in range(n)]
    normal = lambda n, scale: [rng.gauss(0, scale) for _ in range(n)]
    single = lambda x: math.ldexp(round(math.ldexp(x, 24)), -24)

    some, logits = shares(uniform(5)), normal(6, 2)
    yield "two outcomes", "probabilities", [0.4, 0.6], [0.3, 0.7]
    yield "three outcomes", "probabilities", [0.1, 0.2, 0.7], [0.3, 0.3, 0.4]
    yield "equal", "probabilities", [0.1, 0.2, 0.7], [0.1, 0.2, 0.7]
    yield "near by 1e-4", "probabilities", some, shares(near(some, 1e-4))
    yield "near by 1e-12", "probabilities", some, shares(near(some, 1e-12))
    yield "a last place apart", "probabilities", [0.5, 0.5], [0.5 + 2.0**-53, 0.5 - 2.0**-54]
    yield "zeros in P", "probabilities", [0.0, 0.25, 0.0, 0.75], [0.5, 0.125, 0.125, 0.25]
    yield "zeros in Q", "probabilities", [0.5, 0.125, 0.125, 0.25], [0.0, 0.25, 0.0, 0.75]
    yield "zeros in both", "probabilities", [0.5, 0.0, 0.5, 0.0], [0.25, 0.0, 0.25, 0.5]
    yield "no common outcome", "probabilities", [0.25, 0.75, 0.0], [0.0, 0.0, 1.0]
    yield "a certain outcome", "probabilities", [1.0, 0.0], [0.5, 0.5]
    yield "one outcome", "probabilities", [1.0], [1.0]
    yield "a subnormal outcome", "probabilities", [1e-310, 1.0], [3e-310, 1.0]
    yield "sums that are 1 as float32", "probabilities", [single(x) for x in (0.1, 0.2, 0.7)], [single(x) for x in (0.3, 0.3, 0.4)]
    yield "50 outcomes", "probabilities", shares(uniform(50)), shares(uniform(50))
    yield "counts of two samples", "weights", [2.0, 2.0, 1.0], [5.0, 1.0, 4.0]
    yield "50 counts", "weights", [0.0, 0.0] + counts(48, 0), counts(50, 1)
    yield "counts that differ by one", "weights", [1e6, 1e6 + 1, 1e6 - 1], [1e6 + 1, 1e6, 1e6 - 1]
    yield "proportional counts", "weights", [1.0, 2.0, 3.0], [10.0, 20.0, 30.0]
    yield "one outcome", "weights", [3.0], [7.0]
    yield "from 1e-300 to 1e300", "weights", [1e-300, 3e-100, 1.0, 7e300], [2e300, 1e-200, 5.0, 1e-300]
    yield "the largest numbers", "weights", [1.7e308, 1e308], [1e308, 1.7e308]
    yield "the least numbers", "weights", [5e-324, 1.5e-323], [1e-323, 5e-324]
    yield "all but 1e-30 in one outcome", "weights", [1.0, 1e-30], [1.0, 2e-30]
    yield "three outcomes", "logits", [1.5, -0.3, 2.0], [0.5, 0.7, 1.0]
    yield "1e4 and -1e4", "logits", [1e4, -1e4, 0.0], [-1e4, 1e4, 5.0]
    yield "on levels of 1e4 and -1e4", "logits", [1e4, 1e4 + 1, 9999.5], [-1e4, 1.25 - 1e4, -10000.75]
    yield "one outcome 1e4 above", "logits", [1e4, 0.0], [1e4, 1.0]
    yield "a constant apart", "logits", [0.5, -2.0, 3.0], [10.5, 8.0, 13.0]
    yield "near by 1e-12", "logits", logits, near(logits, 1e-12)
    yield "outcomes without weight", "logits", [0.5, NONE, 1.0, NONE], [1.5, 0.25, -1.0, NONE]
    yield "one outcome", "logits", [-3.0], [1e4]
    yield "50 outcomes", "logits", normal(50, 3), normal(50, 3)
    yield "two outcomes", "log-probabilities", logs([0.4, 0.6]), logs([0.3, 0.7])
    yield "none in P", "log-probabilities", logs([0.0, 0.25, 0.75]), logs([0.2, 0.3, 0.5])
    yield "none in Q", "log-probabilities", logs([0.2, 0.3, 0.5]), logs([0.0, 0.25, 0.75])
    yield "one outcome", "log-probabilities", [0.0], [0.0]
    yield "the last is e^-5000", "log-probabilities", [0.0, -5000.0], [0.0, -4000.0]
    yield "50 outcomes", "log-probabilities", logs(uniform(50)), logs(uniform(50))


def extremes():
    """At the ends of what a double can be."""
    yield "the least outcome, in Q alone", "probabilities", [0.0, 1.0], [5e-324, 1.0]
    yield "one of 64 outcomes 50 below, in Q", "logits", [0.01] + 63 * [0.0], [-50.0] + 63 * [0.0]
    yield "one of 256 outcomes 300 below, in Q", "logits", [0.01] + 255 * [0.0], [-300.0] + 255 * [0.0]
    yield "1e5 apart", "logits", [3.0, 1.0], [1e5, 2.0]
    yield "1e6 apart", "logits", [3.0, 1.0], [1e6, 2.0]
    yield "1e12 apart", "logits", [3.0, 1.0], [1e12, 2.0]
    yield "2e308 apart", "logits", [0.0, 0.0], [-1e308, 1e308]


def recorded(extreme, about, form, p, q):
    case = {"about": about, "form": form, "extreme": extreme}
    case |= {"p": [hex_of(x) for x in p], "q": [hex_of(x) for x in q]}
    return case | {"forward": results(form, p, q), "reverse": results(form, q, p)}


path = Path(__file__).with_suffix(".json")
every = [recorded(False, *case) for case in cases(random.Random(3))] + [recorded(True, *case) for case in extremes()]
lines = [json.dumps(case, separators=(",", ":")) for case in every]
path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
print(f"{path.name}: {len(lines)} cases")
