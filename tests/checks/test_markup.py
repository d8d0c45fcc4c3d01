import pytest

from tests.checks.table import fires


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Một **hai** ba", "One **two** three", []),
        ("Một **hai** ba", "One __two__ three", []),
        ("Một **hai** ba", "One two three", ["lost: mark **", "lost: mark **"]),
        ("Một *hai* ba", "One **two** three", 4),
        ("Một hai", "One *two", ["not in the source: mark *"]),
        ("Dùng `make`", "Use `make`", []),
        ("Dùng `make`", "Use `Make`", 2),
        ("Dùng `a*b`", "Use `a*b`", []),
        (r"Một \*hai", r"One \*two", []),
        ("a_b_c", "a_b_c", []),
        ("H<sub>2</sub>O", "H<sub>2</sub>O", []),
        ("H<sub>2</sub>O", "H2O", ["lost: tag <sub>", "lost: tag </sub>"]),
        ("~~cũ~~ mới", "~~old~~ new", []),
        ("https://a.vn/x_y_z", "https://a.vn/x_y_z", []),
    ],
)
def test_markup(source: str, target: str, expected: list[str] | int) -> None:
    found = fires("markup", source, target)
    assert (len(found) if isinstance(expected, int) else found) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Xem [đây](https://a.vn/1).", "See [here](https://a.vn/1).", []),
        ("Xem [đây](<https://a.vn/1>).", "See [here](https://a.vn/1 'x').", []),
        ("Xem [đây](https://a.vn/1).", "See here.", ["lost: link https://a.vn/1"]),
        (
            "Xem [đây](https://a.vn/1).",
            "See [here](https://a.vn/2).",
            ["lost: link https://a.vn/1", "not in the source: link https://a.vn/2"],
        ),
        ("![ảnh](a.jpg)", "![photo](a.jpg)", []),
        ("![ảnh](a.jpg)", "[photo](a.jpg)", 2),
        ("Xem [đây][1] và[^a].", "See [here][1] and[^a].", []),
        ("Xem [đây][1].", "See here.", ["lost: reference 1"]),
        ("Chú thích[^a].", "Note.", ["lost: reference ^a"]),
        ("Vào https://a.vn/x.", "Go to https://a.vn/x, please", []),
        ("Vào www.a.vn.", "Go.", ["lost: address www.a.vn"]),
        ("Dùng `[a](b)`", "Use `[a](b)`", []),
        ("[a][]", "[b][]", []),
    ],
)
def test_links(source: str, target: str, expected: list[str] | int) -> None:
    found = fires("links", source, target)
    assert (len(found) if isinstance(expected, int) else found) == expected
