"""Records what PyTorch and SciPy return for pairs of distributions: peers_python.json. Run by hand, with

    /usr/bin/python3 tests/vectors/peers.py

Doubles are written in the digits that give them back; inf and nan as text.
"""

import json
import math
import platform
from pathlib import Path

import numpy as np
import scipy
import torch
import torch.nn.functional as F
from scipy.spatial.distance import jensenshannon
from scipy.special import kl_div, rel_entr
from scipy.stats import entropy
from torch import nn
from torch.distributions import Categorical, kl_divergence

np.seterr(all="ignore")


def near():
    p = np.array([0.1, 0.2, 0.7])
    q = p * [1 + 1e-9, 1, 1]
    return list(p), list(q / q.sum())


def many(n):
    p, q = ([(i * k % 101 + 1) / 7 for i in range(n)] for k in (37, 53))
    return [x / math.fsum(p) for x in p], [x / math.fsum(q) for x in q]


pairs = {
    "two outcomes": ([0.4, 0.6], [0.3, 0.7]),
    "three outcomes": ([0.1, 0.2, 0.7], [0.3, 0.3, 0.4]),
    "equal": ([0.2, 0.3, 0.5], [0.2, 0.3, 0.5]),
    "counts": ([1, 2, 7], [3, 3, 4]),
    "proportional counts": ([1, 2, 3], [10, 20, 30]),
    "sums of 1 and 0.6": ([0.5, 0.5], [0.3, 0.3]),
    "zero in Q": ([0.2, 0.3, 0.5], [0, 0.5, 0.5]),
    "zero in P": ([0, 0.5, 0.5], [0.2, 0.3, 0.5]),
    "zero in both": ([0, 0.5, 0.5], [0, 0.4, 0.6]),
    "one-hot": ([0, 1], [0.25, 0.75]),
    "disjoint": ([1, 0], [0, 1]),
    "nearly equal": near(),
    "subnormal": ([1e-320, 1], [1e-310, 1]),
    "tiny in Q": ([0.5, 0.5], [1e-30, 1]),
    "forty outcomes": many(40),
    "rows": ([[0.1, 0.2, 0.7], [0.5, 0.25, 0.25]], [[0.3, 0.3, 0.4], [0.2, 0.3, 0.5]]),
    "rows and a list": ([[0.1, 0.2, 0.7], [0.5, 0.25, 0.25]], [0.3, 0.3, 0.4]),
    "rows with a zero": ([[0, 0.3, 0.7], [0.5, 0.25, 0.25]], [[0.3, 0.3, 0.4], [0.2, 0.3, 0.5]]),
}

logits = {
    "scores": ([1.5, -2, 0.25], [0, 1, -1]),
    "far scores": ([0, 0], [0, -800]),
    "rows of scores": ([[1, 2, 3], [0, -1, 4]], [[3, 2, 1], [0.5, 0.5, 2]]),
}

REDUCTIONS = ["none", "mean", "batchmean", "sum"]


def written(x):
    """A number, or nested lists of numbers."""
    x = x.tolist() if hasattr(x, "tolist") else x
    if isinstance(x, list):
        return [written(item) for item in x]
    return x if math.isfinite(x) else str(x)


def torch_calls(p, q):
    """F.kl_div with each way to get its arguments wrong, by reduction."""
    arguments = {
        "right": (q.log(), p, False),
        "log_target": (q.log(), p.log(), True),
        "no log": (q, p, False),
        "swapped": (p.log(), q, False),
        "swapped, no log": (p, q, False),
        "target in logarithms, log_target forgotten": (q.log(), p.log(), False),
        "log_target without logarithms": (q.log(), p, True),
    }
    found = {
        f"{name}, {reduction}": F.kl_div(input, target, reduction=reduction, log_target=log_target)
        for name, (input, target, log_target) in arguments.items()
        for reduction in REDUCTIONS
    }
    found["nn.KLDivLoss()"] = nn.KLDivLoss()(q.log(), p)
    found["nn.KLDivLoss(reduction='batchmean')"] = nn.KLDivLoss(reduction="batchmean")(q.log(), p)
    found["Categorical(probs)"] = kl_divergence(Categorical(probs=p), Categorical(probs=q))
    return found


def scipy_calls(p, q):
    return {
        "entropy": entropy(p, q, axis=-1),
        "entropy, base 2": entropy(p, q, base=2, axis=-1),
        "rel_entr": rel_entr(p, q).sum(-1),
        "kl_div": kl_div(p, q).sum(-1),
        "jensenshannon": jensenshannon(p, q, axis=-1),
        "jensenshannon, base 2": jensenshannon(p, q, base=2, axis=-1),
    }


def tensors(pair, dtype):
    return [torch.tensor(x, dtype=dtype) for x in pair]


def record_pair(pair):
    return {
        "p": pair[0],
        "q": pair[1],
        "torch": torch_calls(*tensors(pair, torch.float64)),
        "torch float32": torch_calls(*tensors(pair, torch.float32)),
        "scipy": scipy_calls(*(np.array(x, dtype=float) for x in pair)),
    }


def record_logits(pair):
    def calls(p, q):
        return {
            "log_softmax": F.kl_div(q.log_softmax(-1), p.softmax(-1), reduction="sum"),
            "softmax, log": F.kl_div(q.softmax(-1).log(), p.softmax(-1), reduction="sum"),
            "Categorical(logits)": kl_divergence(Categorical(logits=p), Categorical(logits=q)),
            "p softmax": p.softmax(-1),
            "q log_softmax": q.log_softmax(-1),
        }

    return {
        "p": pair[0],
        "q": pair[1],
        "torch": calls(*tensors(pair, torch.float64)),
        "torch float32": calls(*tensors(pair, torch.float32)),
    }


def all_written(record):
    return {
        key: {name: written(x) for name, x in value.items()} if isinstance(value, dict) else written(value)
        for key, value in record.items()
    }


recorded = {
    "versions": {
        "Python": platform.python_version(),
        "NumPy": np.__version__,
        "SciPy": scipy.__version__,
        "PyTorch": torch.__version__,
    },
    "pairs": {name: all_written(record_pair(pair)) for name, pair in pairs.items()},
    "logits": {name: all_written(record_logits(pair)) for name, pair in logits.items()},
}
Path(__file__).with_name("peers_python.json").write_text(json.dumps(recorded, indent=1) + "\n")
