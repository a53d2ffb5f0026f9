"""Fetch from npm what the desk is drawn with, at pinned versions, and lay it beside its licences."""

import io
import json
import tarfile
import urllib.request
from pathlib import Path

REGISTRY = "https://registry.npmjs.org"
TARGET = Path(__file__).resolve().parent.parent / "src" / "musnad" / "web" / "static" / "vendor"
_PLEX = "ibm-plex-sans-arabic"
_NASKH = "noto-naskh-arabic"
# Package, version, licence file, and which files of it under which name.
PACKAGES: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("htmx.org", "2.0.11", "LICENSE", {"dist/htmx.min.js": "htmx.min.js"}),
    ("htmx-ext-sse", "2.2.4", "LICENSE", {"dist/sse.min.js": "htmx-sse.min.js"}),
    ("cytoscape", "3.35.0", "LICENSE", {"dist/cytoscape.min.js": "cytoscape.min.js"}),
    (
        "maplibre-gl",
        "5.24.1",
        "LICENSE.txt",
        {
            "dist/maplibre-gl-csp.js": "maplibre-gl.js",
            "dist/maplibre-gl-csp-worker.js": "maplibre-gl-worker.js",
            "dist/maplibre-gl.css": "maplibre-gl.css",
        },
    ),
    ("topojson-client", "3.1.0", "LICENSE", {"dist/topojson-client.min.js": "topojson-client.min.js"}),
    ("world-atlas", "2.0.2", "LICENSE", {"countries-110m.json": "countries.json"}),
    (
        f"@fontsource/{_PLEX}",
        "5.3.0",
        "LICENSE",
        {
            f"files/{_PLEX}-{script}-{weight}-normal.woff2": f"plex-{script}-{weight}.woff2"
            for script in ("arabic", "latin")
            for weight in (400, 600)
        },
    ),
    (
        f"@fontsource/{_NASKH}",
        "5.3.0",
        "LICENSE",
        {
            f"files/{_NASKH}-{script}-{weight}-normal.woff2": f"naskh-{script}-{weight}.woff2"
            for script in ("arabic", "latin")
            for weight in (400, 700)
        },
    ),
)


def main() -> None:
    """Fetch every package and write its files and its licence."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, version, licence, wanted in PACKAGES:
        with urllib.request.urlopen(f"{REGISTRY}/{name}/{version}", timeout=60) as answer:
            address = json.load(answer)["dist"]["tarball"]
        with urllib.request.urlopen(address, timeout=120) as answer:
            packed = io.BytesIO(answer.read())
        short = name.split("/")[-1]
        with tarfile.open(fileobj=packed) as archive:
            for inside, outside in {**wanted, licence: f"{short}.LICENSE"}.items():
                member = archive.extractfile(f"package/{inside}")
                if member is None:
                    raise SystemExit(f"{name} {version} has no {inside}; look what it is called now")
                (TARGET / outside).write_bytes(member.read())
        print(f"{name} {version}: {len(wanted)} files")


if __name__ == "__main__":
    main()
