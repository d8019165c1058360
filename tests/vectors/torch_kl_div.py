"""Records what PyTorch's F.kl_div and its autograd compute, in torch_kl_div.json. Deterministic; needs torch 1.13.

    python3 tests/vectors/torch_kl_div.py

Every case: input, target ({shape, dtype, data}), reduction, logTarget, and what came out: value and both gradients (of
the sum for reduction none), or the error. Finite numbers are hex floats, so that no digit is lost.
"""

import json
import math
import os
import random
import re
import warnings
from pathlib import Path

os.environ["ATEN_CPU_CAPABILITY"] = "default"  # the same digits on every machine

import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")
torch.set_num_threads(1)

INF, NAN = math.inf, math.nan
DTYPES = {"float32": torch.float32, "float64": torch.float64}
REDUCTIONS = ("none", "mean", "batchmean", "sum")
cases = []


def number(x):
    return re.sub(r"\.?0*p", "p", x.hex()) if math.isfinite(x) else str(x)


def recorded(tensor):
    data = [number(x) for x in tensor.detach().double().reshape(-1).tolist()]
    return {"shape": list(tensor.shape), "dtype": str(tensor.dtype).removeprefix("torch."), "data": data}


def case(about, x, t, reduction="mean", log_target=False, dtypes=("float64", "float64")):
    x, t = (torch.as_tensor(v, dtype=torch.float64).to(DTYPES[d]).detach().clone() for v, d in zip((x, t), dtypes))
    entry = {"about": about, "input": recorded(x), "target": recorded(t), "reduction": reduction, "logTarget": log_target}
    x.requires_grad_()
    t.requires_grad_()
    try:
        value = F.kl_div(x, t, reduction=reduction, log_target=log_target)
        value.sum().backward()
        entry |= {"value": recorded(value), "gradient": {"input": recorded(x.grad), "target": recorded(t.grad)}}
    except (RuntimeError, ValueError) as error:
        entry["error"] = str(error)
    cases.append(entry)


def every(about, x, t, log_target=False, reductions=REDUCTIONS, both=True):
    for dtype in ("float64", "float32") if both else ("float64",):
        for reduction in reductions:
            case(about, x, t, reduction, log_target, (dtype, dtype))


def examples():
    p, q = torch.tensor([0.4, 0.6], dtype=torch.float64), torch.tensor([0.3, 0.7], dtype=torch.float64)
    every("example 2", q.log(), p)
    every("example 3", q.log(), p.log(), log_target=True)
    every("example 4, no logarithm", q, p)
    every("example 4, exchanged", p.log(), q)
    scores = torch.tensor([[1.5, -0.3, 2.0], [0.1, 0.2, -4.0]], dtype=torch.float64)
    others = torch.tensor([[0.5, 0.7, 1.0], [3.0, 0.25, -1.0]], dtype=torch.float64)
    every("example 5", others.softmax(-1).log(), scores.softmax(-1))
    every("example 8", others.log_softmax(-1), scores.log_softmax(-1), log_target=True)
    loss_input = [[-2, -6, -8], [-7, -1, -2], [-1, -9, -2.3], [-1.9, -2.8, -5.4]]
    every("example 12", loss_input, [[0.8, 0.1, 0.1], [0.1, 0.7, 0.2], [0.5, 0.2, 0.3], [0.4, 0.3, 0.3]])
    same = scores.float().softmax(-1).double()
    every("equal distributions", same.float().log().double(), same)


def edges():
    """Every pair of an ordinary number, a zero, an infinity and NaN."""
    xs, ts = [-INF, -1.0, -0.0, 0.0, 0.5, INF, NAN], [-INF, -1.0, -0.0, 0.0, 0.5, INF, NAN]
    pairs = [(x, t) for x in xs for t in ts]
    x, t = [p[0] for p in pairs], [p[1] for p in pairs]
    for log_target in (False, True):
        every("edges", x, t, log_target, ("none",))
        for reduction in ("mean", "sum"):
            for a, b in ((-INF, 0.5), (-1.0, INF), (INF, 0.5), (-1.0, 0.0), (-1.0, -1.0), (-1.0, -INF), (NAN, 0.5)):
                case("edge in a sum", [a, -1.0, -2.0], [b, 0.25, 0.5], reduction, log_target)
    case("infinities of both signs", [-INF, INF], [0.5, 0.5], "sum")


def extremes():
    t = [5e-324, 1e-310, 2.3e-308, 1e-300, 1e-30, 0.1, 1.0, 1.0000000000000002, 0.9999999999999999, 1e300, 1.7e308]
    every("targets of every size", [-700.0, -1, -2, -3, -4, -5, -6, 0, 0, -1, -0.5], t, both=False)
    t = [1.4e-45, 1e-40, 1.2e-38, 1e-30, 0.1, 1.0, 1.0000001192092896, 0.9999999403953552, 1e30, 3e38]
    for reduction in REDUCTIONS:
        case("targets of every size", [-90.0, -1, -2, -3, -4, -6, 0, 0, -1, -0.5], t, reduction, False, ("float32", "float32"))
    t = [-800.0, -745.13, -740, -709, -100, -1e-300, 1e-10, 1, 88.7, 709.7, 710]
    every("logarithms of every size", [-700.0, -1, -2, -3, -4, -5, -6, 0, 0, 709, -0.5], t, True, both=False)
    t = [-110.0, -103.9, -95, -87.3, -10, -1e-30, 1e-5, 1, 80, 88.7, 89]
    for reduction in REDUCTIONS:
        case("logarithms of every size", [-90.0, -1, -2, -3, -4, -6, 0, 0, -1, 88, -0.5], t, reduction, True, ("float32", "float32"))


def shapes(rng):
    def data(*shape):
        return torch.tensor([rng.random() for _ in range(math.prod(shape))], dtype=torch.float64).reshape(shape)

    pairs = [((), ()), ((1,), ()), ((3,), (2, 3)), ((2, 3), (3,)), ((), (2, 3)), ((2, 3), ()), ((2, 1), (1, 3))]
    pairs += [((1, 3), (2, 1)), ((2, 1, 4), (3, 1)), ((4,), (2, 3, 1)), ((1, 1), (5,)), ((2, 3, 2, 2), (3, 1, 2))]
    pairs += [((0,), (0,)), ((0, 3), (0, 3)), ((3, 0), (3, 0)), ((1,), (0,)), ((0,), (1,)), ((), (0,)), ((2, 1), (2, 0))]
    for a, b in pairs:
        for reduction in REDUCTIONS:
            log_target = rng.random() < 0.3
            case("shapes", data(*a).log(), data(*b).log() if log_target else data(*b), reduction, log_target)
            if reduction in ("batchmean", "none"):
                case("shapes", data(*a).log(), data(*b), reduction, False, ("float32", "float32"))
    for a, b in (((4,), (3,)), ((2, 4), (2, 3)), ((2, 3), (3, 3)), ((2, 3), (4, 2, 4)), ((3,), (2,)), ((0,), (2,))):
        case("shapes that do not match", data(*a).log(), data(*b), "sum")
    for dtypes in (("float32", "float64"), ("float64", "float32")):
        for a, b in (((3,), (3,)), ((2, 3), (3,)), ((), (3,)), ((3,), ()), ((), ()), ((1,), ())):
            for log_target in (False, True):
                x, t = data(*a).log(), data(*b).log() if log_target else data(*b)
                case("mixed types", x, t, rng.choice(REDUCTIONS), log_target, dtypes)


def distributions(rng):
    for rows, columns in ((1, 2), (4, 5), (3, 17), (2, 64)):
        scores = lambda: torch.tensor([[rng.gauss(0, 3) for _ in range(columns)] for _ in range(rows)], dtype=torch.float64)
        q, p = scores().log_softmax(-1), scores().log_softmax(-1)
        for log_target in (False, True):
            every("random distributions", q, p if log_target else p.exp(), log_target, ("mean", "batchmean", "sum"))
    every("random distributions", q[:, :6], p[:, :6].exp(), False, ("none",))
    every("random distributions", q[:, :6], p[:, :6], True, ("none",))


def errors():
    for reduction in ("bogus", "Mean", ""):
        case("reductions that do not exist", [-1.0], [0.5], reduction)


examples()
edges()
extremes()
shapes(random.Random(1))
distributions(random.Random(2))
errors()
path = Path(__file__).with_suffix(".json")
lines = ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in cases)
path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
print(f"{path.name}: {len(cases)} cases")
