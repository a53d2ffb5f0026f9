"""A small news site on this machine for the tests of fetching: pages, lists, and every way to misbehave."""

import gzip
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = (
    '<html><head><meta charset="utf-8"><title>{title}</title></head><body><article><h1>{title}</h1>'
    "<p>قال رئيس البلدية إن الجسر الجديد سيفتح أمام السيارات مطلع الأسبوع المقبل.</p>"
    "<p>{body}</p></article></body></html>"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site answers at one path."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    drip_seconds: float = 0.0
    cut_short: bool = False


def page(title: str, body: str = "وأضاف أن الحافلات ستعود إلى مسارها القديم.") -> Answer:
    """Return a page with a headline and two paragraphs."""
    return Answer(PAGE.format(title=title, body=body).encode())


def redirect(target: str) -> Answer:
    """Return a redirection."""
    return Answer(status=302, headers={"Location": target})


def bomb(size: int) -> Answer:
    """Return a small body that unpacks to `size` bytes."""
    return Answer(gzip.compress(b"0" * size), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})


@dataclass(slots=True)
class Site:
    """The site's answers by path; an answer may be a list, of which each request takes the next. `asked` is its log."""

    address: str = ""
    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"{self.address}{path}"

    def paths(self) -> list[str]:
        """Return the paths that were asked for, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def take(self, path: str) -> Answer:
        """Return the answer of a path, 404 where there is none."""
        answer = self.answers.get(path, Answer(status=404))
        if isinstance(answer, list):
            return answer.pop(0) if len(answer) > 1 else answer[0]
        return answer


@contextmanager
def serve() -> Iterator[Site]:
    """Yield a site that is served on a port of its own until the block ends."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            answer = site.take(self.path)
            etag = answer.headers.get("ETag")
            unchanged = etag is not None and headers.get("if-none-match") == etag
            body = b"" if unchanged else answer.body
            self.send_response(304 if unchanged else answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) + 100 * answer.cut_short))
            self.end_headers()
            with suppress(OSError):
                self._send(body, answer)
            self.close_connection = answer.cut_short

        def _send(self, body: bytes, answer: Answer) -> None:
            if not answer.drip_seconds:
                self.wfile.write(body)
                return
            for at in range(len(body)):
                self.wfile.write(body[at : at + 1])
                self.wfile.flush()
                time.sleep(answer.drip_seconds)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
