"""Measures how busy an engine keeps its service: 8 calls at once, 200 ms each, 400 texts.

    python benchmarks/engines.py

Prints the seconds, and the share of what is possible (texts / 8 x 0.2 s).
"""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from l10n import engines
from l10n.model import DraftRequest

PAUSE = 0.2
AT_ONCE = 8
TEXTS = 400


class Handler(BaseHTTPRequestHandler):
    """Answers like LibreTranslate, eight at a time."""

    protocol_version = "HTTP/1.1"
    room = threading.Semaphore(AT_ONCE)

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_POST(self) -> None:
        """Answers after the pause."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.room:
            time.sleep(PAUSE)
        data = json.dumps({"translatedText": [f"the {q} indeed" for q in asked["q"]]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def main() -> None:
    """Prints the figures."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}"
    engine = engines.create("libretranslate", {"url": url, "concurrency": AT_ONCE, "batch": 1})
    requests = [DraftRequest(str(n), f"Câu số {n} của bài này.") for n in range(TEXTS)]
    begun = time.perf_counter()
    drafts = list(engine.draft(requests, source_language="vi", target_language="en"))
    taken = time.perf_counter() - begun
    engine.close()
    possible = TEXTS / AT_ONCE * PAUSE
    good = sum(bool(draft.target) for draft in drafts)
    print(f"{good} of {TEXTS} texts in {taken:.2f} s, {possible / taken:.0%} of what is possible")


if __name__ == "__main__":
    main()
