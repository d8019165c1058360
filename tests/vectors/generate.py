"""Makes the reference values of this folder. Deterministic; needs mpmath.

    python3 tests/vectors/generate.py

Every file: comments (#), a line of column names, rows. Inputs are doubles in hex. A result `a|r` is a + r units in the
last place of the double a, so that errors can be measured in units smaller than one.
"""

import random
from pathlib import Path

from mpmath import frexp, isinf, ldexp, log, mp, mpf, nint

mp.dps = 400  # the definitions themselves, which cancel; 60 digits and more are left of every result

HERE = Path(__file__).parent


def want(x):
    """A real number as `a|r`."""
    if isinf(x):
        return "inf" if x > 0 else "-inf"
    if x == 0:
        return "0x0p+0|0"
    _, exponent = frexp(abs(x))
    ulp = ldexp(mpf(1), max(exponent - 53, -1074))
    nearest = nint(x / ulp) * ulp
    if abs(nearest) >= mpf(2) ** 1024:
        return "inf" if x > 0 else "-inf"
    return f"{float(nearest).hex()}|{float((x - nearest) / ulp):.6f}"


def write(name, about, columns, rows):
    lines = [f"# {line}" for line in about.splitlines()]
    lines += ["# Made by generate.py; see there for the notation.", ",".join(columns)]
    lines += [",".join(cell if isinstance(cell, str) else cell.hex() for cell in row) for row in rows]
    (HERE / name).write_text("\n".join(lines) + "\n")
    print(f"{name}: {len(rows)} rows")


def phi(p, q):
    p, q = mpf(p), mpf(q)
    return p * log(p / q) - p + q


def next_up(x, steps=1):
    ulp = float(ldexp(mpf(1), int(frexp(mpf(x))[1]) - 53))
    return x + steps * ulp


def pairs_of_numbers(rng):
    """Ratios near 1, at the edges of the reduction by powers of two, ordinary and extreme."""
    some = lambda: 1 + rng.random()
    pairs = [(1.0, 1.0), (1.0, 2.0), (2.0, 1.0), (1.0, 4.0), (4.0, 1.0), (1.0, 3.0), (3.0, 1.0), (0.1, 0.3)]
    for digits in range(1, 16):
        for sign in (-1, 1):
            p = some()
            pairs.append((p, p * (1 + sign * 10.0**-digits * rng.random())))
    for steps in (-2, -1, 1, 2):
        p = some()
        pairs.append((p, next_up(p, steps)))
    for power in (-3, -2, -1, 0, 1, 2, 3):
        for edge in (1.0, 2.0**0.5, 1.5):
            for steps in (-1, 0, 1):
                p = some()
                pairs.append((p, next_up(p * edge, steps) * 2.0**power))
    for _ in range(60):
        pairs.append((some(), some() * 2.0 ** rng.randint(-4, 4)))
    for _ in range(40):
        pairs.append((some() * 2.0 ** rng.randint(-470, 470), some() * 2.0 ** rng.randint(-470, 470)))
    return pairs


def finite_cases(rng):
    uniform = lambda n: [rng.random() for _ in range(n)]
    cases = [
        ("two outcomes", [0.4, 0.6], [0.3, 0.7]),
        ("counts of two samples", [2.0, 2.0, 1.0], [5.0, 1.0, 4.0]),
        ("zero in P", [0.0, 0.25, 0.75], [0.5, 0.25, 0.25]),
        ("zero in Q", [0.5, 0.25, 0.25], [0.0, 0.25, 0.75]),
        ("zero in both", [0.5, 0.0, 0.5], [0.25, 0.0, 0.75]),
        ("disjoint", [1.0, 0.0], [0.0, 1.0]),
        ("equal", [0.1, 0.2, 0.7], [0.1, 0.2, 0.7]),
        ("proportional", [1.0, 2.0, 3.0], [10.0, 20.0, 30.0]),
        ("one outcome", [3.0], [5.0]),
        ("certain", [1.0, 0.0], [0.5, 0.5]),
        ("least numbers", [5e-324, 1e-323], [1e-323, 5e-324]),
        ("largest numbers", [1.7e308, 1e308], [1e308, 1.7e308]),
        ("one of 1e-300", [1.0, 1e-300], [1.0, 2e-300]),
        ("one of 1e-300, in Q only", [1.0, 0.0], [1.0, 1e-300]),
        ("far", [1.0, 1e-200, 3.0], [1e-200, 1.0, 1e-100]),
    ]
    for digits in range(1, 16):
        p = uniform(rng.choice([2, 3, 5, 9]))
        q = [x * (1 + 10.0**-digits * (2 * rng.random() - 1)) for x in p]
        cases.append((f"near by 1e-{digits}", p, q))
    for n in (2, 3, 10, 33, 64, 65):
        cases.append((f"{n} ordinary", uniform(n), uniform(n)))
    for n in (2, 8, 40):
        cases.append((f"{n} counts", [float(rng.randint(0, 10**6)) for _ in range(n)], [float(rng.randint(1, 10**6)) for _ in range(n)]))
    for n in (3, 20):
        power = lambda: 10.0 ** rng.randint(-250, 250)
        cases.append((f"{n} of 1e-250 to 1e250", [x * power() for x in uniform(n)], [x * power() for x in uniform(n)]))
    return cases


def divergence(p, q):
    """Of weights divided by their sums. The definition, with exact sums; 0 where all products agree."""
    p, q = [mpf(x) for x in p], [mpf(x) for x in q]
    p_sum, q_sum = sum(p), sum(q)
    if any(a > 0 and b == 0 for a, b in zip(p, q)):
        return mpf("inf")
    if all(a * q_sum == b * p_sum for a, b in zip(p, q)):
        return mpf(0)
    return sum(a * log(a * q_sum / (b * p_sum)) for a, b in zip(p, q) if a > 0) / p_sum


def as_given(p, q):
    if any(a > 0 and b == 0 for a, b in zip(p, q)):
        return mpf("inf")
    return sum((mpf(a) * log(mpf(a) / mpf(b)) for a, b in zip(p, q) if a > 0), mpf(0))


def normal_divergence(mu_p, sigma_p, mu_q, sigma_q):
    mu_p, sigma_p, mu_q, sigma_q = mpf(mu_p), mpf(sigma_p), mpf(mu_q), mpf(sigma_q)
    return log(sigma_q / sigma_p) + (sigma_p**2 + (mu_p - mu_q) ** 2) / (2 * sigma_q**2) - mpf(1) / 2


def normal_cases(rng):
    cases = [(0.0, 1.0, 0.0, 1.0), (0.0, 1.0, 0.0, 2.0), (0.0, 1.0, 1.0, 1.0), (1.0, 2.0, 3.0, 4.0), (-5.0, 1.0, 5.0, 1.0)]
    for digits in range(1, 16):
        for which in ("sigma", "mu", "both"):
            mu, sigma = 4 * rng.random() - 2, 3 * rng.random() + 0.1
            off = lambda x, here: x * (1 + 10.0**-digits * (2 * rng.random() - 1)) if here else x
            cases.append((mu, sigma, off(mu, which != "sigma"), off(sigma, which != "mu")))
    for steps in (-2, -1, 1, 2):
        cases.append((0.5, 1.25, 0.5, next_up(1.25, steps)))
        cases.append((0.5, 1.25, next_up(0.5, steps), next_up(1.25, -steps)))
    for _ in range(40):
        cases.append((20 * rng.random() - 10, 5 * rng.random(), 20 * rng.random() - 10, 5 * rng.random()))
    for _ in range(40):
        power = lambda: 10.0 ** rng.randint(-75, 75)
        cases.append((rng.random() * power(), rng.random() * power(), rng.random() * power(), rng.random() * power()))
    for _ in range(40):
        scale = 10.0 ** rng.randint(-150, 150)
        cases.append(tuple(scale * x for x in (rng.random(), rng.random(), rng.random(), rng.random())))
    return cases


def main():
    rng = random.Random(20261121)
    numbers = pairs_of_numbers(rng)
    write(
        "phi.csv",
        "phi(p, q) = p log(p/q) - p + q, phi(q, p), and phi(p, q) - phi(q, p).",
        ["p", "q", "forward", "reverse", "difference"],
        [(p, q, want(phi(p, q)), want(phi(q, p)), want(phi(p, q) - phi(q, p))) for p, q in numbers],
    )
    write("log_ratio.csv", "log(p/q).", ["p", "q", "log"], [(p, q, want(log(mpf(p) / mpf(q)))) for p, q in numbers])

    rows = []
    mp.dps = 1500  # weights of 1e-300 that differ in the last place
    for name, p, q in finite_cases(rng):
        array = lambda x: " ".join(value.hex() for value in x)
        rows.append((name, array(p), array(q), want(divergence(p, q)), want(divergence(q, p)), want(as_given(p, q))))
    write(
        "finite.csv",
        "Divergences of P and Q divided by their sums, in nats: D(P||Q), D(Q||P); and sum p log(p/q) of the numbers as given.",
        ["case", "p", "q", "forward", "reverse", "as_given"],
        [(name.replace(",", ""), *rest) for name, *rest in rows],
    )
    rows = []
    for case in normal_cases(rng):
        mu_p, sigma_p, mu_q, sigma_q = case
        forward, reverse = normal_divergence(*case), normal_divergence(mu_q, sigma_q, mu_p, sigma_p)
        rows.append((*case, want(forward), want(reverse), want(forward - reverse)))
    write(
        "normal.csv",
        "D(P||Q), D(Q||P) and D(P||Q) - D(Q||P) of normal distributions, in nats.",
        ["mu_p", "sigma_p", "mu_q", "sigma_q", "forward", "reverse", "difference"],
        rows,
    )


main()
