"""Examples of our own, for when the memory has none: they set register and form."""

from __future__ import annotations

from l10n.engines.languages import primary
from l10n.model import Example

_VI_EN = (
    Example(
        "Sáng 12/3, đồng chí Trần Thị Hoa, Phó Bí thư Thường trực Tỉnh ủy, chủ trì hội nghị.",
        "On the morning of March 12, Tran Thi Hoa, Permanent Deputy Secretary of the provincial"
        " Party Committee, chaired the conference.",
    ),
    Example(
        "Năm 2023, kim ngạch xuất khẩu của tỉnh đạt 1,25 tỷ USD, tăng 8,4% so với cùng kỳ.",
        "In 2023, the province's export turnover reached 1.25 billion USD, up 8.4% year on year.",
    ),
    Example(
        "“Chúng tôi sẽ tạo mọi điều kiện thuận lợi cho nhà đầu tư”, ông nhấn mạnh.",
        "“We will create every favourable condition for investors,” he stressed.",
    ),
)

SHIPPED: dict[tuple[str, str], tuple[Example, ...]] = {("vi", "en"): _VI_EN}
"""By primary subtags of source and target language."""


def shipped(source_language: str, target_language: str) -> tuple[Example, ...]:
    """Our examples for a pair of languages, or none."""
    return SHIPPED.get((primary(source_language), primary(target_language)), ())
