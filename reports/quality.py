"""Measured results as files (data/quality/), so that pages show them without coding anything; and the floors that tests hold."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import yaml

from reports.coding import VERSION
from reports.score import examples, per_code, table
from reports.store import SAMPLE_FILE

FOLDER = Path(__file__).parent.parent / "data" / "quality"
FLOORS = Path(__file__).parent.parent / "tests" / "floors.json"


@dataclass(frozen=True)
class Quality:
    """What was measured: `scores` (a row a field and language: score.table with `agreement`, the agreement of two people, and
    `first_sight`, the score on reports that nobody had read before, and their number `first_sight_reports`; `closed_folds`, the score
    of rules, words and judge on reports that none of them had seen, where there is one), `per_code`
    (score.per_code), `examples` (field -> code -> article_id, url, language, part, start, end, words), the day and the coder's version.
    """

    scores: pd.DataFrame
    per_code: pd.DataFrame
    examples: dict
    measured_on: str
    coder: str


def quality(folder: Path = FOLDER) -> Quality:
    """The measured results as they were last written. Raises FileNotFoundError, with the command that makes them."""
    if not (folder / "measured.json").exists():
        raise FileNotFoundError(f"{folder}: nothing measured yet; run `python -m reports score --write`.")
    measured = json.loads((folder / "measured.json").read_text(encoding="utf-8"))
    scores = pd.read_csv(folder / "scores.csv")
    agreement = yaml.safe_load((folder / "agreement.yml").read_text(encoding="utf-8"))["agreement"]
    sight = _first_sight(folder)
    scores["agreement"] = [agreement.get(f, {}).get(la) for f, la in zip(scores["field"], scores["language"])]
    scores["first_sight"] = [sight.get((f, la), (None, 0))[0] for f, la in zip(scores["field"], scores["language"])]
    scores["first_sight_reports"] = [sight.get((f, la), (None, 0))[1] for f, la in zip(scores["field"], scores["language"])]
    closed = pd.read_csv(folder / "closed_folds.csv")[["field", "language", "together"]].rename(columns={"together": "closed_folds"})
    scores = scores.merge(closed, on=["field", "language"], how="left")
    return Quality(scores, pd.read_csv(folder / "per_code.csv"), measured["examples"], measured["measured_on"], measured["coder"])


def write_quality(gold: list, today: date, folder: Path = FOLDER) -> None:
    """Measures the program on hand-coded reports and writes what pages show: scores.csv, per_code.csv, measured.json."""
    folder.mkdir(parents=True, exist_ok=True)
    table(gold).round(4).to_csv(folder / "scores.csv", index=False)
    per_code(gold).round(4).to_csv(folder / "per_code.csv", index=False)
    ids = {row["url"]: row["article_id"] for row in map(json.loads, SAMPLE_FILE.read_text(encoding="utf-8").splitlines())}
    shown = {
        field: {code: [{"article_id": ids.get(e["url"], "")} | e for e in found] for code, found in codes.items()}
        for field, codes in examples(sorted(gold, key=lambda line: line["url"] not in ids)).items()  # those that can be opened first
    }
    measured = {"measured_on": today.isoformat(), "coder": VERSION, "reports": len(gold), "examples": shown}
    (folder / "measured.json").write_text(json.dumps(measured, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _first_sight(folder):
    """(field, language) -> score, reports: of the newest set, which the program of today or its nearest forebear coded."""
    found = {}
    for entry in yaml.safe_load((folder / "first_sight.yml").read_text(encoding="utf-8"))["sets"]:
        for field, scores in entry["scores"].items():
            found |= {(field, language): (score, entry["reports"][language]) for language, score in scores.items()}
    return found


def floors(file: Path = FLOORS) -> dict:
    """field -> language -> the score that may not be undercut."""
    return json.loads(file.read_text(encoding="utf-8"))


def sunk(scores: pd.DataFrame, floor: dict) -> list:
    """Sentences on the scores that lie below their floor."""
    return [
        f"{row.field} ({row.language}) is {row.f1:.3f}, below its floor {floor[row.field][row.language]:.2f}"
        for row in scores.itertuples()
        if row.f1 < floor.get(row.field, {}).get(row.language, 0)
    ]


def raise_floors(scores: pd.DataFrame, file: Path = FLOORS) -> int:
    """Lifts each floor to its score, cut to two digits; never lowers one. Gives how many were lifted."""
    held = floors(file) if file.exists() else {}
    lifted = 0
    for row in scores.itertuples():
        score = int(row.f1 * 100) / 100
        if score > held.setdefault(row.field, {}).get(row.language, 0):
            held[row.field][row.language], lifted = score, lifted + 1
    file.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    return lifted
