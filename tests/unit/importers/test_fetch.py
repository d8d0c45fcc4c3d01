"""Fetching from a real server on loopback that does what servers do wrong."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from l10n.errors import FileError, L10nError, UsageError
from l10n.importers.fetch import fetch


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:  # noqa: C901, PLR0912 - one branch a fault
        kind, _, rest = self.path.strip("/").partition("/")
        if kind == "hop":
            left = int(rest)
            self.answer(302, Location=f"/hop/{left - 1}" if left > 1 else "/page")
        elif kind == "to":
            self.answer(302, Location={"file": "file:///etc/passwd", "ftp": "ftp://x/"}[rest])
        elif kind == "status":
            self.answer(int(rest))
        elif kind == "large":
            self.answer(200, b"x" * 300_000)
        elif kind == "bomb":
            self.answer(200, gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")
        elif kind == "drip":
            self.send_response(200)
            self.end_headers()
            for _ in range(30):
                self.wfile.write(b"x" * 70_000)
                self.wfile.flush()
                time.sleep(0.2)
        elif kind == "trickle":
            self.send_response(200)
            self.end_headers()
            for _ in range(30):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        elif kind == "headers":
            for n in range(30):
                self.wfile.write(b"HTTP/1.1 200 OK\r\n" if not n else b"X-A: b\r\n")
                self.wfile.flush()
                time.sleep(0.1)
        elif kind == "charset":
            self.answer(200, b"<p>", Content_Type=f"text/html; charset={rest}")
        elif kind == "bare":
            self.answer(200, b"<p>")
        elif kind == "hang":
            time.sleep(3)
        else:
            self.answer(200, "<p>Chào</p>".encode(), Content_Type="text/html; charset=utf-8")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass

    running = Quiet(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()
    thread.join()


def test_a_page_is_fetched_with_its_address_and_kind(server: str) -> None:
    page = fetch(f"{server}/page", allow_private=True)
    assert page.data.decode() == "<p>Chào</p>"
    assert page.url == f"{server}/page"
    assert page.content_type == "text/html; charset=utf-8"


def test_five_redirects_and_no_more(server: str) -> None:
    assert fetch(f"{server}/hop/5", allow_private=True).url == f"{server}/page"
    with pytest.raises(FileError, match="more than 5 redirects"):
        fetch(f"{server}/hop/6", allow_private=True)


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        ("/to/file", UsageError, "file addresses are not fetched; use http or https"),
        ("/to/ftp", UsageError, "ftp addresses are not fetched"),
        ("/status/404", FileError, "the server answered 404 Not Found; open it in a browser"),
        ("/status/500", FileError, "the server answered 500"),
        ("/large", FileError, "larger than 0 MB"),
        ("/bomb", FileError, "larger than 0 MB"),
        ("/hang", FileError, "cannot be fetched: timed out|took too long"),
        ("/trickle", FileError, "took too long; try again later"),
        ("/headers", FileError, "took too long"),
        ("/charset/windows-1258", FileError, "is sent as windows-1258, not UTF-8; convert"),
        ("/drip", FileError, "took too long|larger than"),
    ],
)
def test_what_goes_wrong_is_one_line(
    server: str, path: str, error: type[L10nError], message: str
) -> None:
    with pytest.raises(error, match=message) as caught:
        fetch(server + path, allow_private=True, timeout=0.5, limit=200_000)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://10.1.2.3/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest",
        "http://100.64.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://[64:ff9b::10.0.0.1]/",
        "http://[2002:7f00:1::]/",
        "http://2130706433/",
    ],
)
def test_private_addresses_are_refused(address: str) -> None:
    with pytest.raises(UsageError, match="--allow-private"):
        fetch(address)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("ftp://example.org/x", "ftp addresses are not fetched"),
        ("http://", "not fetched|no address"),
        ("http://lan:secret@127.0.0.1/", "holds a password"),
        ("http://[", "is no address"),
    ],
)
def test_what_is_not_to_be_fetched(address: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        fetch(address, allow_private=True)
    assert "secret" not in str(caught.value)


def test_nobody_listens() -> None:
    with pytest.raises(FileError, match="cannot be fetched"):
        fetch("http://127.0.0.1:1/", allow_private=True)


@pytest.mark.parametrize("path", ["/bare", "/charset/utf-8"])
def test_a_charset_need_not_be_told(server: str, path: str) -> None:
    assert fetch(server + path, allow_private=True).data == b"<p>"


def test_a_name_is_resolved_once_and_its_address_used(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    real = socket.getaddrinfo

    def resolve(name: str, *rest: Any, **named: Any) -> Any:
        asked.append(name)
        return real("127.0.0.1" if name == "bao.example" else name, *rest, **named)

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    port = server.rpartition(":")[2]
    page = fetch(f"http://bao.example:{port}/page", allow_private=True)
    assert page.url == f"http://bao.example:{port}/page"
    assert asked.count("bao.example") == 1


def test_a_public_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(0, 0, 0, "", ("93.184.216.34", 80)), (0, 0, 0, "", ("10.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: both)
    with pytest.raises(UsageError, match="private network"):
        fetch("http://bao.example/")


def test_a_name_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*_: object, **__: object) -> None:
        raise OSError("no such name")

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    with pytest.raises(FileError, match="the server is not known"):
        fetch("http://bao.example/")
