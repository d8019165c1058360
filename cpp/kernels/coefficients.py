"""Makes coefficients.h: minimax polynomials for the two series of log r = 2 atanh s, s = (r − 1)/(r + 1), z = s².

    python3 cpp/kernels/coefficients.py > cpp/kernels/coefficients.h      (needs mpmath)

Remez exchange in 60 digits, then rounding of each coefficient to double or float; the printed error is that of the
rounded polynomial, found on a fine grid. It is relative to the function, unless a weight says otherwise.
"""

from struct import pack, unpack

from mpmath import atanh, cos, log, lu_solve, matrix, mp, mpf, pi, sqrt

mp.dps = 60


def to_double(x):
    return float(x)


def to_float(x):
    return unpack("f", pack("f", x))[0]


def remez(f, weight, a, b, degree):
    """Coefficients, lowest first, that minimise the largest weighted error of a polynomial for f on [a, b]."""
    count = degree + 2
    points = [(a + b) / 2 - (b - a) / 2 * cos(pi * mpf(i) / (count - 1)) for i in range(count)]
    grid = [a + (b - a) * (1 - cos(pi * mpf(i) / (60 * count))) / 2 for i in range(60 * count + 1)]
    for _ in range(40):
        system, right = matrix(count, count), matrix(count, 1)
        for i, x in enumerate(points):
            for j in range(degree + 1):
                system[i, j] = weight(x) * x**j
            system[i, degree + 1] = (-1) ** i
            right[i] = weight(x) * f(x)
        coefficients = list(lu_solve(system, right))[: degree + 1]
        error = [weight(x) * (f(x) - polynomial(coefficients, x)) for x in grid]
        peaks = []
        for i, e in enumerate(error):
            if peaks and e * error[peaks[-1]] > 0:
                if abs(e) > abs(error[peaks[-1]]):
                    peaks[-1] = i
            else:
                peaks.append(i)
        while len(peaks) > count:
            peaks.pop(0 if abs(error[peaks[0]]) < abs(error[peaks[-1]]) else -1)
        if len(peaks) < count:
            break
        points = [grid[i] for i in peaks]
    return coefficients


def polynomial(coefficients, x):
    value = mpf(0)
    for c in reversed(coefficients):
        value = value * x + c
    return value


def log_series(z):
    """2 atanh(s)/s = 2 + 2z/3 + 2z²/5 + …"""
    return mpf(2) if z == 0 else 2 * atanh(sqrt(z)) / sqrt(z)


def log_tail(z):
    """(2 atanh(s)/s − 2)/z = 2/3 + 2z/5 + 2z²/7 + …"""
    return mpf(2) / 3 if z < mpf(10) ** -25 else (log_series(z) - 2) / z


def share_in_phi(z):
    """What an error of the tail is to φ(p, m), relatively, at the greater of its two arguments:
    φ = s² (p + m) (1 + w T), w = s p/(p + m) = s (1 + s)/2."""
    s = sqrt(z)
    w = s * (1 + s) / 2
    return w / (1 + w * log_tail(z))


def literal(c, kind):
    """The number in hex; of a float, without the digits that only a double has."""
    digits, exponent = c.hex().split("p")
    return f"{c.hex()}," if kind == "double" else f"{digits.rstrip('0')}p{exponent}f,"


def emit(name, comment, f, end, degree, kind="double", weight=None, start=mpf(0)):
    rounded = to_double if kind == "double" else to_float
    relative = weight is None
    if relative:
        weight = lambda z: 1 / f(z)
    coefficients = [mpf(rounded(c)) for c in remez(f, weight, start, end, degree)]
    grid = [start + (end - start) * i / 4000 for i in range(4001)]
    worst = max(abs(weight(z) * (f(z) - polynomial(coefficients, z))) for z in grid)
    of_what = "relative" if relative else "of φ, relative,"
    print(f"\n/// {comment}")
    print(f"/// Error    {of_what} ≤ 2^{float(log(worst, 2)):.1f} for 0 ≤ z ≤ {float(end):.6g}, the rounding of the coefficients included.")
    print(f"inline constexpr {kind} {name}[] = {{")
    for i in range(0, len(coefficients), 3):
        print("    " + " ".join(literal(float(c), kind) for c in coefficients[i : i + 3]))
    print("};")


print("#pragma once\n\n// Made by coefficients.py; see there.\n\nnamespace kl {")
emit("kLogTail", "(log r − 2s)/(s z) = 2/3 + 2z/5 + 2z²/7 + …: what the logarithm adds to its first term.", log_tail, mpf(1) / 9, 9)
emit("kLog2Series", "log₂ r / s = (2 + 2z/3 + 2z²/5 + …)/ln 2, for |s| ≤ 1/5.", lambda z: log_series(z) / log(2), mpf("0.0402"), 7)
# The weight is 0 at 0, where no error counts.
emit("kLogTailF32", "The same as kLogTail, for φ of floats.", log_tail, mpf(1) / 9, 3, "float", share_in_phi, mpf("1e-6"))
print("\n}  // namespace kl")
