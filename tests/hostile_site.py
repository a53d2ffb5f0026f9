"""Puts on a news site every way to misbehave that a fetcher must survive, beside one page in good order."""

from hostile_containers import hostile_feeds
from news_site import Answer, Site, bomb, page, redirect

GOOD = "/good"


def hostile_site(site: Site, *, size: int) -> list[str]:
    """Give the site its answers and return their addresses, the good page's last; the bombs unpack to `size` bytes."""
    html = {"Content-Type": "text/html"}
    odd: list[Answer] = [
        redirect("/0"),
        *(redirect(site.url(f"/{number}")) for number in (2, 3, 1)),
        *(redirect(target) for target in ("file:///etc/passwd", "javascript:x", "http://[::1", "//", "ftp://x/", "")),
        redirect("/" + "x" * 5_000),
        bomb(size),
        Answer(b"x" * size),
        Answer(b"\x1f\x8b broken", headers={**html, "Content-Encoding": "gzip"}),
        Answer(b"x", headers={**html, "Content-Encoding": "gzip, gzip, gzip, gzip, gzip, gzip"}),
        Answer(b"x", headers={**html, "Content-Encoding": "klingon"}),
        Answer(b"<p>x" * 100, drip_seconds=0.05),
        Answer(b"<p>half", cut_short=True),
        *(Answer(status=status) for status in (204, 206, 301, 304, 403, 404, 410, 429, 451, 500, 503, 599, 999)),
        Answer(b"", headers=html),
        Answer(b"\x89PNG\r\n\x1a\n", headers={"Content-Type": "image/png"}),
        Answer(b"\x00" * 100, headers=html),
        Answer(page("x").body, headers={"Content-Type": "text/html; charset=klingon"}),
        Answer(page("x").body, headers={**html, **{f"X-{number}": "x" * 500 for number in range(90)}}),
        Answer(page("x").body, headers={**html, "X": "x" * 60_000}),
        *(Answer(feed, headers={"Content-Type": "application/xml"}) for feed in hostile_feeds()),
    ]
    paths = [f"/{number}" for number in range(len(odd))]
    site.answers |= dict(zip(paths, odd, strict=True))
    site.answers[GOOD] = page("افتتاح الجسر")
    return [site.url(path) for path in (*paths, GOOD)]
