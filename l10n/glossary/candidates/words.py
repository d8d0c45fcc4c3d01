"""Words that tell what can be a term: function words, heads of official names, surnames.

All are folded: small letters, tone marks in the old place.
"""

from __future__ import annotations

from dataclasses import dataclass


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of one language's words."""

    never: frozenset[str] = frozenset()
    """Words that no term contains."""
    edge: frozenset[str] = frozenset()
    """Function words: a term neither begins nor ends with one."""
    start: frozenset[str] = frozenset()
    """Verbs and the like: in small letters none begins with one, but some end so."""
    general: frozenset[str] = frozenset()
    """Verbs and adverbs of two or three words: no term contains one in small letters."""
    joining: frozenset[str] = frozenset()
    """Those function words that official names do contain."""
    syllabic: bool = False
    """Whether the words are written in syllables, so that one alone is hardly ever a term."""


VIETNAMESE = Words(
    syllabic=True,
    joining=_set("và về các cho vì trong từ năm"),
    never=_set(
        """
        là đã sẽ đang mà rằng thì cũng này ấy kia nếu những khi tôi nhưng hoặc vẫn rất đều nhằm đó
        vì được phải ai gì nào tuy vậy bởi như đây hãy hề lắm nữa luôn cứ nhé sao bao đâu usd vnd
        eur gbp kg km ha m2 km2
        """
    ),
    edge=_set(
        """
        và của các cho với ở tại về để trong trên dưới theo từ đến vào ra lên cùng sau trước giữa
        do bị một còn lại đi hay qua hơn mỗi mọi từng nhiều ít năm ông bà chúng ta mình nên chưa
        thêm vừa tới nay ngày tháng hôm lúc giờ khoảng gần hết xong bên nơi gồm rồi nhau riêng
        ngay có cả thật khá mấy vài dù xuống tỷ triệu nghìn trăm lần nó hồi cuối khác nằm rõ lớn
        thời nhiêu
        """
    ),
    start=_set(
        """
        anh chị em họ việc sự cuộc chiều tối thấy cần muốn khiến giúp đưa lấy làm nói biết gọi
        nhìn đủ mang ngoài cái chiếc bạn cậu hầu kể mua gửi đạt nhận chịu dùng thăm đón trình gặp
        nêu giữ hưởng xin mở trao mức mắc tìm dành kéo sang phía mối hóa lòng tính chờ đứng ngồi
        bước vị gây tạo bắt chạy đặt vợ mẹ bố cha cháu đứa gã lão thuê bấm thay
        """
    ),
    general=_phrases(
        """
        thực hiện, tiếp tục, nâng cao, tăng cường, đẩy mạnh, phát huy, góp phần, tạo điều kiện,
        triển khai, chú trọng, quan tâm, bảo đảm, đảm bảo, đáp ứng, cho biết, cho rằng, có thể,
        không thể, tuy nhiên, đồng thời, trong khi, bên cạnh, hiện nay, ngoài ra, bao gồm, trở
        thành, bắt đầu, tiến hành, tham gia, tham dự, chúng tôi, thời gian, hôm nay, hôm qua, ngày
        nay, năm nay, năm ngoái, chủ nhật, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, trở
        nên, trở lại, chia sẻ, ủng hộ, tuyên bố, nhận được, trước đó, sau đó, theo đó, do đó, vì
        vậy, chẳng hạn, ví dụ, nói chung, phát biểu, khẳng định, nhấn mạnh, đề nghị, yêu cầu, nhất
        trí, cho thấy, địa bàn, nói riêng, đối với, thông qua, phù hợp, quan trọng, cần thiết, kịp
        thời, chặt chẽ, rõ ràng, đầy đủ, cụ thể, chủ yếu, lớn nhất, nhiều nhất, đầu tiên, cuối
        cùng, mới nhất, gần đây, toàn bộ, hầu hết, một số, đứng đầu, trả lời, cùng nhau, mọi
        người, tất cả, lần đầu, ít nhất, chịu trách nhiệm, hoàn thành, kết thúc, xảy ra, diễn ra,
        tìm kiếm, xem xét, quyết tâm, cố gắng, mong muốn, hy vọng, dự kiến, ước tính, tương đương,
        so với, kể từ, cho phép, cung cấp, chuyển đến, bổ sung, điều chỉnh, đa dạng hóa, xác định,
        tạo ra, trở về, tìm thấy, đưa ra, công bố, trả về, mở rộng, kéo dài, duy trì, phát hiện,
        cho hay, đạt được, làm việc, tăng thêm, áp dụng, kêu gọi, gặp gỡ, chiều nay, sáng nay, tối
        nay, nhanh chóng, dễ dàng, thường xuyên, tốt nhất
        """
    ),
)

ENGLISH = Words(
    joining=_set("of for on the to in"),
    never=_set(
        """
        is are was were be been being has have had do does did will would shall should can could
        may might must not that which who whom whose when where while because if this these those
        it its he she they we you i his her their our your my me him them us there here what why
        how than then also but or so such very too just only even still yet again
        """
    ),
    edge=_set(
        """
        the a an of in on at to for from by with as and into over under about after before between
        against during without within through up down out off per via all any some each every both
        more most much many few other another no one two three four five six seven eight nine ten
        first last next new said says say told mr mrs ms year years day days week weeks month
        months time times people according
        """
    ),
)

LANGUAGES = {"vi": VIETNAMESE, "en": ENGLISH}

HEADS: dict[str, str] = {
    head: kind
    for kind, heads in {
        "body": """
        ban, bộ, sở, cục, tổng cục, vụ, viện, ủy ban, hội đồng, hội, liên hiệp, liên đoàn, văn
        phòng, trung tâm, học viện, trường, đại học, tòa án, mặt trận, đoàn, đảng bộ, chi bộ, đảng
        ủy, quân khu, công ty, tổng công ty, tập đoàn, ngân hàng, hiệp hội, quỹ, tổ chức, báo,
        đài, bệnh viện, tổng lãnh sự quán, đại sứ quán, lãnh sự quán, chi cục, thanh tra, công an,
        bộ tư lệnh, hải quan, kho bạc, cảng vụ, tiểu ban, tổ công tác, phòng
        """,
        "title": """
        chủ tịch, phó, bí thư, ủy viên, trưởng, giám đốc, tổng giám đốc, bộ trưởng, thứ trưởng,
        đại sứ, thủ tướng, tổng bí thư, chánh, cục trưởng, chủ nhiệm, đại biểu, tổng thống, tư
        lệnh, chỉ huy, tổng lãnh sự, chuyên viên, thượng tướng, trung tướng, thiếu tướng, đại
        tướng, đại tá, thượng tá, trung tá, thiếu tá, vụ trưởng, viện trưởng
        """,
        "document": """
        nghị quyết, kết luận, chỉ thị, quyết định, nghị định, thông tư, luật, bộ luật, pháp lệnh,
        đề án, kế hoạch, chương trình, chiến lược, hiệp định, công ước, quy hoạch, quy định, điều
        lệ, hiến pháp, dự án, tuyên bố, nghị định thư, quy chế, bản ghi nhớ
        """,
        "event": """
        hội nghị, đại hội, diễn đàn, phiên họp, kỳ họp, hội thảo, lễ hội, giải, cuộc thi, ngày
        hội, tuần lễ, triển lãm
        """,
        "place": """
        tỉnh, thành phố, huyện, xã, phường, quận, thị xã, đặc khu, khu công nghiệp, khu kinh tế,
        đài loan, tây nam, đông nam,
        tây bắc, đông bắc, quần đảo, vịnh, sông, cao tốc, quốc lộ, cảng, sân bay, đảo
        """,
    }.items()
    for head in _phrases(heads)
}
"""First words of official names, with the kind of what they name."""

SURNAMES = _set(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương đinh trịnh trương lương đào
    phùng tạ quách chu triệu tăng nghiêm vương tống trình khuất lưu doãn mạc giáp thân diệp lã
    cù đàm khổng tôn
    """
)
SHARED_SURNAMES = _set(
    "hồ lý đoàn mai tô cao hà lâm la thái kim từ hứa châu kiều văn thạch sơn nông vi lò giàng"
)
"""Surnames that are words or begin names of places too."""
MIDDLE_NAMES = _set("văn thị")
PERSON = _set("ông bà anh chị em cô chú bác thầy chí mr mrs ms dr")
"""Words that stand before a person's name (`đồng chí` ends so)."""
