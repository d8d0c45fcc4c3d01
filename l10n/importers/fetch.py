"""Fetching a page: bounded in time, size and redirects, and never from a private network."""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from l10n.errors import FileError, UsageError

if TYPE_CHECKING:
    import httpx

MAX_REDIRECTS = 5
_HEADERS = {"User-Agent": "l10n", "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "gzip"}
_SHARED = ipaddress.ip_network("100.64.0.0/10")  # RFC 6598
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})")
# Western labels are often wrong of a page in UTF-8; its bytes tell.
_CHARSETS = frozenset(("utf-8", "utf8", "us-ascii", "iso-8859-1", "windows-1252", "iso-8859-15"))
_TOO_SLOW = "took too long"


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
                reason = _TOO_SLOW if time.monotonic() >= ends else f"cannot be fetched: {reason}"
                raise FileError(reason, file=str(url), remedy="try again later") from None
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
    if not allow_private and not all(_is_public(text) for text in addresses):
        raise UsageError(
            f"{url.host} is an address of this machine or of a private network",
            remedy="--allow-private fetches it all the same",
        )
    return addresses[0]


def _is_public(text: str) -> bool:
    """Whether an IP address, and the IPv4 address that it may stand for, is on the Internet."""
    ip = ipaddress.ip_address(text)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(str(inner))
    return ip.is_global and not ip.is_multicast and ip not in _SHARED


def _ask(client: httpx.Client, url: httpx.URL, host: str, bounds: tuple[float, int]) -> Page | str:
    """The page, or the address that the server sends on to."""
    import httpx

    ends, limit = bounds
    watch = _Watch()
    request = client.build_request(
        "GET",
        url.copy_with(host=host),
        headers={**_HEADERS, "Host": url.netloc.decode("ascii")},
        extensions=watch.extensions(url.host),
    )
    timer = threading.Timer(max(ends - time.monotonic(), 0.01), watch.cut)
    timer.daemon = True
    timer.start()
    try:
        answer = client.send(request, stream=True)
        try:
            page = _read(answer, url, limit)
        finally:
            answer.close()
        if time.monotonic() >= ends:  # what was cut off may look complete
            raise httpx.ReadTimeout(_TOO_SLOW, request=request)
        return page
    finally:
        timer.cancel()


class _Watch:
    """Knows the sockets of a request, to end it however slowly the server goes on sending."""

    def __init__(self) -> None:
        self._sockets: list[socket.socket] = []

    def extensions(self, name: str) -> dict[str, Any]:
        """What httpx takes: the server's name for TLS, and a listener."""
        return {"sni_hostname": name, "trace": self._listen}

    def _listen(self, event: str, info: dict[str, Any]) -> None:
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._sockets.append(info["return_value"].get_extra_info("socket"))

    def cut(self) -> None:
        """Ends all connections."""
        for connection in self._sockets:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


def _read(answer: httpx.Response, url: httpx.URL, limit: int) -> Page | str:
    if answer.has_redirect_location:
        return str(url.join(answer.headers["location"]))
    if answer.status_code != 200:
        raise FileError(
            f"the server answered {answer.status_code} {answer.reason_phrase}".rstrip(),
            file=str(url),
            remedy="open it in a browser and save the page",
        )
    kind = answer.headers.get("content-type", "").lower()
    charset = _CHARSET.search(kind)
    if charset is not None and charset[1] not in _CHARSETS:
        raise FileError(
            f"is sent as {charset[1]}, not UTF-8", file=str(url), remedy="convert it to UTF-8 first"
        )
    data = bytearray()
    for chunk in answer.iter_bytes():  # as they come: a server may never fill a larger piece
        data += chunk
        if len(data) > limit:
            raise FileError(f"larger than {limit // 1_000_000} MB", file=str(url))
    return Page(bytes(data), str(url), kind)
