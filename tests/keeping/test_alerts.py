"""Saved searches raise an alert once for each new thing, and it is delivered signed, guarded and whole."""

import hashlib
import hmac
import json
import socketserver
import threading
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from musnad.errors import QueryError, UsageError
from musnad.keeping import add_documents, save_search, watch_address
from musnad.keeping.alerting import alerts_for
from musnad.keeping.delivery import DeliverySettings, alert_handlers, check_channel, render_atom
from musnad.keeping.working import WorkSettings, work
from musnad.model import (
    Article,
    Assertion,
    Contradiction,
    Dossier,
    Found,
    Independence,
    Proposition,
    RawDocument,
    Report,
    Slot,
    SourceGraph,
    SourceKind,
    SourceNode,
    Span,
)
from musnad.search import make_keys
from musnad.store import Store, open_store
from musnad.store.alerts import SavedSearch, Trigger
from musnad.store.jobs import JobStatus
from store_reports import demo_documents

EMPTY = SourceGraph((), (), (), ())
NOBODY = Independence(0, 0, EMPTY, ())


def page(number: int, text: str, url: str | None = None) -> Report:
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()
    address = url or f"https://news.example/{number}"
    raw = RawDocument(content, "text/x-article", digest, url=address)
    title = text.splitlines()[0]
    return Report(digest[:16], raw, Article(text, "ar", True, url=address, title=Found(title, "h1")), (), ())


HARBOUR = page(1, "الميناء مفتوح\nقال الحارس إن الميناء مفتوح.")
AGAIN = page(2, "فتح الميناء\nقالت البلدية إن الميناء مفتوح.")
MARKET = page(3, "السوق مغلقة\nقال التاجر إن السوق مغلقة.")


def said(name: str, report: Report) -> Assertion:
    return Assertion(name, report.id, (Span(0, 5),))


def proposition(name: str, assertions: list[Assertion], least: int, graph: SourceGraph = EMPTY) -> Proposition:
    return Proposition(
        name, f"ما قيل في {name}", tuple(assertions), Independence(least, least, graph, ("why",)), NOBODY, ()
    )


@pytest.fixture
def kept(address: str) -> Iterator[Store]:
    with open_store(address, search_keys=make_keys) as store:
        yield store


def keep(store: Store, reports: list[Report], propositions: list[Proposition], *against: Contradiction) -> list[str]:
    added = store.add_reports(reports, reader="1")
    dossier = Dossier(tuple(reports), (), (), propositions=tuple(propositions), contradictions=against)
    store.keep_dossier(dossier, compared=[each.number for each in added])
    return [each.id for each in added]


def save(store: Store, query: str, *triggers: Trigger, to: tuple[str, ...] = ()) -> None:
    store.alerts.save(SavedSearch("harbour", query, triggers or tuple(Trigger), to))


def raised(store: Store, names: list[str]) -> list[tuple[Trigger, str]]:
    store.alerts.raise_all(list(alerts_for(store, names)))
    return sorted((alert.trigger, alert.subject) for alert in store.alerts.all())


def test_what_is_said_for_the_first_time_is_told_once_to_the_searches_that_find_it(kept: Store) -> None:
    save(kept, "الميناء", Trigger.NEW_PROPOSITION)
    names = keep(
        kept, [HARBOUR, MARKET], [proposition("p", [said("a", HARBOUR)], 1), proposition("m", [said("b", MARKET)], 1)]
    )
    assert raised(kept, names) == [(Trigger.NEW_PROPOSITION, "p")]
    assert kept.alerts.raise_all(list(alerts_for(kept, names))) == 0


def test_the_first_independent_confirmation_is_told(kept: Store) -> None:
    save(kept, "ميناء", Trigger.NEW_PROPOSITION, Trigger.FIRST_CONFIRMATION)
    first = keep(kept, [HARBOUR], [proposition("p", [said("a", HARBOUR)], 1)])
    assert raised(kept, first) == [(Trigger.NEW_PROPOSITION, "p")]
    kept.add_reports([AGAIN], reader="1")
    keep(kept, [HARBOUR, AGAIN], [proposition("p", [said("a", HARBOUR), said("c", AGAIN)], 2)])
    assert raised(kept, [AGAIN.id]) == [(Trigger.FIRST_CONFIRMATION, "p"), (Trigger.NEW_PROPOSITION, "p")]


def test_a_contradiction_and_a_circle_are_told(kept: Store) -> None:
    save(kept, "ميناء", Trigger.CONTRADICTION, Trigger.CIRCLE)
    nodes = (SourceNode("n", SourceKind.OUTLET, "صدى"), SourceNode("o", SourceKind.OUTLET, "أفق"))
    circle = replace(EMPTY, nodes=nodes, circles=(("n", "o"),))
    against = Contradiction("a", "b", Slot.POLARITY, ("one denies",), Span(0, 5), Span(0, 5))
    propositions = [proposition("p", [said("a", HARBOUR)], 1, circle), proposition("q", [said("b", MARKET)], 1)]
    names = keep(kept, [HARBOUR, MARKET], propositions, against)
    assert raised(kept, names) == [(Trigger.CIRCLE, "p"), (Trigger.CONTRADICTION, "a b polarity")]
    assert "صدى -> أفق" in next(each.body for each in kept.alerts.all() if each.trigger is Trigger.CIRCLE)


def test_a_silent_edit_is_told_line_by_line(kept: Store) -> None:
    save(kept, "ميناء", Trigger.SILENT_EDIT)
    edited = page(1, "الميناء مفتوح\nقال الحارس إن الميناء مغلق.", HARBOUR.raw.url)
    assert raised(kept, keep(kept, [HARBOUR], [])) == []
    assert raised(kept, keep(kept, [edited], [])) == [(Trigger.SILENT_EDIT, edited.id)]
    assert kept.alerts.all()[0].body.splitlines() == ["- قال الحارس إن الميناء مفتوح.", "+ قال الحارس إن الميناء مغلق."]


def test_the_worker_raises_and_delivers_what_was_compared(kept: Store, tmp_path: Path) -> None:
    feed = tmp_path / "alerts.xml"
    save(kept, "ميناء", to=(f"atom:{feed}",))
    keep(kept, [HARBOUR], [proposition("p <&>", [said("a", HARBOUR)], 1)])
    assert work(kept, alert_handlers(), WorkSettings(once=True)) == 2
    tree = ElementTree.parse(feed)
    names = {"a": "http://www.w3.org/2005/Atom"}
    titles = [title.text for title in tree.findall("a:entry/a:title", names)]
    assert titles == ["new_proposition: ما قيل في p <&>"]
    assert [link.get("href") for link in tree.findall("a:entry/a:link", names)] == ["https://news.example/1"]


def test_a_feed_without_an_alert_and_with_what_xml_cannot_hold_is_a_feed(kept: Store) -> None:
    empty = ElementTree.fromstring(render_atom("q", []))
    assert not empty.findall("{*}entry")
    save(kept, "ميناء", Trigger.NEW_PROPOSITION)
    raised(kept, keep(kept, [HARBOUR], [replace(proposition("p", [said("a", HARBOUR)], 1), label="\x01 \ufffe <b>")]))
    feed = ElementTree.fromstring(render_atom("\x02", kept.alerts.all()))
    (title,) = feed.findall("{*}entry/{*}title")
    assert (title.text or "").endswith("<b>")
    assert "\x01" not in (title.text or "")


@dataclass
class Hook:
    """A webhook on this machine that keeps what was posted."""

    address: str = ""
    status: int = 200
    posts: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@contextmanager
def hook() -> Iterator[Hook]:
    kept = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept.posts.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(kept.status)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        kept.address = f"http://127.0.0.1:{server.server_port}/hook"
        yield kept
        server.shutdown()
        thread.join()


def run_with(store: Store, channel: str, settings: DeliverySettings) -> None:
    save(store, "ميناء", Trigger.NEW_PROPOSITION, to=(channel,))
    keep(store, [HARBOUR], [proposition("p", [said("a", HARBOUR)], 1)])
    work(store, alert_handlers(settings), WorkSettings(once=True))


def test_a_webhook_gets_the_alert_signed(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSNAD_WEBHOOK_SECRET", "s3cret")
    with hook() as posted:
        run_with(kept, f"webhook:{posted.address}", DeliverySettings(allow_private=True))
    ((headers, body),) = posted.posts
    signed = headers["x-musnad-timestamp"].encode() + b"." + body
    digest = hmac.new(b"s3cret", signed, hashlib.sha256).hexdigest()
    assert headers["x-musnad-signature"] == f"sha256={digest}"
    assert (json.loads(body)["trigger"], json.loads(body)["subject"]) == ("new_proposition", "p")


def test_a_webhook_in_a_private_network_is_not_called(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSNAD_WEBHOOK_SECRET", "s3cret")
    with hook() as posted:
        run_with(kept, f"webhook:{posted.address}", DeliverySettings())
    assert posted.posts == []
    (job,) = kept.queue.jobs(JobStatus.WAITING)
    assert "not on the public internet" in str(job.reason)


def test_a_webhook_that_refuses_is_tried_again(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSNAD_WEBHOOK_SECRET", "s3cret")
    with hook() as posted:
        posted.status = 503
        run_with(kept, f"webhook:{posted.address}", DeliverySettings(allow_private=True))
    (job,) = kept.queue.jobs(JobStatus.WAITING)
    assert "503" in str(job.reason)


class Mailbox(socketserver.StreamRequestHandler):
    """A mail server that takes one message."""

    taken: list[str]
    can_encrypt = False

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            word = line.strip().upper()[:4]
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                message = b""
                while not message.endswith(b"\r\n.\r\n"):
                    message += self.rfile.readline()
                type(self).taken.append(message.decode())
            elif word == b"EHLO" and self.can_encrypt:
                self.wfile.write(b"250-fine\r\n250 STARTTLS\r\n")
                continue
            elif word == b"STAR":
                self.wfile.write(b"454 not now\r\n")
                continue
            elif word == b"QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            self.wfile.write(b"250 fine\r\n")


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Yield the messages that a mail server on this machine has taken."""
    Mailbox.taken = []
    with socketserver.TCPServer(("127.0.0.1", 0), Mailbox) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("MUSNAD_SMTP_HOST", "127.0.0.1")
        monkeypatch.setenv("MUSNAD_SMTP_PORT", str(server.server_address[1]))
        monkeypatch.setenv("MUSNAD_SMTP_FROM", "musnad@desk.example")
        yield Mailbox.taken
        server.shutdown()
        thread.join()


def test_a_mail_says_what_the_alert_says(kept: Store, mailbox: list[str]) -> None:
    run_with(kept, "email:layla@desk.example", DeliverySettings())
    (message,) = mailbox
    assert "To: layla@desk.example" in message
    assert "Message-ID: <1." in message


def test_a_port_that_is_none_is_told(mailbox: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for port in ("abc", "0", "70000", "-1", "٢٥"):
        monkeypatch.setenv("MUSNAD_SMTP_PORT", port)
        with pytest.raises(UsageError, match=f"MUSNAD_SMTP_PORT is {port!r}: not a port"):
            check_channel("email:layla@desk.example", from_here=True)
    assert not mailbox


def test_a_server_that_can_encrypt_gets_no_mail_in_the_clear(
    kept: Store, mailbox: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Mailbox, "can_encrypt", True)
    run_with(kept, "email:layla@desk.example", DeliverySettings())
    assert not mailbox
    (job,) = kept.queue.jobs(JobStatus.WAITING)
    assert "454" in str(job.reason)


def test_a_channel_that_cannot_work_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MUSNAD_WEBHOOK_SECRET", "MUSNAD_SMTP_HOST"):
        monkeypatch.delenv(name, raising=False)
    for channel, message in (
        ("fax:12", "no such channel"),
        ("webhook:ftp://host/", "is not http"),
        ("webhook:https://host.example/", "MUSNAD_WEBHOOK_SECRET"),
        ("email:layla@desk.example", "MUSNAD_SMTP_HOST"),
    ):
        with pytest.raises(UsageError, match=message):
            check_channel(channel, from_here=True)


def test_a_secret_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MUSNAD_WEBHOOK_SECRET", raising=False)
    (tmp_path / "secret").write_text("s3cret\n", encoding="utf-8")
    monkeypatch.setenv("MUSNAD_WEBHOOK_SECRET_FILE", str(tmp_path / "secret"))
    check_channel("webhook:https://host.example/", from_here=True)
    monkeypatch.setenv("MUSNAD_WEBHOOK_SECRET_FILE", str(tmp_path / "none"))
    with pytest.raises(UsageError, match="cannot be read"):
        check_channel("webhook:https://host.example/", from_here=True)


def test_documents_that_come_in_raise_all_five_kinds_on_all_three_channels(
    kept: Store, mailbox: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUSNAD_WEBHOOK_SECRET", "s3cret")
    feed = tmp_path / "all.xml"
    pages = [replace(raw, url=f"https://{number}.example/page") for number, raw in enumerate(demo_documents())]
    edited = pages[0].content.replace("ليلا".encode(), "فجرا".encode()) + b"<p></p>"
    assert edited != pages[0].content
    with hook() as posted:
        save(kept, "*", to=(f"atom:{feed}", f"webhook:{posted.address}", "email:layla@desk.example"))
        add_documents(kept, pages)
        add_documents(kept, [replace(pages[0], content=edited, sha256=hashlib.sha256(edited).hexdigest())])
        work(kept, alert_handlers(DeliverySettings(allow_private=True)), WorkSettings(once=True))
    told = {alert.trigger for alert in kept.alerts.all(most=10_000)}
    assert told == set(Trigger)
    number = len(kept.alerts.all(most=10_000))
    assert len(mailbox) == len(posted.posts) == number
    assert {json.loads(body)["trigger"] for _, body in posted.posts} == {each.value for each in Trigger}
    categories = ElementTree.parse(feed).iter("{http://www.w3.org/2005/Atom}category")
    assert len(list(categories)) == min(number, 100)
    assert not kept.queue.jobs(JobStatus.WAITING)


def test_what_came_over_the_network_names_no_file(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSNAD_WEBHOOK_SECRET", "s3cret")
    for channel in ("atom:/etc/cron.d/x", "atom:feed.xml", "webhook:file:///etc/passwd", "email:a@b\nBcc: c@d"):
        with pytest.raises(UsageError):
            save_search(kept, SavedSearch("port", "ميناء", tuple(Trigger), (channel,)), from_here=False)
    assert kept.alerts.searches() == []
    assert save_search(
        kept, SavedSearch("port", "ميناء", tuple(Trigger), ("webhook:https://a.example/",)), from_here=False
    )
    assert save_search(kept, SavedSearch("file", "ميناء", tuple(Trigger), ("atom:feed.xml",)), from_here=True)
    for name, query in (("", "ميناء"), ("a\nb", "ميناء"), ("port", "(ميناء")):
        with pytest.raises((UsageError, QueryError)):
            save_search(kept, SavedSearch(name, query, tuple(Trigger)), from_here=False)
    for address in ("/etc/passwd", "file:///etc/passwd", "feed.xml", "ftp://host.example/feed"):
        with pytest.raises(UsageError, match="https://"):
            watch_address(kept, address, timedelta(minutes=15))
    with pytest.raises(UsageError, match="one minute"):
        watch_address(kept, "https://news.example/feed", timedelta(seconds=1))
    assert watch_address(kept, "HTTPS://News.example/feed", timedelta(hours=1)) == ("https://news.example/feed", True)
