import pytest

from tests.checks.table import fires


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Một **hai** ba", "One **two** three", []),
        ("Một **hai** ba", "One __two__ three", []),
        ("Một **hai** ba", "One two three", ["the mark “**” is lost"] * 2),
        ("Một *hai* ba", "One **two** three", ["the mark “*” has become “**”"] * 2),
        ("Một hai", "One *two", ["the mark “*” is not in the source"]),
        ("Dùng `make`", "Use `make`", []),
        ("Dùng `make`", "Use `Make`", ["the code “`make`” has become “`Make`”"]),
        ("Dùng `a*b`", "Use `a*b`", []),
        (r"Một \*hai", r"One \*two", []),
        ("a_b_c", "a_b_c", []),
        ("H<sub>2</sub>O", "H<sub>2</sub>O", []),
        ("H<sub>2</sub>O", "H2O", ["the tag “<sub>” is lost", "the tag “</sub>” is lost"]),
        ("~~cũ~~ mới", "~~old~~ new", []),
        ("https://a.vn/x_y_z", "https://a.vn/x_y_z", []),
    ],
)
def test_markup(source: str, target: str, expected: list[str]) -> None:
    assert fires("markup", source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Xem [đây](https://a.vn/1).", "See [here](https://a.vn/1).", []),
        ("Xem [đây](<https://a.vn/1>).", "See [here](https://a.vn/1 'x').", []),
        ("Xem [đây](https://a.vn/1).", "See here.", ["the link “https://a.vn/1” is lost"]),
        (
            "Xem [đây](https://a.vn/1).",
            "See [here](https://a.vn/2).",
            ["the link “https://a.vn/1” has become “https://a.vn/2”"],
        ),
        ("![ảnh](a.jpg)", "![photo](a.jpg)", []),
        (
            "![ảnh](a.jpg)",
            "[photo](a.jpg)",
            ["the image “a.jpg” is lost", "the link “a.jpg” is not in the source"],
        ),
        ("Xem [đây][1] và[^a].", "See [here][1] and[^a].", []),
        ("Xem [đây][1].", "See here.", ["the reference “1” is lost"]),
        ("Chú thích[^a].", "Note.", ["the reference “^a” is lost"]),
        ("Vào https://a.vn/x.", "Go to https://a.vn/x, please", []),
        ("Vào www.a.vn.", "Go.", ["the address “www.a.vn” is lost"]),
        ("Dùng `[a](b)`", "Use `[a](b)`", []),
        ("[a][]", "[b][]", []),
    ],
)
def test_links(source: str, target: str, expected: list[str]) -> None:
    assert fires("links", source, target) == expected
