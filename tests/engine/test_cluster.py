"""A Ray cluster writes the files that one process writes, also where an actor is killed; S3 is a place too."""

import logging
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from warc_files import demo_pages, write_warc

from musnad.engine.archives import convert_on_ray, convert_parts, load_reports, plan_parts
from musnad.engine.archives.places import Place
from musnad.store import open_store

NO_RAY = "Ray is not installed (musnad[ray]): reading on a cluster was not tried"
NO_MOTO = "moto is not installed (pip install 'moto[server]'): S3 was not tried"


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """Start Ray on this machine for the tests of this file, or skip them, saying so."""
    ray = pytest.importorskip("ray", reason=NO_RAY)
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    yield
    ray.shutdown()


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Yield the address of an empty bucket on an S3 server of this machine, or skip the test, saying so."""
    server = pytest.importorskip("moto.server", reason=NO_MOTO).ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    from pyarrow import fs

    s3 = fs.S3FileSystem(endpoint_override=f"{host}:{port}", scheme="http", allow_bucket_creation=True)
    s3.create_dir("reports")
    yield f"s3://reports/day?endpoint_override={host}:{port}&scheme=http"
    server.stop()


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def actors() -> list[int]:
    """Return the processes below this one in which Ray's actors read."""
    parents: dict[int, int] = {}
    names: dict[int, str] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            names[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue

    def is_below(each: int) -> bool:
        while each and each != os.getpid():
            each = parents.get(each, 0)
        return bool(each)

    return [each for each, name in names.items() if name.startswith("ray::") and "Map" in name and is_below(each)]


@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_a_cluster_writes_what_one_process_writes_though_an_actor_is_killed(cluster: None, tmp_path: Path) -> None:
    archive = write_warc(tmp_path / "news.warc.gz", demo_pages(6))
    parts = plan_parts([str(archive)], part_bytes=archive.stat().st_size // 6)
    list(convert_parts(parts, str(tmp_path / "one")))
    into = tmp_path / "ray"
    killed, over = Event(), Event()

    def kill_one() -> None:
        while not over.is_set() and not killed.is_set():
            found = actors() if list(into.glob("*.parquet")) else []
            if found:
                os.kill(found[0], signal.SIGKILL)
                killed.set()
            time.sleep(0.02)

    killer = Thread(target=kill_one)
    killer.start()
    done = list(convert_on_ray(parts, str(into), workers=2))
    over.set()
    killer.join()
    assert killed.is_set()
    assert sorted(each.part.start for each in done) == sorted(part.start for part in parts)
    assert files_in(into) == files_in(tmp_path / "one")
    assert all(each.skipped for each in convert_on_ray(parts, str(into), workers=2))


@pytest.mark.filterwarnings("ignore")  # botocore's own
def test_a_bucket_takes_the_files_of_a_folder_and_gives_them_to_a_store(bucket: str, tmp_path: Path) -> None:
    archive = write_warc(tmp_path / "news.warc.gz", demo_pages())
    parts = plan_parts([str(archive)])
    (here,) = convert_parts(parts, str(tmp_path / "here"))
    (there,) = convert_parts(parts, bucket)
    with Place(there.reports).opened() as stream:
        assert stream.read() == Path(here.reports).read_bytes()
    (again,) = convert_parts(parts, bucket)
    assert again.skipped
    with open_store(str(tmp_path / "store.sqlite")) as store:
        assert load_reports(store, bucket, compare=False).outcomes.total() == here.count
