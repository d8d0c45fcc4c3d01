"""Set phrases that stand around articles in text copied from a page, by what follows from them."""

from __future__ import annotations

import re

from l10n.importers.naming import fold


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())


_WIDGETS = _phrases(
    """
    chia se, chia se bai viet, chia se ngay, facebook, zalo, twitter, x, linkedin, pinterest,
    telegram, whatsapp, messenger, viber, email, gmail, copy link, sao chep, sao chep lien ket,
    sao chep link, lay link, in bai, in bai viet, in trang, in tin nay, ban in, luu bai,
    luu bai viet, luu tin, quay lai, tro ve, tro lai, len dau trang, ve dau trang, theo doi,
    theo doi tren, quan tam, thich, like, nghe doc bai, nghe bai viet, nghe audio, doc bai,
    toc do doc, giong doc, nu mien nam, nu mien bac, nam mien nam, nam mien bac, co chu,
    giam co chu, tang co chu, kich thuoc chu, mac dinh, co nho, co vua, co lon, a, aa, a a, a a a,
    quang cao, google news, tren google news, share, share this, share this article, share article,
    tweet, print, print this page, save, save article, listen, listen to this article, copy,
    advertisement, ad, sponsored, follow us, gui cho ban be, gui email, phan hoi, bao loi,
    gui bao loi, download, tai ve, phong to, xem anh, xem anh lon, partager, imprimer, enregistrer,
    ecouter, offrir cet article, compartir, imprimir, guardar, escuchar, comparte, publicidad,
    publicite, xem voi co chu, doc bai, luu, min read, phut doc, doc bao, newsletter
    """
)
_RELATED = _phrases(
    """
    bai lien quan, tin lien quan, tin bai lien quan, bai viet lien quan, tin cung chuyen muc,
    cung chuyen muc, bai cung chuyen muc, tin cung loai, cung chu de, bai viet cung chu de,
    tin cung su kien, cung su kien, xem them, doc them, doc tiep, xem tiep, doc nhieu,
    doc nhieu nhat, xem nhieu, xem nhieu nhat, tin doc nhieu, tin xem nhieu, noi bat, tin noi bat,
    bai noi bat, tieu diem, dung bo lo, co the ban quan tam, ban co the quan tam, tin moi,
    tin moi nhat, tin moi cap nhat, moi nhat, moi cap nhat, tin khac, cac tin khac, cac bai khac,
    tin tuc khac, bai viet khac, tin cu hon, cac tin da dua, tin da dua, tin nong, su kien nong,
    de xuat cho ban, danh cho ban, goi y cho ban, co the ban chua biet, related, related articles,
    related stories, related news, related topics, related content, more on this story,
    more on this, more from this section, read more, read also, read next, recommended,
    recommended for you, you may also like, most read, most popular, most viewed, trending,
    top stories, latest news, editors picks, more stories, lire aussi, a lire aussi,
    a lire egalement, sur le meme sujet, les plus lus, articles les plus lus, dans la meme rubrique,
    a la une, voir aussi, te puede interesar, mas noticias, lo mas leido, lo mas visto,
    noticias relacionadas, mas informacion, lea tambien, lee tambien, ver mas, contenido relacionado
    """
)
_END = _phrases(
    """
    binh luan, gui binh luan, viet binh luan, y kien, y kien ban doc, y kien cua ban, gui y
    kien, binh luan cua ban, tat ca binh luan, y kien doc gia, ban doc binh luan, danh gia, danh
    gia bai viet, hay danh gia bai viet, tu khoa, the, tag, tags, chu de, comments, comment,
    leave a comment, join the conversation, view comments, add a comment, topics, keywords,
    commentaires, laisser un commentaire, reagir, etiquetas, temas, comentarios, archivado en,
    comentar, mots cles, gui phan hoi, ban can dang nhap de binh luan, dang nhap de binh luan,
    gui bai, thong tin toa soan, dang nhap, lien he quang cao, sign up, subscribe, ve dau trang
    """
)
_TAGS = re.compile(
    r"^\W*(?:từ kh(?:óa|oá)|tags?|chủ đề|thẻ|topics?|keywords|thèmes?|mots[- ]clés|etiquetas|temas"
    r"|archivado en)\s*:?\s*(?P<tags>.*)$",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"^\W*(?:co quan chu quan|co quan cua|giay phep (?:so|hoat dong|thiet lap|xuat ban)"
    r"|gp(?:xb|-)|so giay phep"
    r"|tong bien tap\s*(?::|-|phu trach)|pho tong bien tap\s*:|quyen tong bien tap|chiu trach nhiem"
    r"|toa soan\s*:|tru so\b.{0,20}:|dia chi\s*:|dien thoai\s*:|(?:dt|tel|fax|hotline|phone)\s*[:.]"
    r"|duong day nong|e-?mail\s*:|lien he quang cao|ban quyen|(?:\(c\)|©|®)|copyright|all rights"
    r"|powered by|thiet ke boi|phat trien boi|developed by|ghi ro nguon|khong (?:duoc )?sao chep"
    r"|cam sao chep|tous droits|todos los derechos|mentions legales|terms of|privacy policy"
    r"|dang ky nhan|website\s*:|follow .{0,40} on\b)"
)
_WIDGET_START = re.compile(
    r"^\W*(?:theo doi .{0,60}(?:tren|tai|qua)\b.{0,40}$|moi (?:ban doc|quy"
    r"|doc gia).{0,60}(?:theo doi|tham gia)"
    r"|chia se .{0,20}(?:facebook|zalo|len|qua)|luot (?:xem|doc)|so luot|\d[\d., ]* luot"
    r"|view(?:s|ed)?\b.{0,12}$"
    r"|thoi gian doc|nghe (?:doc )?(?:bai|noi dung|tin)|\d+ (?:min|phut) (?:read|doc)"
    r"|sign up (?:for|to)|subscribe (?:to|now)|follow us|share (?:this|on)|click here"
    r"|bam (?:vao )?day)"
)
_READ_MORE = re.compile(
    r"^(?:>>|»|►|▶|⏩|→)|^\W*(?:xem them|doc them|doc tiep|xem tiep|tin lien quan|bai lien quan"
    r"|read (?:more|also)|see also|related|lire aussi|a lire(?: aussi)?|lea tambien"
    r"|lee tambien|ver mas)\s*:\s*\S"
)
_NUMBERED_PHOTO = re.compile(r"(?:^|.*[-–.]\s*)(?:anh|hinh|photo|image|picture) (?:so )?\d{1,3}\.?")
"""What some systems print in the place of a picture: the headline and the picture's number."""
_COUNTS = re.compile(r"\(?\b\d[\d.,]*k?\b\)?")
_LONGEST = 250


def plain(text: str) -> str:
    """`text` folded, without counts, signs and double blanks: the form of the phrase lists."""
    return " ".join(re.sub(r"[^\w]+|_", " ", _COUNTS.sub(" ", fold(text))).split())


def is_widget(text: str) -> bool:
    """A button or counter of the page: it may stand anywhere and is passed over."""
    if len(text) > _LONGEST:
        return False
    phrase = plain(text)
    if _NUMBERED_PHOTO.fullmatch(fold(text)):
        return True
    return phrase in _WIDGETS or phrase == "" or _WIDGET_START.match(fold(text)) is not None


def is_read_more(text: str) -> bool:
    """A call to read another article, in one line ("Xem thêm: …", ">> …")."""
    return len(text) <= 300 and _READ_MORE.match(fold(text)) is not None


def heads_related(text: str) -> bool:
    """The heading of a box of other articles; the article may go on below it."""
    return len(text) <= 60 and plain(text) in _RELATED


def ends_article(text: str) -> bool:
    """Comments, tags or the footer: nothing of the article follows."""
    if len(text) <= 60 and plain(text) in _END:
        return True
    return _FOOTER.match(fold(text[:80])) is not None or tag_line(text) is not None


def tag_line(text: str) -> str | None:
    """What follows the label in a line of tags, "" where the tags stand below it, else None."""
    match = _TAGS.match(text) if len(text) <= 400 else None
    if match is None or (match["tags"] and ":" not in text[: match.start("tags")]):
        return None
    return match["tags"].strip()
