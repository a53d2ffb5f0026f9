"""Where the bundled reports lie."""

from pathlib import Path


def demo_paths() -> list[Path]:
    """Return the paths of the bundled reports, in the order in which they are best read."""
    return sorted((Path(__file__).parent / "reports").iterdir())
