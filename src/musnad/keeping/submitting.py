"""Checks what people send to a service: addresses to fetch, channels for alerts, notes below reports."""

import ipaddress
import re
from urllib.parse import urlsplit

from musnad.errors import UsageError
from musnad.intake.web.addresses import fault_of_address, is_public, normal_address
from musnad.keeping.delivery import check_channel
from musnad.store import Store
from musnad.store.reader_notes import NewNote, ReaderNote

_OF_THIS_NETWORK = ("localhost", ".localhost", ".local", ".internal", ".home.arpa")
_EMAIL = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,189}")
LONGEST_NAME, LONGEST_NOTE = 100, 5_000


def submitted_address(address: str, *, allow_private: bool = False) -> str:
    """Return the address as it is kept; raise UsageError for what is no public address of the web.

    What a name leads to is looked at when it is fetched: here only addresses that say themselves that they are private.
    """
    written = address.strip()
    fault = fault_of_address(written)
    if fault:
        raise UsageError(f"{written[:200]}: {fault}; give an address that begins with http:// or https://")
    host = (urlsplit(written).hostname or "").rstrip(".").lower()
    if not allow_private and (host.endswith(_OF_THIS_NETWORK) or not _is_public(host)):
        raise UsageError(f"{written[:200]}: is not on the public internet; give a public address")
    try:
        return normal_address(written)
    except ValueError as error:
        raise UsageError(f"{written[:200]}: cannot be read ({error})") from None


def submitted_channel(channel: str, *, allow_private: bool = False) -> str:
    """Return a channel that alerts may go to; raise UsageError for a file of this machine, or for none."""
    kind, _, target = channel.partition(":")
    if kind == "atom":
        raise UsageError("atom:FILE writes a file of this machine; only `musnad alert add` may name one")
    if kind == "webhook":
        submitted_address(target, allow_private=allow_private)
    check_channel(channel, from_here=False)
    return channel


def submit_note(store: Store, note: NewNote) -> ReaderNote:
    """Keep a reader's note, which waits until it is approved; raise UsageError for what is none."""
    name, text = " ".join(note.name.split()), note.text.strip()
    if not name or len(name) > LONGEST_NAME:
        raise UsageError(f"a note carries a name, of at most {LONGEST_NAME} letters")
    if not text or len(text) > LONGEST_NOTE:
        raise UsageError(f"a note has 1 to {LONGEST_NOTE:,} letters; this one has {len(text):,}")
    if note.email and not _EMAIL.fullmatch(note.email.strip()):
        raise UsageError("this is no e-mail address; leave it out, or write it as name@host")
    return store.notes.submit(NewNote(note.report, name, text, (note.email or "").strip() or None))


def _is_public(host: str) -> bool:
    try:
        return is_public(ipaddress.ip_address(host))
    except ValueError:
        # 127.1 and 0x7f000001 are addresses too, to those who resolve names.
        return not re.fullmatch(r"[\d.]+|0x[0-9a-f.x]+", host)
