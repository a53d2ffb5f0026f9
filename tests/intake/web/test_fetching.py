"""Fetching keeps its manners and its limits, and names what went wrong."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from musnad.intake.web import Fetched, Fetcher, FetchSettings, Validators
from musnad.model import ProblemCode
from news_site import Answer, Site, bomb, page, redirect

QUICK = FetchSettings(delay=0.0, backoff=0.01, allow_private=True, total_timeout=5.0, read_timeout=2.0)


def fetch(url: str, settings: FetchSettings = QUICK, known: Validators | None = None) -> Fetched:
    return fetch_all([url], settings, known)[0]


def fetch_all(urls: Sequence[str], settings: FetchSettings = QUICK, known: Validators | None = None) -> list[Fetched]:
    async def run() -> list[Fetched]:
        async with Fetcher(settings) as fetcher:
            return list(await asyncio.gather(*(fetcher.fetch(url, known or Validators()) for url in urls)))

    return asyncio.run(run())


def code_of(fetched: Fetched) -> ProblemCode | None:
    return fetched.problem.code if fetched.problem else None


def test_a_page_comes_with_its_charset_and_validators(site: Site) -> None:
    headers = {"Content-Type": "text/html; Charset=windows-1256", "ETag": '"v1"'}
    site.answers["/a"] = Answer("<p>خبر</p>".encode("cp1256"), headers=headers)
    fetched = fetch(site.url("/a"))
    assert (fetched.status, fetched.media_type, fetched.charset) == (200, "text/html", "windows-1256")
    assert fetched.content.decode("cp1256") == "<p>خبر</p>"
    assert fetched.validators == Validators('"v1"', None)
    assert "Musnad/" in site.asked[-1][1]["user-agent"]


def test_a_known_version_is_not_sent_again(site: Site) -> None:
    site.answers["/a"] = Answer(b"<p>1</p>", headers={"ETag": '"v1"'})
    fetched = fetch(site.url("/a"), known=Validators('"v1"'))
    assert fetched.unchanged
    assert fetched.content == b""


def test_private_addresses_are_refused_before_a_byte_is_sent(site: Site) -> None:
    site.answers["/a"] = page("خبر")
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"):
        port = site.address.rpartition(":")[2]
        fetched = fetch(f"http://{host}:{port}/a", replace(QUICK, allow_private=False))
        assert code_of(fetched) is ProblemCode.PRIVATE_ADDRESS, host
    assert site.asked == []


def test_a_name_that_leads_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.address.rpartition(":")[2])

    async def rebound(self: object, host: str, *args: object, **named: object) -> list[object]:
        return [(2, 1, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", rebound)
    fetched = fetch(f"http://news.example:{port}/a", replace(QUICK, allow_private=False))
    assert code_of(fetched) is ProblemCode.PRIVATE_ADDRESS
    assert site.asked == []


def test_redirects_are_followed_and_bounded(site: Site) -> None:
    site.answers |= {"/old": redirect("/new"), "/new": page("خبر"), "/loop": redirect("/loop")}
    assert fetch(site.url("/old")).final_url == site.url("/new")
    assert code_of(fetch(site.url("/loop"))) is ProblemCode.TOO_MANY_REDIRECTS


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://user:pass@example.org/"])
def test_a_redirect_to_what_is_no_page_is_refused(site: Site, target: str) -> None:
    site.answers["/a"] = redirect(target)
    assert code_of(fetch(site.url("/a"))) is ProblemCode.BAD_ADDRESS


def test_robots_txt_is_obeyed_and_asked_for_once(site: Site) -> None:
    site.answers |= {
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /private/\n"),
        "/a": page("خبر"),
        "/b": page("خبر"),
        "/private/c": page("خبر"),
    }
    fetched = fetch_all([site.url(path) for path in ("/a", "/b", "/private/c")])
    assert [code_of(each) for each in fetched] == [None, None, ProblemCode.ROBOTS_DISALLOWED]
    assert [path for path, _ in site.asked].count("/robots.txt") == 1
    assert "/private/c" not in site.paths()


def test_a_host_that_fails_to_give_its_robots_txt_is_left_alone(site: Site) -> None:
    site.answers |= {"/robots.txt": Answer(status=503), "/a": page("خبر")}
    assert code_of(fetch(site.url("/a"))) is ProblemCode.ROBOTS_DISALLOWED
    assert site.paths() == []


def test_one_request_at_a_time_goes_to_a_host_with_a_pause_between(site: Site) -> None:
    site.answers |= {f"/{number}": page("خبر") for number in range(3)}
    start = time.monotonic()
    fetch_all([site.url(f"/{number}") for number in range(3)], replace(QUICK, delay=0.1))
    assert time.monotonic() - start >= 0.3  # the pause is a promise to the host, not a measure of speed


def test_a_failing_server_is_asked_again(site: Site) -> None:
    site.answers["/a"] = [Answer(status=503), Answer(status=429, headers={"Retry-After": "0"}), page("خبر")]
    assert fetch(site.url("/a")).status == 200
    assert len(site.paths()) == 3


def test_a_missing_page_is_not_asked_for_again(site: Site) -> None:
    fetched = fetch(site.url("/none"))
    assert (fetched.status, code_of(fetched)) == (404, ProblemCode.HTTP_ERROR)
    assert len(site.paths()) == 1


def test_a_long_retry_after_ends_the_tries(site: Site) -> None:
    site.answers["/a"] = Answer(status=429, headers={"Retry-After": "86400"})
    assert fetch(site.url("/a")).status == 429
    assert len(site.paths()) == 1


@pytest.mark.parametrize("answer", [Answer(b"x" * 50_000), bomb(5_000_000)], ids=["large", "bomb"])
def test_a_body_beyond_the_limit_is_stopped(site: Site, answer: Answer) -> None:
    site.answers["/a"] = answer
    assert code_of(fetch(site.url("/a"), replace(QUICK, max_bytes=20_000))) is ProblemCode.TOO_LARGE


def test_a_body_in_a_packing_that_was_not_asked_for_is_refused(site: Site) -> None:
    site.answers["/a"] = Answer(b"\x0b\x02\x80", headers={"Content-Encoding": "br"})
    assert code_of(fetch(site.url("/a"), replace(QUICK, retries=0))) is ProblemCode.UNREACHABLE


def test_a_server_that_drips_is_cut_off(site: Site) -> None:
    site.answers["/a"] = Answer(b"x" * 200, drip_seconds=0.05)
    fetched = fetch(site.url("/a"), replace(QUICK, total_timeout=0.3, retries=0))
    assert code_of(fetched) is ProblemCode.TOO_SLOW


def test_a_body_that_breaks_off_is_no_page(site: Site) -> None:
    site.answers["/a"] = Answer(b"<p>half", cut_short=True)
    assert code_of(fetch(site.url("/a"), replace(QUICK, retries=0))) is ProblemCode.UNREACHABLE


def test_a_host_that_does_not_answer_is_unreachable() -> None:
    assert code_of(fetch("http://127.0.0.1:9/a", replace(QUICK, retries=0))) is ProblemCode.UNREACHABLE
