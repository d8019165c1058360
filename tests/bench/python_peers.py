"""The divergence with NumPy, SciPy and PyTorch, timed at the request of bench.mjs, a line of JSON for a line of JSON.

    {"load": folder, "columns": 0}  reads the doubles of the files p and q; with columns, as rows of so many
    {"name": way, "calls": 10}      answers {"nanoseconds": a call took, "value": of the (first) divergence}
"""

import json
import platform
import sys
from pathlib import Path
from time import perf_counter_ns

import numpy as np

versions = {"Python": platform.python_version(), "NumPy": np.__version__}
absent = []

# Each: what turns the loaded arrays into its own kind, and the divergence of the last axis.
ways = {
    "NumPy": (np.asarray, lambda p, q: (p * np.log(p / q)).sum(-1)),
}

try:
    import scipy
    from scipy.special import rel_entr

    versions["SciPy"] = scipy.__version__
    ways["SciPy"] = (np.asarray, lambda p, q: rel_entr(p, q).sum(-1))
except ImportError:
    absent.append("SciPy")

try:
    import torch
    import torch.nn.functional as F

    torch.set_num_threads(1)
    versions["PyTorch"] = torch.__version__

    def torch_divergence(p, q):
        if p.dim() == 1:
            return F.kl_div(q.log(), p, reduction="sum")
        return F.kl_div(q.log(), p, reduction="none").sum(-1)

    ways["PyTorch"] = (torch.from_numpy, torch_divergence)
    ways["PyTorch f32"] = (lambda x: torch.from_numpy(x).float(), torch_divergence)
except ImportError:
    absent.append("PyTorch")


def load(folder, columns):
    loaded = [np.fromfile(Path(folder, name)) for name in "pq"]
    if columns:
        loaded = [x.reshape(-1, columns) for x in loaded]
    return {name: [convert(x) for x in loaded] for name, (convert, _) in ways.items()}


def timed(divergence, p, q, calls):
    start = perf_counter_ns()
    for _ in range(calls):
        result = divergence(p, q)
    nanoseconds = (perf_counter_ns() - start) / calls
    value = result.reshape(-1)[0] if result.ndim else result
    return {"nanoseconds": nanoseconds, "value": float(value)}


def say(answer):
    print(json.dumps(answer), flush=True)


say({"ways": list(ways), "versions": versions, "absent": absent})
inputs = {}
for line in sys.stdin:
    request = json.loads(line)
    if "load" in request:
        inputs = load(request["load"], request["columns"])
        say({})
    else:
        name = request["name"]
        say(timed(ways[name][1], *inputs[name], request["calls"]))
