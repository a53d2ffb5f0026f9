"""Measures the reading of real articles: CPU time, words a second, peak memory, failures."""

import argparse
import resource
import shutil
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from musnad.intake import load_documents
from musnad.model import ProblemCode, RawDocument
from musnad.reading import read_document

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "news_ar_2018.jsonl.zip"
_WRONG_USAGE = 2


@dataclass(slots=True)
class Measured:
    """What reading a corpus took; `defects` are articles at which the reader itself failed."""

    cpu_ms: list[float] = field(default_factory=list)
    words: int = 0
    claims: int = 0
    unread: int = 0
    defects: list[str] = field(default_factory=list)


def main() -> int:
    """Return 0 where every article was read without a defect, 1 where not, 2 where there is no corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="how many to read (default 1000)")
    parser.add_argument("--corpus", type=Path, default=CORPUS, metavar="PATH", help="a .jsonl or .jsonl.zip file")
    asked = parser.parse_args()
    if not asked.corpus.is_file():
        print(f"{asked.corpus}: no such file; name a .jsonl or .jsonl.zip file with --corpus", file=sys.stderr)
        return _WRONG_USAGE
    with _unpacked(asked.corpus) as path:
        measured = measure(islice(load_documents([str(path)]), asked.articles))
    if not measured.cpu_ms:
        print(f"{asked.corpus}: holds no article", file=sys.stderr)
        return _WRONG_USAGE
    _print_figures(measured)
    return 1 if measured.defects else 0


def measure(documents: Iterable[RawDocument]) -> Measured:
    """Return what reading the documents one after the other on one core took."""
    measured = Measured()
    for document in documents:
        start = time.process_time()
        try:
            report = read_document(document)
        except Exception as error:
            # The reader promises never to raise: a breach is counted, and the rest is still measured.
            measured.defects.append(f"{document.path}: {type(error).__name__}: {error}")
            continue
        measured.cpu_ms.append((time.process_time() - start) * 1000)
        measured.claims += len(report.claims)
        measured.words += len(report.article.text.split()) if report.article else 0
        measured.unread += report.failed
        measured.defects += [
            problem.message for problem in report.problems if problem.code is ProblemCode.READING_FAILED
        ]
    return measured


@contextmanager
def _unpacked(corpus: Path) -> Iterator[Path]:
    """Yield the corpus as a .jsonl file: a zip's first one is unpacked into a folder that goes afterwards."""
    if corpus.suffix != ".zip":
        yield corpus
        return
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(corpus) as archive:
        path = Path(folder) / "corpus.jsonl"
        member = next(name for name in archive.namelist() if name.endswith(".jsonl"))
        with archive.open(member) as packed, path.open("wb") as unpacked:
            shutil.copyfileobj(packed, unpacked)
        yield path


def _print_figures(measured: Measured) -> None:
    times = measured.cpu_ms
    total_ms = sum(times)
    # Twenty quantiles: the last cut is the 95th percentile; one article alone has no cuts.
    slow = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    print(f"articles           {len(times)}")
    print(f"not read           {measured.unread}")
    print(f"defects            {len(measured.defects)}")
    print(f"claims             {measured.claims}")
    print(
        f"CPU ms per article mean {statistics.mean(times):.1f}, median {statistics.median(times):.1f}, p95 {slow:.1f}"
    )
    print(f"CPU ms, the first  {times[0]:.1f}")
    print(f"words per second   {measured.words / total_ms * 1000:.0f}")
    print(f"peak RSS in MB     {_peak_rss_mb():.0f}")
    for defect in measured.defects[:10]:
        print(f"defect: {defect}")


def _peak_rss_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts kibibytes, macOS bytes.
    return peak / (1 << 20) if sys.platform == "darwin" else peak / (1 << 10)


if __name__ == "__main__":
    sys.exit(main())
