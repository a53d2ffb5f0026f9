"""Measures every grammar rule's precision on annotated articles and writes it into rules.toml as its confidence."""

import argparse
import re
from pathlib import Path

from musnad.evaluation import load_gold, read_gold, score_claims

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "src" / "musnad" / "languages" / "ar" / "rules.toml"
GOLD = ROOT.parent / "shared" / "gold" / "dev"
_ENTRY = re.compile(r'(^name = "(?P<name>[^"]+)"$.*?^confidence = )(?P<old>[\d.]+)$', re.MULTILINE | re.DOTALL)


def main() -> None:
    """Rewrite the confidences and print those that changed; a rule that never fired keeps its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD, help="a folder of annotated articles")
    scores = score_claims((article, read_gold(article).claims) for article in load_gold(parser.parse_args().gold))
    measured = {
        name: (round(row["precision"] * row["predicted"]) + 1) / (row["predicted"] + 2)
        for name, row in scores.by_rule().items()
    }

    def rewritten(entry: re.Match[str]) -> str:
        new = f"{measured[entry['name']]:.2f}" if entry["name"] in measured else entry["old"]
        if float(new) != float(entry["old"]):
            print(f"{entry['name']:28} {entry['old']} -> {new}")
        return entry[1] + new

    RULES.write_text(_ENTRY.sub(rewritten, RULES.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
