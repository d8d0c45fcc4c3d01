"""Where Vietnamese writes the mark of a tone: `hoà` and `uỷ` are `hòa` and `ủy`."""

from __future__ import annotations

OLD_STYLE = {
    new: old
    for news, olds in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for new, old in zip(news.split(), olds.split(), strict=True)
}
"""Rhymes in small letters with the mark in the new place, and in the old one.

Only at a syllable's end do the two styles differ, and after q the u belongs to the consonant.
"""
