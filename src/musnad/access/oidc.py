"""Logs people in by an identity provider (OpenID Connect Core 1.0, code flow with PKCE)."""

import base64
import binascii
import hashlib
import ipaddress
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
import msgspec

from musnad.access.accounts import make_account
from musnad.access.secrets import new_secret
from musnad.access.visitors import Role
from musnad.errors import UsageError
from musnad.intake.web.transports import guarded_transport
from musnad.settings import setting
from musnad.store import Store
from musnad.store.accounts import Account

ISSUER, CLIENT, SECRET, ROLE = (f"MUSNAD_OIDC_{name}" for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET", "ROLE"))
_SECONDS = 10.0
_MOST_BYTES = 1_000_000
_SKEW_SECONDS = 60
_DISCOVERY = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class OidcSettings:
    """The provider, what this service is called there, and the role of those who come for the first time."""

    issuer: str
    client: str
    secret: str = field(repr=False)
    role: Role = Role.READER


@dataclass(frozen=True, slots=True)
class OidcTry:
    """What a browser keeps while its user is at the provider: all three are random."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> "OidcTry":
        """Return a try with secrets of its own."""
        return cls(new_secret(), new_secret(), new_secret())

    @classmethod
    def kept(cls, cookie: str) -> "OidcTry | None":
        """Return the try that a cookie tells of."""
        parts = cookie.split(".")
        return cls(*parts) if len(parts) == 3 and all(len(part) == 43 for part in parts) else None

    def cookie(self) -> str:
        """Return what the browser keeps."""
        return f"{self.state}.{self.nonce}.{self.verifier}"


class OidcError(UsageError):
    """The provider said no, or something that cannot be trusted."""


def oidc_settings() -> OidcSettings | None:
    """Return the provider that is set up, None where none is; raise UsageError for half of one."""
    issuer, client, secret = setting(ISSUER), setting(CLIENT), setting(SECRET)
    if issuer is None:
        return None
    if client is None or secret is None:
        raise UsageError(f"{ISSUER} is set: {CLIENT} and {SECRET} (or {SECRET}_FILE) have to be set too")
    if not _is_safe(issuer):
        raise UsageError(f"{ISSUER}: {issuer} has to begin with https://")
    role = setting(ROLE) or Role.READER.value
    if role not in list(Role):
        raise UsageError(f"{ROLE}: {role} is no role; choose from {', '.join(Role)}")
    return OidcSettings(issuer.rstrip("/"), client, secret, Role(role))


async def address_at_provider(settings: OidcSettings, tried: OidcTry, back: str) -> str:
    """Return the provider's address to send a browser to; it sends the browser `back`."""
    told = await _discover(settings)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(tried.verifier.encode()).digest()).decode().rstrip("=")
    asked = {
        "response_type": "code",
        "client_id": settings.client,
        "redirect_uri": back,
        "scope": "openid profile email",
        "state": tried.state,
        "nonce": tried.nonce,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    address = _endpoint(told, "authorization_endpoint")
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(asked)}"


async def claims_of_code(settings: OidcSettings, tried: OidcTry, code: str, back: str) -> Mapping[str, Any]:
    """Return what the provider says of the user, for the code that the browser brought `back`; raise OidcError."""
    told = await _discover(settings)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "client_id": settings.client,
        "client_secret": settings.secret,
        "code_verifier": tried.verifier,
    }
    answer = await _ask(settings, _endpoint(told, "token_endpoint"), form)
    # Straight from the provider over TLS: that stands for a check of the signature (section 3.1.3.7, point 6).
    claims = _claims(str(answer.get("id_token", "")))
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    wrong = [
        name
        for name, holds in (
            ("iss", claims.get("iss") == told["issuer"]),
            ("aud", settings.client in audiences),
            ("azp", len(audiences) == 1 or claims.get("azp") == settings.client),
            ("nonce", claims.get("nonce") == tried.nonce),
            ("exp", isinstance(claims.get("exp"), int) and claims["exp"] > time.time() - _SKEW_SECONDS),
            ("sub", isinstance(claims.get("sub"), str) and bool(claims["sub"])),
        )
        if not holds
    ]
    if wrong:
        raise OidcError(f"the identity provider's answer is not to be trusted: {', '.join(wrong)}")
    return claims


def account_of(store: Store, settings: OidcSettings, claims: Mapping[str, Any]) -> Account:
    """Return the account of the user that the provider tells of, made at the first time; raise OidcError if shut out.

    A name that an account of this service has already is not handed over: whoever names themselves so elsewhere need
    not be the same.
    """
    subject = f"{settings.issuer} {claims['sub']}"
    held = store.accounts.of_subject(subject)
    if held is not None:
        if not held.active:
            raise OidcError(f"{held.name} is shut out; ask an admin")
        return held
    wished = next((claims[name] for name in ("preferred_username", "email", "sub") if claims.get(name)), "")
    name = re.sub(r"[^\w .@-]+", "-", str(wished)).strip(" -")[:64].strip()
    if store.accounts.find(name) is not None:
        raise OidcError(f"{name}: somebody else has this name here; ask an admin")
    return make_account(store, name, settings.role, None, subject)


async def _discover(settings: OidcSettings) -> Mapping[str, Any]:
    told = await _ask(settings, settings.issuer + _DISCOVERY)
    if str(told.get("issuer", "")).rstrip("/") != settings.issuer:
        raise OidcError(f"{settings.issuer}: calls itself otherwise; set {ISSUER} to what it says")
    return told


async def _ask(settings: OidcSettings, address: str, form: Mapping[str, str] | None = None) -> Mapping[str, Any]:
    """Return what the provider answers; only its own host may be on a private network."""
    own = urlsplit(address).hostname == urlsplit(settings.issuer).hostname
    transport = guarded_transport(allow_private=own)
    try:
        async with (
            httpx.AsyncClient(transport=transport, timeout=_SECONDS, trust_env=False) as client,
            client.stream("POST" if form else "GET", address, data=form) as response,
        ):
            body = b""
            async for part in response.aiter_bytes():
                body += part
                if len(body) > _MOST_BYTES:
                    raise OidcError("the identity provider answers too much")
    except httpx.HTTPError as error:
        raise OidcError(f"the identity provider does not answer ({type(error).__name__})") from None
    if response.status_code != 200:
        raise OidcError(f"the identity provider answers {response.status_code}")
    return _record(body)


def _claims(token: str) -> Mapping[str, Any]:
    parts = token.split(".")
    if len(parts) != 3:
        raise OidcError("the identity provider sent no identity")
    try:
        return _record(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (binascii.Error, ValueError):
        raise OidcError("the identity provider's answer cannot be read") from None


def _record(body: bytes) -> Mapping[str, Any]:
    try:
        return msgspec.json.decode(body, type=dict[str, Any])
    except msgspec.MsgspecError:
        raise OidcError("the identity provider's answer cannot be read") from None


def _endpoint(told: Mapping[str, Any], name: str) -> str:
    address = str(told.get(name, ""))
    if not _is_safe(address):
        raise OidcError(f"the identity provider names no {name} that begins with https://")
    return address


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme == "https" and parts.hostname:
        return True
    # In the clear only where nobody can listen: on this machine.
    try:
        return parts.scheme == "http" and ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False
