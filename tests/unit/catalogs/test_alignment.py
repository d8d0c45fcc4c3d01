"""Which old unit became which new one, in the cases that a small article does not have."""

from l10n.catalogs.alignment import Text, align, best_pairs


def sentences(*sources: str) -> list[Text]:
    return [Text("", source) for source in sources]


def test_an_old_unit_becomes_one_new_one_only() -> None:
    old = sentences("Tỉnh dành 15 tỷ đồng cho nhiệm vụ này trong năm nay.")
    new = sentences(
        "Tỉnh dành 16 tỷ đồng cho nhiệm vụ này trong năm nay.",
        "Tỉnh dành 15 tỷ đồng cho nhiệm vụ này trong năm 2024.",
    )
    assert len(best_pairs(old, new, [0], [0, 1])) == 1


def test_a_new_unit_takes_the_most_alike_of_several() -> None:
    old = sentences("Hội nghị diễn ra tại Hà Nội hôm qua.", "Hội nghị diễn ra tại Hà Nội hôm nay.")
    new = sentences("Hội nghị diễn ra tại Hà Nội hôm nay!")
    assert best_pairs(old, new, [0, 1], [0]) == {0: 1}


def test_in_a_very_long_stretch_neighbours_are_still_found() -> None:
    # Longer than the band around the diagonal in which pairs are looked for.
    old = sentences(*(f"Câu số {n} nói về việc thứ {n * 7} của tỉnh." for n in range(320)))
    new = sentences(*(f"Câu số {n} nói về việc thứ {n * 7} của huyện." for n in range(320)))
    assert align(old, new) == {n: n for n in range(320)}
