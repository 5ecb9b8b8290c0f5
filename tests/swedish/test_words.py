"""Lists, genitives and mended text."""

import pytest

from protokollant.swedish import genitive, join_list, normalise_text

LISTS = [
    ([], ""),
    (["a"], "a"),
    (["a", "b"], "a och b"),
    (["a", "b", "c"], "a, b och c"),
    (["a", "", "c"], "a och c"),
]


@pytest.mark.parametrize(("words", "printed"), LISTS)
def test_join_list(words, printed):
    assert join_list(words) == printed


def test_join_list_takes_another_conjunction():
    assert join_list(iter(["a", "b"]), "eller") == "a eller b"


GENITIVES = [
    ("Samverkansgruppen", "Samverkansgruppens"),
    ("Borås", "Borås"),
    ("Felix", "Felix"),
    ("Proven Schulz", "Proven Schulz"),
    ("BGB", "BGB:s"),
    ("SÄS", "SÄS"),
    ("Grupp 2", "Grupp 2:s"),
    ("Beredningen (BGB)", "Beredningen (BGB)"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "printed"), GENITIVES)
def test_genitive(name, printed):
    assert genitive(name) == printed


MENDED = [
    ("fo\u0308r a\u030att", "för ått"),
    ("sam\u00adverkan", "samverkan"),
    ("2022\u00ad02\u00ad18", "2022-02-18"),
    ("\u00ad Mötesordförande", "- Mötesordförande"),
    ("lokal\u00ad\nutveckling", "lokal-\nutveckling"),
    ("oﬃciell ﬁnans ﬂera", "officiell finans flera"),
    ("f¨or fo¨r ˚ar a˚r ¨Ovrigt", "för för år år Övrigt"),
    ("noll\u200bbredd\ufeff", "nollbredd"),
    ("kl.\u00a09.00 – 👩\u200d🏫", "kl.\u00a09.00 – 👩\u200d🏫"),
]


@pytest.mark.parametrize(("written", "mended"), MENDED)
def test_normalise_text(written, mended):
    assert normalise_text(written) == mended
    assert normalise_text(mended) == mended
