"""Bytes of every encoding give the same text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollant.readers.encoding import decode

TEXT = "Närvarande\r\nÅsa Öberg – ordförande\r\n\r\n§ 1 Mötets öppnande kl. 9–10\r\n"
ONE_BYTE = ["cp1252", "mac_roman", "cp850"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_the_encoding_is_recognised(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ONE_BYTE)
@pytest.mark.parametrize(
    "text",
    [
        "Möte",
        "Åsa",
        "PROTOKOLL FÖRT VID ÅRSMÖTE",
        "Frånvarande: Örjan Åkerlöf, Zoë Ågren",
        "Kaféet på Allén är bokat, René ordnar fika",
        "§ 4 Val av två justerare",
        "Malmö den 3 mars",
        "Ö",
    ],
)
def test_a_few_swedish_letters_are_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "text",
    [
        "Vi väntar… och väntar…",
        "Klockan 9–10 och 13–14",
        "• Val\n• Budget",
        "”Klart” sade Eva",
        "Fika till kön: 5 st à 20 kr",
        "Kalle Šimun får 20 € för fikat på mötet",
    ],
)
def test_signs_do_not_lead_astray(text: str, encoding: str) -> None:
    if "Š" in text and encoding == "mac_roman":
        pytest.skip("the letter is not in Mac Roman")
    assert decode(text.encode(encoding)) == text


def test_utf_8_with_a_few_strange_bytes_is_still_utf_8() -> None:
    data = "Mötet öppnades av ordföranden på kansliet, se även ärende åtta".encode() + b" p\xe5"
    assert decode(data * 3) == data.decode("utf-8", errors="replace").replace("\ufffd", "å") * 3


def test_utf_8_whose_end_was_cut_off_is_still_utf_8() -> None:
    text = "Mötet öppnades klockan åtta på kansliet, ärendet bordlades" * 3
    decoded = decode(text.encode() + "ö".encode()[:1])
    assert decoded is not None
    assert decoded.startswith(text)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x01\x02\x03\x04\x05" * 50])
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert decode(data) is None


WORDS = st.sampled_from(
    ("mötet", "öppnades", "på", "kansliet", "och", "ordföranden", "hälsade", "Åsa", "Öberg",
     "Ärende", "Närvarande", "Bo", "budget", "till", "årets", "bordläggs", "beslut")
)  # fmt: skip


@pytest.mark.parametrize("encoding", [*ONE_BYTE, "utf-8", "utf-16-le"])
@given(words=st.lists(WORDS, min_size=3))
def test_swedish_words_come_through_every_encoding(encoding: str, words: list[str]) -> None:
    text = " ".join(words)
    assert decode(text.encode(encoding)) == text
