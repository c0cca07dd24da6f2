"""Reads tables of judgements as JSON and prints what irrCAC, krippendorff and segeval compute of them."""

import json
import sys

import krippendorff
import numpy as np
import pandas as pd
import segeval
from irrCAC.raw import CAC


def masi(one, other, **_):
    left, right = SETS[int(one)], SETS[int(other)]
    if left == right:
        return 0.0
    common = len(left & right)
    if common == 0:
        return 1.0
    nested = left <= right or right <= left
    return 1 - common / len(left | right) * (2 / 3 if nested else 1 / 3)


def vectorised(one, other, **rest):
    return np.vectorize(lambda a, b: masi(a, b))(one, other)


def coefficients(rows):
    frame = pd.DataFrame(rows)
    cac = CAC(frame, digits=12)
    value = lambda of: of()["est"]["coefficient_value"]
    codes = sorted({cell for row in rows for cell in row if cell is not None})
    numbers = [[np.nan if cell is None else codes.index(cell) for cell in row] for row in rows]
    return {
        "percent": cac.gwet()["est"]["pa"],
        "ac1": value(cac.gwet),
        "fleiss": value(cac.fleiss),
        "brennan-prediger": value(cac.bp),
        "conger": value(cac.conger),
        "alpha": krippendorff.alpha(np.array(numbers).T, level_of_measurement="nominal"),
    }


def alpha_of_sets(rows):
    global SETS
    SETS = [frozenset(s) for s in sorted({tuple(sorted(cell)) for row in rows for cell in row})]
    numbers = [[SETS.index(frozenset(cell)) for cell in row] for row in rows]
    return krippendorff.alpha(
        np.array(numbers, dtype=float).T, level_of_measurement=vectorised, value_domain=np.arange(len(SETS))
    )


def similarity(pair):
    return float(segeval.boundary_similarity(tuple(pair[0]), tuple(pair[1])))


given = json.load(sys.stdin)
json.dump(
    {
        "nominal": [coefficients(rows) for rows in given["nominal"]],
        "sets": [alpha_of_sets(rows) for rows in given["sets"]],
        "boundaries": [similarity(pair) for pair in given["boundaries"]],
    },
    sys.stdout,
)
