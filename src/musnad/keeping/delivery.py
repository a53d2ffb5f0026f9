"""Brings alerts where they are wanted: into an Atom file, to a signed webhook, into a mailbox."""

import asyncio
import hashlib
import hmac
import os
import smtplib
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import httpx
import msgspec

from musnad.errors import UsageError
from musnad.intake.web.addresses import PrivateAddressError, fault_of_address
from musnad.intake.web.transports import guarded_transport
from musnad.keeping.alerting import alerts_for
from musnad.keeping.working import Handler, JobError
from musnad.settings import setting
from musnad.store import Store
from musnad.store.alerts import DELIVER, RAISE, Alert
from musnad.store.jobs import Job

SECRET = "MUSNAD_WEBHOOK_SECRET"
SMTP = ("MUSNAD_SMTP_HOST", "MUSNAD_SMTP_PORT", "MUSNAD_SMTP_USER", "MUSNAD_SMTP_PASSWORD", "MUSNAD_SMTP_FROM")
_IN_FEED = 100
_SECONDS = 20.0
_SUBMISSION_PORT = 587


@dataclass(frozen=True, slots=True)
class DeliverySettings:
    """How alerts are delivered; `allow_private` lifts the guard against webhooks in private networks."""

    allow_private: bool = False


def check_channel(channel: str, *, from_here: bool = False) -> None:
    """Raise UsageError where a channel is none, or what it needs is not set.

    `from_here` is False for one that came over the network: it may not name a file, which would be written.
    """
    kind, _, target = channel.partition(":")
    if not channel.isprintable():
        raise UsageError("a channel stands on one line, without signs that cannot be seen")
    if kind == "atom" and target:
        if not from_here:
            raise UsageError(
                f"{channel}: only `musnad alert` on the machine itself may name a file; "
                "every search has a feed that is served, and webhook:https://... and email:NAME@HOST are open to all"
            )
        return
    if kind == "webhook":
        fault = fault_of_address(target)
        if fault:
            raise UsageError(f"{channel}: {fault}; write it as webhook:https://host/path")
        _secret()
    elif kind == "email" and "@" in target:
        _smtp()
    else:
        raise UsageError(f"{channel}: no such channel; write atom:FILE, webhook:https://... or email:NAME@HOST")


def alert_handlers(settings: DeliverySettings | None = None) -> Mapping[str, Handler]:
    """Return what does the jobs that saved searches give rise to."""
    asked = settings or DeliverySettings()

    def raise_them(store: Store, job: Job) -> str:
        raised = store.alerts.raise_all(list(alerts_for(store, job.payload["reports"])))
        return f"{raised:,} alerts"

    def deliver(store: Store, job: Job) -> str:
        number, channel = int(job.payload["alert"]), str(job.payload["channel"])
        alert = next(iter(store.alerts.all(number=number)), None)
        if alert is None:
            return "its search was removed"
        kind, _, target = channel.partition(":")
        try:
            _CHANNELS[kind](store, alert, target, asked)
        except (OSError, smtplib.SMTPException, httpx.HTTPError, UsageError, JobError) as error:
            reason = f"{type(error).__name__}: {error}"
            store.alerts.note_delivery(number, channel, reason)
            raise JobError(reason) from None
        store.alerts.note_delivery(number, channel)
        return "delivered"

    return {RAISE: raise_them, DELIVER: deliver}


# -- Atom --------------------------------------------------------------------------------------


def _write_atom(store: Store, alert: Alert, target: str, _: DeliverySettings) -> None:
    feed = render_atom(alert.search, store.alerts.all(search=alert.search, most=_IN_FEED))
    place = Path(target)
    fresh = place.with_name(place.name + ".new")
    fresh.write_text(feed, encoding="utf-8")
    os.replace(fresh, place)  # A reader sees the old feed or the new one, never half of one.


def render_atom(search: str, alerts: Sequence[Alert]) -> str:
    """Return the alerts of a search as an Atom feed (RFC 4287)."""
    updated = alerts[0].at if alerts else datetime(1970, 1, 1, tzinfo=UTC).replace(tzinfo=None).isoformat()
    entries = "".join(_entry(alert) for alert in alerts)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<id>{_urn(search)}</id>\n<title>{escape(_clean(search))}</title>\n<updated>{updated}Z</updated>\n"
        f"<author><name>Musnad</name></author>\n{entries}</feed>\n"
    )


def _entry(alert: Alert) -> str:
    link = f"<link href={quoteattr(_clean(alert.address))}/>" if alert.address else ""
    return (
        f"<entry><id>{_urn(f'{alert.search}|{alert.trigger}|{alert.subject}')}</id>"
        f"<title>{escape(_clean(f'{alert.trigger}: {alert.title}'))}</title><updated>{alert.at}Z</updated>"
        f'<category term="{alert.trigger}"/>{link}<content type="text">{escape(_clean(alert.body))}</content></entry>\n'
    )


def _urn(words: str) -> str:
    digest = hashlib.sha256(words.encode()).hexdigest()
    return f"urn:uuid:{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}"


def _clean(words: str) -> str:
    """Return the words without what XML cannot hold."""
    return "".join(letter for letter in words if letter in "\t\n" or (letter >= " " and letter not in "\ufffe\uffff"))


# -- webhook -----------------------------------------------------------------------------------


def _post(_: Store, alert: Alert, target: str, settings: DeliverySettings) -> None:
    body = msgspec.json.encode(alert)
    stamp = str(int(datetime.now(UTC).timestamp()))
    headers = {
        "Content-Type": "application/json",
        "X-Musnad-Timestamp": stamp,
        "X-Musnad-Signature": signature(_secret(), stamp, body),
        "X-Musnad-Alert": str(alert.number),
    }
    try:
        status = asyncio.run(_send(target, body, headers, settings))
    except httpx.ConnectError as error:
        if isinstance(error.__cause__, PrivateAddressError):
            raise JobError(f"{error.__cause__}; --allow-private lifts the guard for hosts of your own") from None
        raise
    if not 200 <= status < 300:
        raise JobError(f"the webhook answered {status}")


def signature(secret: str, stamp: str, body: bytes) -> str:
    """Return what proves that a body was sent by the holder of the secret at a time: HMAC-SHA256 of time, dot, body."""
    digest = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return f"sha256={digest}"


async def _send(target: str, body: bytes, headers: Mapping[str, str], settings: DeliverySettings) -> int:
    transport = guarded_transport(allow_private=settings.allow_private)
    # A redirection is not followed: the body is for this address alone. What is answered is not read.
    async with (
        httpx.AsyncClient(transport=transport, timeout=_SECONDS, trust_env=False) as client,
        client.stream("POST", target, content=body, headers=headers) as response,
    ):
        return response.status_code


def _secret() -> str:
    secret = setting(SECRET)
    if not secret:
        raise UsageError(f"a webhook needs a secret to sign with: set {SECRET}, or {SECRET}_FILE to a file with it")
    return secret


# -- e-mail ------------------------------------------------------------------------------------


def _mail(_: Store, alert: Alert, target: str, __: DeliverySettings) -> None:
    host, port, user, password, sender = _smtp()
    message = EmailMessage()
    message["Subject"] = " ".join(f"[musnad] {alert.search}: {alert.trigger}: {alert.title}".split())[:200]
    message["From"], message["To"] = sender, target
    message["Message-ID"] = f"<{alert.number}.{hashlib.sha256(alert.subject.encode()).hexdigest()[:16]}@musnad>"
    message.set_content("\n\n".join(filter(None, (alert.title, alert.body, alert.address))))
    kind: Callable[..., smtplib.SMTP] = smtplib.SMTP_SSL if port == 465 else smtplib.SMTP
    with kind(host, port, timeout=_SECONDS) as server:
        # A password never goes in the clear: with one, a server that cannot encrypt is refused.
        if port != 465 and (user or _can_encrypt(server)):
            server.starttls(context=ssl.create_default_context())
        if user:
            server.login(user, password or "")
        server.send_message(message)


def _smtp() -> tuple[str, int, str | None, str | None, str]:
    host, port, user, password, sender = map(setting, SMTP)
    if not host or not sender:
        raise UsageError(f"e-mail needs {SMTP[0]} and {SMTP[4]}, and {SMTP[2]} and {SMTP[3]} where the server asks")
    return host, _port_of(port), user, password, sender


def _port_of(written: str | None) -> int:
    if not written:
        return _SUBMISSION_PORT
    if not written.isascii() or not written.isdigit() or not 0 < int(written) < 65_536:
        raise UsageError(f"{SMTP[1]} is {written!r}: not a port; write a number such as {_SUBMISSION_PORT}")
    return int(written)


def _can_encrypt(server: smtplib.SMTP) -> bool:
    server.ehlo()
    return server.has_extn("starttls")


_CHANNELS: dict[str, Callable[[Store, Alert, str, DeliverySettings], None]] = {
    "atom": _write_atom,
    "webhook": _post,
    "email": _mail,
}
