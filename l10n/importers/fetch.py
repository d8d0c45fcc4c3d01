"""Fetching a page: bounded in time, size and redirects, and never from a private network."""

from __future__ import annotations

import ipaddress
import socket
import time
from typing import TYPE_CHECKING, NamedTuple

from l10n.errors import FileError, UsageError

if TYPE_CHECKING:
    import httpx

MAX_REDIRECTS = 5
_HEADERS = {"User-Agent": "l10n", "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "gzip"}
_SHARED = ipaddress.ip_network("100.64.0.0/10")  # RFC 6598


class Page(NamedTuple):
    """What an address gave."""

    data: bytes
    url: str
    """The address after redirects."""
    content_type: str


def fetch(
    address: str,
    *,
    allow_private: bool = False,
    timeout: float = 20.0,
    limit: int = 20_000_000,
) -> Page:
    """Get what `address` (http or https) holds.

    Every redirect is checked like the first address, and the connection goes to the very IP
    address that was checked. Raises `UsageError` for an address that is not to be fetched,
    `FileError` for what goes wrong on the way.
    """
    import httpx

    ends = time.monotonic() + timeout
    url = _checked(address)
    # Proxies and keys of the environment are none of the page's business.
    with httpx.Client(trust_env=False, timeout=timeout, follow_redirects=False) as client:
        for _ in range(MAX_REDIRECTS + 1):
            host = _public(url, allow_private)
            try:
                answer = _ask(client, url, host, (ends, limit))
            except httpx.HTTPError as error:
                reason = str(error) or type(error).__name__
                raise FileError(f"cannot be fetched: {reason}", file=str(url)) from None
            if isinstance(answer, Page):
                return answer
            url = _checked(answer)
    raise FileError(f"more than {MAX_REDIRECTS} redirects", file=address)


def _checked(address: str) -> httpx.URL:
    """The address without user and password; only http and https."""
    import httpx

    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, TypeError):
        raise UsageError(f"{address[:200]} is no address") from None
    if "[" in url.host or "%" in url.host:
        raise UsageError(f"{address[:200]} is no address")
    if url.scheme not in ("http", "https") or not url.host:
        raise UsageError(
            f"{url.scheme or 'this'} addresses are not fetched", remedy="use http or https"
        )
    if url.userinfo:
        raise UsageError("the address holds a password", remedy="leave the password out")
    return url


def _public(url: httpx.URL, allow_private: bool) -> str:
    """The IP address to connect to, refused where it is no public one."""
    try:
        found = socket.getaddrinfo(url.host, url.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FileError("the server is not known", file=str(url)) from None
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    for text in addresses:
        ip = ipaddress.ip_address(text)
        ip = getattr(ip, "ipv4_mapped", None) or ip
        if not allow_private and (not ip.is_global or ip.is_multicast or ip in _SHARED):
            raise UsageError(
                f"{url.host} is an address of this machine or of a private network",
                remedy="--allow-private fetches it all the same",
            )
    return addresses[0]


def _ask(client: httpx.Client, url: httpx.URL, host: str, bounds: tuple[float, int]) -> Page | str:
    """The page, or the address that the server sends on to."""
    ends, limit = bounds
    request = client.build_request(
        "GET",
        url.copy_with(host=host),
        headers={**_HEADERS, "Host": url.netloc.decode("ascii")},
        extensions={"sni_hostname": url.host},
    )
    answer = client.send(request, stream=True)
    try:
        if answer.has_redirect_location:
            return str(url.join(answer.headers["location"]))
        if answer.status_code != 200:
            raise FileError(
                f"the server answered {answer.status_code} {answer.reason_phrase}".rstrip(),
                file=str(url),
                remedy="open it in a browser and save the page",
            )
        data = bytearray()
        for chunk in answer.iter_bytes(65_536):
            data += chunk
            if len(data) > limit:
                raise FileError(f"larger than {limit // 1_000_000} MB", file=str(url))
            if time.monotonic() > ends:
                raise FileError("took too long", file=str(url), remedy="try again later")
        return Page(bytes(data), str(url), answer.headers.get("content-type", "").lower())
    finally:
        answer.close()
