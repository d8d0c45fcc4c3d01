"""The CI examples that a new project gets: they pass as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import metadata

OWN_COPY = "l10n @ git+https://example.org/your/l10n@main"
"""Stands for an address of the program that only the newsroom knows."""

GITHUB = """\
name: translations
on: [push, pull_request]
permissions: {{contents: read}}
env:
  # Your copy of l10n, at a fixed commit; the public index has another program of this name.
  L10N: {requirement}
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {{python-version: "3.12"}}
      - run: pip install "$L10N"
      - run: l10n glossary lint
      - run: l10n check --format github
      - if: always()
        run: l10n check --format markdown --fail-on never >> "$GITHUB_STEP_SUMMARY"
      - if: always()
        run: l10n status --format markdown >> "$GITHUB_STEP_SUMMARY"
      # Where nothing may be published that is not approved:
      # - run: l10n status --require approved=100
"""

GITLAB = """\
translations:
  image: python:3.12
  variables:
    # Your copy of l10n, at a fixed commit; the public index has another program of this name.
    L10N: {requirement}
  script:
    - pip install "$L10N"
    - l10n glossary lint
    - l10n status
    - l10n check --format junit > l10n.xml
    # Where nothing may be published that is not approved:
    # - l10n status --require approved=100
  artifacts:
    when: always
    reports: {{junit: l10n.xml}}
"""


def ci_files() -> Iterator[tuple[str, bytes]]:
    """Name and content of each."""
    requirement = origin()
    yield ".github/workflows/translations.yml", GITHUB.format(requirement=requirement).encode()
    yield ".gitlab-ci.yml", GITLAB.format(requirement=requirement).encode()


def origin() -> str:
    """What `pip` has to be given to install this very program (PEP 610), or `OWN_COPY`.

    A path on this machine is of no use to others, and the bare name is somebody else's.
    """
    try:
        told = json.loads(metadata.distribution("l10n").read_text("direct_url.json") or "{}")
    except metadata.PackageNotFoundError:
        return OWN_COPY
    address, version = str(told.get("url", "")), told.get("vcs_info")
    if not address.startswith(("https://", "http://", "ssh://")):
        return OWN_COPY
    if version:
        return f"l10n @ {version['vcs']}+{address}@{version['commit_id']}"
    return f"l10n @ {address}"
