"""Negations, directions, orders, questions and quotations."""

from __future__ import annotations

import pytest

from l10n import checks
from l10n.model import Severity, Unit
from tests.checks.table import fires


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("en", "Tỉnh không tăng phí.", "The province raises fees.", True),
        ("en", "Tỉnh không tăng phí.", "The province does not raise fees.", False),
        ("en", "Tỉnh không tăng phí.", "The province refuses to raise fees.", False),
        ("en", "Tỉnh tăng phí.", "The province did not raise fees.", True),
        ("en", "Tỉnh từ chối tăng phí.", "The province did not raise fees.", False),
        ("en", "Không chỉ tỉnh, hãng hàng không cũng dự.", "Both came.", False),
        ("en", "Ông có dự không?", "Did he come?", False),
        ("en", "Không ai biết, không ai nói.", "Nobody knew.", True),
        ("en", "Tỉnh và huyện cùng dự.", "Not only the province came.", False),
        ("en", "Đài kiểm soát không lưu mở cửa.", "The air traffic control tower opened.", False),
        ("en", "Mạng không dây mở rộng.", "The wifi network grew.", False),
        ("en", "Món ăn không thể không thử.", "A dish that one must try.", False),
        ("en", "Ông xin vay, nếu không thì phá sản.", "He asked for a loan to stay afloat.", False),
        ("en", "Cách nói không hợp lý.", "The wording was inappropriate.", False),
        ("en", "Người không rõ danh tính.", "An unidentified man.", False),
        ("en", "Ca không triệu chứng.", "An asymptomatic case.", False),
        ("en", "Nước không có xung đột.", "A country free from conflict.", False),
        ("en", "Tỉnh không đồng ý.", "The province issued important information.", True),
        ("fr", "Tỉnh không có nợ.", "La province a aucune dette.", True),
        ("fr", "Tỉnh không có nợ.", "Aucune dette dans la province.", False),
        ("fr", "Tỉnh không có nợ.", "Dans ce cas aucune dette n’existe.", False),
        ("fr", "Tỉnh không có nợ.", "La province est solide et aucun prêt en cours.", False),
        ("fr", "Tỉnh không tăng phí.", "La province augmente les frais.", True),
        ("fr", "Tỉnh không tăng phí.", "La province n’augmente pas les frais.", False),
        ("es", "Tỉnh chưa tăng phí.", "La provincia sube las tasas.", True),
        ("es", "Tỉnh chưa tăng phí.", "La provincia aún no sube las tasas.", False),
        ("de", "Tỉnh không tăng phí.", "Die Provinz erhöht die Gebühren.", True),
        ("de", "Tỉnh không tăng phí.", "Die Provinz erhöht die Gebühren nicht.", False),
        ("ru", "Tỉnh không tăng phí.", "Провинция повышает сборы.", True),
        ("ru", "Tỉnh không tăng phí.", "Провинция не повышает сборы.", False),
        ("zh", "Tỉnh không tăng phí.", "该省提高收费。", True),
        ("zh", "Tỉnh không tăng phí.", "该省不提高收费。", False),
        ("en", "Tỉnh không tăng thuế.", "The province does not raise taxes.", False),
        ("en", "Tỉnh không tăng thuế.", "The province raises taxes.", True),
        ("fr", "Tỉnh không tăng thuế.", "La province n’augmente les impôts.", True),
        ("fr", "Tỉnh không tăng thuế.", "La province n’augmente pas les impôts.", False),
        ("fr", "Tỉnh không tăng thuế.", "La province ne peut augmenter les impôts.", False),
        ("fr", "Tỉnh không tăng thuế.", "Personne n’augmente les impôts.", False),
        ("fr", "Tỉnh không tăng thuế.", "La province augmente plus que jamais les impôts.", True),
        ("fr", "Không ai biết, không ai nói.", "Personne ne sait, personne ne dit.", False),
        ("fr", "Tỉnh không có tiền.", "La province n’a que des dettes.", False),
        ("es", "Tỉnh không tăng thuế.", "La provincia ha renunciado a nada.", True),
        ("es", "Tỉnh không tăng thuế.", "La provincia no ha renunciado a nada.", False),
        ("es", "Tỉnh không tăng thuế.", "Nadie sube los impuestos.", False),
        ("es", "Tỉnh không tăng thuế.", "Ninguna provincia sube los impuestos.", False),
        ("es", "Tỉnh không tăng thuế.", "Afirma que ninguna provincia sube los impuestos.", False),
        (
            "en",
            "Không giống như năm ngoái, tỉnh tăng thuế.",
            "Unlike last year, taxes rise.",
            False,
        ),
        ("en", "Chưa đầy hai năm, tỉnh tăng thuế.", "In under two years, taxes rose.", False),
        ("en", "Nộp không quá 5 ngày.", "Pay within 5 days.", False),
        ("en", "Không quá lời khi khen tỉnh.", "It is to praise the province.", True),
        ("en", "Tăng thuế chứ không phải giảm.", "Raise taxes rather than cut them.", False),
        ("fr", "Tăng thuế chứ không phải giảm.", "Augmenter plutôt que réduire.", False),
        ("es", "Tăng thuế chứ không phải giảm.", "Subir en vez de bajar.", False),
        ("ru", "Tăng thuế chứ không phải giảm.", "Повысить вместо снижения.", False),
        ("en", "Không còn nghi ngờ gì, tỉnh thắng.", "No doubt, the province won.", False),
        ("es", "Sau lệnh cấm vận, tỉnh tăng thuế.", "Tras el embargo, sube impuestos.", False),
        (
            "es",
            "Tuy nhiên, tỉnh tăng thuế.",
            "Sin embargo, la provincia sube los impuestos.",
            False,
        ),
        (
            "es",
            "Tuy nhiên, tỉnh tăng thuế.",
            "No obstante, la provincia sube los impuestos.",
            False,
        ),
        ("ru", "Tỉnh không tăng thuế.", "На этой неделе провинция повышает налоги.", True),
        ("ru", "Tỉnh không tăng thuế.", "Провинция не повышает налоги.", False),
        ("ru", "Tỉnh không tăng thuế.", "Необходимо повысить безопасность.", True),
        ("ru", "Mức thuế tối đa là 5%.", "Ставка не более 5 %.", False),
        ("ru", "Tỉnh không tăng thuế.", "Никто не повышает налоги.", False),
        ("de", "Tỉnh không tăng thuế.", "Die Provinz erhöht noch die Steuern.", True),
        ("de", "Tỉnh không tăng thuế.", "Die Provinz erhöht die Steuern nicht.", False),
        ("de", "Tỉnh không tăng thuế.", "Keine Provinz erhöht die Steuern.", False),
        ("de", "Tỉnh tăng thuế.", "Die Provinz erhöht die Steuern nicht nur.", False),
        ("zh", "Tỉnh không tăng thuế.", "省里不断提高税收。", True),
        ("zh", "Tỉnh không tăng thuế.", "未来省里提高税收。", True),
        ("zh", "Tỉnh không tăng thuế.", "省里特别提高税收。", True),
        ("zh", "Tỉnh không tăng thuế.", "该省没有提高税收。", False),
        ("zh", "Tỉnh không tăng thuế.", "该省不提高税收。", False),
        ("zh", "Tỉnh tăng thuế.", "该省没有提高税收。", True),
        ("ja", "Tỉnh không tăng thuế.", "省は必ず増税する。", True),
        ("ja", "Tỉnh không tăng thuế.", "省は増税しない。", False),
        ("ja", "Tỉnh không tăng thuế.", "省は増税しません。", False),
        ("ja", "Tỉnh tăng thuế.", "省は増税しません。", True),
        ("ja", "Tỉnh tăng thuế.", "省は増税しない。", True),
        ("ko", "Tỉnh không tăng thuế.", "이 방안 발표에서 미국은 세금을 인상한다고 말했다.", True),
        ("ko", "Tỉnh không tăng thuế.", "성은 세금을 인상하지 않는다.", False),
        ("ko", "Tỉnh không tăng thuế.", "성은 세금을 안 올린다.", False),
        ("ko", "Tỉnh tăng thuế.", "성은 세금을 인상하지 않았다.", True),
        ("lo", "Tỉnh không tăng thuế.", "ແຂວງຂຶ້ນພາສີ.", True),
        ("lo", "Tỉnh không tăng thuế.", "ແຂວງບໍ່ຂຶ້ນພາສີ.", False),
        ("lo", "Tỉnh tăng thuế.", "ແຂວງບໍ່ຂຶ້ນພາສີ.", True),
        ("lo", "Tỉnh mở mỏ.", "ແຂວງເປີດບໍ່ແຮ່.", False),
        ("km", "Tỉnh không tăng thuế.", "ខេត្តដំឡើងពន្ធ។", True),
        ("km", "Tỉnh không tăng thuế.", "ខេត្តមិនដំឡើងពន្ធ។", False),
        ("km", "Tỉnh tăng thuế.", "ខេត្តមិនដំឡើងពន្ធទេ។", True),
        ("th", "Tỉnh không tăng thuế.", "จังหวัดขึ้นภาษี", False),
        (
            "es",
            "Ông không nói, bà không nghe.",
            "Él no habló y ella no oyó nada.",
            False,
        ),
    ],
)
def test_negation(language: str, source: str, target: str, wrong: bool) -> None:
    assert bool(fires("negation", source, target, language=language)) is wrong


def test_how_many_negations_are_left() -> None:
    told = fires(
        "negation", "Ông không nói, bà không nghe.", "Il ne dit rien, elle entend.", language="fr"
    )
    assert told == ["the negation “không” is not in the translation: it has 1 of 2"]


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("en", "Xuất khẩu tăng 12%.", "Exports fell by 12%.", True),
        ("en", "Xuất khẩu giảm 12%.", "Exports rose by 12%.", True),
        ("en", "Xuất khẩu tăng 12%.", "Exports rose by 12%.", False),
        ("en", "Xuất khẩu tăng, nhập khẩu giảm.", "Exports fell.", False),
        ("en", "Xuất khẩu tăng 12%.", "Exports rose, imports fell.", False),
        ("en", "Xuất khẩu tăng 12%.", "Exports: 12%.", False),
        ("fr", "Xuất khẩu tăng 12%.", "Les exportations ont baissé de 12 %.", True),
        ("es", "Xuất khẩu tăng 12%.", "Las exportaciones cayeron un 12 %.", False),
        ("es", "Xuất khẩu tăng 12%.", "Las exportaciones bajaron un 12 %.", True),
        ("ru", "Xuất khẩu tăng 12%.", "Экспорт снизился на 12 %.", True),
        ("zh", "Xuất khẩu tăng 12%.", "出口下降12%。", True),
        ("lo", "Xuất khẩu tăng 12%.", "ລົດ 12%", False),
    ],
)
def test_polarity(language: str, source: str, target: str, wrong: bool) -> None:
    assert bool(fires("polarity", source, target, language=language)) is wrong


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        ("en", "Các sở phải báo cáo.", "The departments may report.", True),
        ("en", "Các sở phải báo cáo.", "The departments must report.", False),
        ("en", "Các sở không phải báo cáo.", "The departments may report.", False),
        ("en", "Các sở có thể báo cáo.", "The departments must report.", True),
        ("en", "Các sở có thể báo cáo.", "The departments can report.", False),
        ("fr", "Các sở phải báo cáo.", "Les services peuvent rendre compte.", True),
        ("es", "Các sở phải báo cáo.", "Los departamentos pueden informar.", True),
        ("ru", "Các sở phải báo cáo.", "Управления могут отчитаться.", False),
    ],
)
def test_modality(language: str, source: str, target: str, wrong: bool) -> None:
    assert bool(fires("modality", source, target, language=language)) is wrong


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("Ai chịu trách nhiệm?", "Who is responsible?", False),
        ("Ai chịu trách nhiệm?”", "Who is responsible.", True),
        ("Ai chịu trách nhiệm.", "Who is responsible?”", True),
        ("Ai chịu trách nhiệm? Tỉnh.", "Who is responsible?", False),
        ("“Đồng chí là ai?”, Bác hỏi.", "“Who are you?” Uncle Ho asked.", False),
        ("“Đồng chí là ai?”, Bác hỏi.", "“You are a comrade,” Uncle Ho said.", True),
    ],
)
def test_question(source: str, target: str, wrong: bool) -> None:
    assert bool(fires("question", source, target)) is wrong


@pytest.mark.parametrize(
    ("language", "source", "target", "message"),
    [
        ("en", "Ông nói: “Tốt.”", "He said: “Good.”", ""),
        ("en", "Ông nói: “Tốt.”", 'He said: "Good."', ""),
        ("en", "Ông nói: “Tốt.”", "He said: ‘Good.’", ""),
        ("en", "Ông nói: “Tốt.”", "He said: “Good.", "the quotation “Good.” is not closed"),
        ("en", "Ông nói: “Tốt.”", "Said: Good.”", "the quotation “Said: Good.” is not opened"),
        ("en", "Ông nói: “Tốt.”", 'Said: Good."', "the quotation “Said: Good.” is not opened"),
        ("en", "Ông nói: “Tốt.”", "He said good.", "the quotation marks of the source are gone"),
        ("en", "Ông nói: “Tốt.", "He said good.", "the quotation marks of the source are gone"),
        ("en", "Ông nói: “Tốt.", "He said: “Good.", ""),
        (
            "en", "Ông nói: “Tốt.", "He said: “Good.”",
            "the source's quotation goes on in another unit, this one does not",
        ),
        ("en", "Ông nói tốt.", "“Good, he said.", ""),
        ("en", "Ông nói tốt.", "It is “so good.", "the quotation “so good.” is not closed"),
        ("en", "Ông nói tốt.", "It is “so good”.", ""),
        ("de", "Ông nói: “Tốt.”", "Er sagte: „Gut.“", ""),
        ("de", "Ông nói: “Tốt.”", "Er sagte: „Gut.", "the quotation “Gut.” is not closed"),
        ("ja", "Ông nói: “Tốt.”", "「いい」と言った。", ""),
        # A quotation of the source in single marks, or one that is whole within the unit.
        ("es", "Bà nói ‘tốt’.", "Dijo es bueno”.", "the quotation “Dijo es bueno” is not opened"),
        ("es", "“Rất “tốt.”", "Muy bueno”.", "the quotation “Muy bueno” is not opened"),
        ("es", "Rất tốt” ông nói.", "“Bueno, dijo.", "the quotation “Bueno, dijo.” is not closed"),
        ("es", "Rất tốt” ông nói.", "Muy bueno”, dijo.", ""),
        # Single marks of the translation.
        ("es", "Nghĩa là một.", "Significa ‘uno.", "the quotation “uno.” is not closed"),
        ("es", "Nghĩa là một.", "Significa uno’.", "the quotation “Significa uno” is not opened"),
        ("es", "Nghĩa là một.", "Significa ‘uno’.", ""),
        ("es", "Nghĩa là ‘một.", "Significa ‘uno.", ""),
        ("en", "Quyền của người chơi.", "The players’ rights.", ""),
    ],
)  # fmt: skip
def test_quotation(language: str, source: str, target: str, message: str) -> None:
    assert fires("quotation", source, target, language=language) == [message] * bool(message)


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (
            "“One”, “two and so on”, “three, she said. “Four.”",
            "“three, she said.” is not closed",
        ),
        ("“One”, two and then some more”, said she.", "“then some more” is not opened"),
        ('"One", "two and then some more, said she.', "“two and then” is not closed"),
        ('"One", two.", said she.', "“, two.” is not opened"),
        ("“L’un d’eux, dit-elle.", "“L’un d’eux, dit-elle.” is not closed"),
    ],
)
def test_which_mark_is_alone(target: str, message: str) -> None:
    told = fires("quotation", "“Một”, “hai”, “ba”, “bốn”.", target, language="en")
    assert told == [f"the quotation {message}"]


def test_a_whole_quotation_told_in_other_words_is_for_information() -> None:
    weights = []
    for source in ("Ông nói: “Tốt.”", "Ông nói: “Tốt."):
        subject = checks.Subject(Unit(source=source, target="He said good."))
        weights += [f.severity for f in checks.run(subject, {}) if f.check == "quotation"]
    assert weights == [Severity.INFO, Severity.WARNING]


BOTH = "“Rất tốt”, ông Nguyễn Văn An nói. “Chưa đủ”, bà Trần Thị Bình đáp."


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        (BOTH, "“Very good,” said Mr Nguyen Van An. “Not enough,” replied Ms Binh.", False),
        (BOTH, "“Very good,” said Ms Tran Thi Binh. “Not enough,” replied Mr An.", True),
        (BOTH, "“Very good,” said Ms Binh. “Not enough,” replied Mr An.", True),
        (BOTH, "Mr An told Ms Binh: “Very good.” “Not enough,” she replied.", False),
        (BOTH, "“Very good,” said Ms Binh. “Not enough,” he replied.", False),
        (BOTH, "“Very good,” said Ms Binh. But Mr An said no.", False),
        (BOTH, "“Very good.” “Not enough.”", False),
        (BOTH, "“An okay,” said Ms Binh with an oath. “Binh is late,” he replied.", False),
        ("“Tốt”, Obama nói. “Xấu”, Trump đáp.", "“Bad,” said Trump. “Good,” said Obama.", True),
        ("“Tốt”, Obama nói. “Xấu”, Trump đáp.", "„Gut“, so Obama. „Schlecht“, so Trump.", False),
        ("“Tốt”, Obama nói. “Xấu”, Trump đáp.", "«Bon», dit Trump. «Mal», dit Obama.", True),
    ],
)
def test_speakers(source: str, target: str, wrong: bool) -> None:
    assert bool(fires("speakers", source, target)) is wrong


def test_a_swapped_speaker_is_named() -> None:
    target = "“Very good,” said Ms Binh. “Not enough,” replied Mr An."
    told = "quotation 1 is by “Nguyễn Văn An” in the source, here by “Trần Thị Bình”"
    assert fires("speakers", BOTH, target) == [told]
    assert not fires("names", "Bà Trần Thị Bình đến.", "Mme Binh est là.", language="fr")
    assert "“Binh” is" in fires("names", "“Tốt”, ông Kuroda nói.", "“Good,” Mr Binh said.")[0]
