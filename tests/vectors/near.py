"""Records D(P‖Q) for Q ever nearer to P, from 100-digit arithmetic and as SciPy and PyTorch return it: near.json. Deterministic.
Run by hand, with

    /usr/bin/python3 tests/vectors/near.py && node tests/vectors/near.mjs /tmp/packages

the second of which adds what npm packages return (see peers.mjs). Doubles are written in the digits that give them back.
"""

import json
import platform
import random
from pathlib import Path

import numpy as np
import scipy
import torch
import torch.nn.functional as F
from mpmath import log, mp, mpf
from scipy.stats import entropy
from torch.distributions import Categorical, kl_divergence

mp.dps = 100
STEPS = [1e-1, 1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12, 1e-14]
PAIRS, OUTCOMES = 10, 5


def shares(weights):
    return [x / sum(weights) for x in weights]


def divergence(p, q):
    """Of p/Σp from q/Σq."""
    p, q = [[mpf(x) for x in xs] for xs in (p, q)]
    return float(sum(x * log(x / sum(p) / (y / sum(q))) for x, y in zip(p, q)) / sum(p))


def record(p, q):
    tp, tq = (torch.tensor(x, dtype=torch.float64) for x in (p, q))
    return {
        "p": p,
        "q": q,
        "exact": divergence(p, q),
        "SciPy, entropy(P, Q)": float(entropy(p, q)),
        "PyTorch, F.kl_div(Q.log(), P)": F.kl_div(tq.log(), tp, reduction="sum").item(),
        "PyTorch, Categorical": kl_divergence(Categorical(tp), Categorical(tq)).item(),
    }


rng = random.Random(1)
steps = {}
for step in STEPS:
    pairs = []
    for _ in range(PAIRS):
        p = shares([0.05 + rng.random() for _ in range(OUTCOMES)])
        pairs.append((p, shares([x * (1 + step * (2 * rng.random() - 1)) for x in p])))
    steps[str(step)] = [record(p, q) for p, q in pairs]

versions = {
    "Python": platform.python_version(),
    "NumPy": np.__version__,
    "SciPy": scipy.__version__,
    "PyTorch": torch.__version__,
}
target = Path(__file__).with_name("near.json")
target.write_text(json.dumps({"versions": versions, "steps": steps}, indent=1) + "\n")
