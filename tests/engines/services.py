"""A server on loopback that speaks like the translation services, and fails like them."""

from __future__ import annotations

import html
import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

KEY = "secret-key-7f3a"


def translated(text: str) -> str:
    """What this server takes for a translation: the placeholders survive, the rest is marked."""
    return f"the {text.strip()} indeed"


class Services(ThreadingHTTPServer):
    """Listens on a free port; `fault` says what goes wrong, `seen` what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fault = ""
        self.faults_left = 10**9
        self.fault_of: Callable[[str], str] = lambda _: ""
        """What goes wrong with a call, by its address and body, where `fault` says nothing."""
        self.pause = 0.0
        self.room = threading.Semaphore(64)
        self.seen: list[tuple[str, str]] = []
        self.keys: list[str] = []
        self.retry_after = "1"
        self.busiest = 0
        self.left = threading.Event()
        """A client has not waited for the end of an answer."""
        self._running = 0
        self._lock = threading.Lock()
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def options(self, engine: str, **changes: object) -> dict[str, object]:
        """What settings say of an engine that asks here, and is impatient."""
        chat = engine in ("openai", "chatgpt")
        told = {"url": self.url + "/v1" * chat, "timeout": 0.5, "retries": 0}
        return told | ({"model": "any"} if chat else {}) | changes

    def settings(self, engine: str, **changes: object) -> str:
        """A project's settings for drafting here."""
        told = json.dumps(self.options(engine, **changes))
        return f"source: vi\ntargets: [en]\nengine: {engine}\nengines:\n  {engine}: {told}\n"

    def enter(self) -> None:
        with self._lock:
            self._running += 1
            self.busiest = max(self.busiest, self._running)

    def leave(self) -> None:
        with self._lock:
            self._running -= 1

    def next_fault(self, call: str) -> str:
        with self._lock:
            if not self.fault or not self.faults_left:
                return self.fault_of(call)
            self.faults_left -= 1
            return self.fault

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Services

    def log_message(self, *_: object) -> None:
        """Be quiet."""

    def do_GET(self) -> None:
        self._answer("")

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        self._answer(self.rfile.read(length).decode())

    def _answer(self, body: str) -> None:
        self.server.enter()
        try:
            with self.server.room:
                self.server.seen.append((self.path, body))
                self.server.keys.append(self.headers.get("Authorization", ""))
                time.sleep(self.server.pause)
                self._fail_or_say(self.server.next_fault(unquote(self.path + body)), body)
        finally:
            self.server.leave()

    def _fail_or_say(self, fault: str, body: str) -> None:
        if fault.isdecimal():
            busy = fault in ("429", "503")
            extra = {"Retry-After": self.server.retry_after} if busy else {}
            self._send(int(fault), f"wrong key {KEY}", **extra)
        elif fault == "redirect":
            self._send(302, "", Location="http://192.0.2.1/steal")
        elif fault == "hang":
            time.sleep(1)
        elif fault == "garbled":
            self._send(200, "no gzip", Content_Encoding="gzip")
        elif fault in _PARTS:
            self.wfile.write(_PARTS[fault])
            self._drip(500 * ("drip" in fault))
        elif fault in _WHOLE:
            self._send(200, _WHOLE[fault])
        else:
            self._send(200, _said(self.path, body, fault))

    def _drip(self, times: int) -> None:
        """A byte now and then, for as long as somebody listens."""
        self.close_connection = True
        for _ in range(times):
            try:
                self.wfile.write(b" ")
            except OSError:
                self.server.left.set()
                return
            time.sleep(0.05)

    def _send(self, status: int, text: str, **headers: str) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


_CHANGES = {
    "short": lambda texts: texts[:-1],
    "reversed": lambda texts: texts[::-1],
    "empty": lambda texts: ["" for _ in texts],
    "controls": lambda texts: [f"\x1b[2J{text}\x07" for text in texts],
    "long": lambda texts: [text.replace(" indeed", "") * 10 for text in texts],
    "spaced": lambda texts: [text.replace("/", " / ").replace("&", "& ") for text in texts],
    "unmasked": lambda texts: [text.replace("XTERM", "TERM ") for text in texts],
}


_PARTS = {
    "drop": b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{",
    "drip": b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{",
    "drip headers": b"HTTP/1.1 200 OK\r\nX-Long: ",
}
_WHOLE = {
    "html": "<html><body>Welcome!</body></html>",
    "broken": '{"translatedText": [',
    "large": '"' + "x" * 11_000_000 + '"',
}


def _said(address: str, body: str, fault: str) -> str:
    """The answer in the form of the service that the path is of."""
    parts = urlsplit(address)
    query = {k: v[0] for k, v in parse_qs(parts.query).items()}
    change = _CHANGES.get(fault, lambda texts: texts)
    say = (lambda text: text) if fault == "echo" else translated

    def all_of(texts: list[str]) -> list[str]:
        return change([say(text) for text in texts])

    for start, form in _FORMS:
        if parts.path.startswith(start):
            return form(query, body, all_of)
    if body.startswith("["):
        texts = all_of([item["text"] for item in json.loads(body)])
        return json.dumps([{"translations": [{"text": text} for text in texts]}])
    if body.startswith("{"):
        return json.dumps({"translatedText": all_of(json.loads(body)["q"])})
    texts = parse_qs(body)["q"][0].split("\n\n")
    return json.dumps({"responseData": {"translatedText": "\n\n".join(all_of(texts))}})


def _chat(_query: dict, body: str, all_of) -> str:
    asked = json.loads(json.loads(body)["messages"][-1]["content"])
    for item in asked.values():
        for term, equivalent in item.get("terms", {}).items():
            item["text"] = item["text"].replace(term, equivalent)
    names, texts = list(asked), all_of([item["text"] for item in asked.values()])
    answers = dict(reversed(list(zip(names, texts, strict=False))))
    content = "Sure:\n```json\n" + json.dumps(answers, ensure_ascii=False) + "\n```"
    return json.dumps({"choices": [{"message": {"content": content}}]})


def _form(body: str) -> dict[str, str]:
    return {k: v[0] for k, v in parse_qs(body).items()}


_FORMS = [
    ("/v1/chat/completions", _chat),
    ("/v1/papago", lambda _q, body, all_of: json.dumps(
        {"message": {"result": {"translatedText": all_of([_form(body)["text"]])[0]}}})),
    ("/m", lambda q, _b, all_of:
        f'<div class="result-container">{html.escape(all_of([q["q"]])[0])}</div>'),
    ("/get", lambda q, _b, all_of: json.dumps(
        {"responseData": {"translatedText": all_of([q["q"]])[0]}})),
    ("/listPairs", lambda _q, _b, _a: json.dumps(
        {"responseData": [{"sourceLanguage": "vi", "targetLanguage": "eng"}]})),
    ("/languages", lambda _q, _b, _a: json.dumps({"translation": {"en": {"name": "English"}}})),
    ("/v2/translate", lambda _q, body, all_of: json.dumps(
        {"translations": [{"text": t} for t in all_of(json.loads(body)["text"])]})),
    ("/api/v1.5/", lambda q, body, all_of: json.dumps(
        {"code": 200, "text": all_of([(_form(body) or q)["text"]])})),
    ("/api/trans/", lambda q, _b, all_of: json.dumps(
        {"trans_result": [{"dst": t} for t in all_of([q["q"]])]})),
    ("/api/v1/", lambda q, _b, all_of: json.dumps({"translatedText": all_of([q["text"]])[0]})),
]  # fmt: skip
