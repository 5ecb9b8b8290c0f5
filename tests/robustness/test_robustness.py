"""Damaged documents: an answer that keeps every word, or a refusal that says what to do.

A few seeds of each document run here; `python -m tests.robustness` runs as long as it is let.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.robustness.damage import ANY, OF_KIND
from tests.robustness.documents import Sound, of_corpus, our_own
from tests.robustness.mutations import MUTATIONS
from tests.robustness.trial import outcome, trial

SOUND = our_own()
TEXT = next(sound for sound in SOUND if sound.suffix == ".txt").data.decode()


def of_kind(suffix: str) -> Sound:
    return [sound for sound in SOUND if sound.suffix == suffix][-1]


@pytest.mark.parametrize("sound", SOUND, ids=lambda sound: sound.name)
def test_the_sound_document_is_read(sound: Sound, tmp_path: Path) -> None:
    path = tmp_path / sound.name
    path.write_bytes(sound.data)
    if sound.name == "organ.yaml":
        pytest.skip("a register of a body, no meeting")
    assert outcome(path).end == "läst", outcome(path).story


@pytest.mark.parametrize("sound", [*SOUND, *of_corpus()], ids=lambda sound: sound.name)
def test_a_damaged_document_is_read_or_refused(sound: Sound, tmp_path: Path) -> None:
    for seed in range(3):
        found = trial(sound, seed, tmp_path)
        assert found.end != "fel", f"frö {seed}, {found.ways}: {found.story}"


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_text_is_read_after_each_mutation(name: str, tmp_path: Path) -> None:
    text = MUTATIONS[name](TEXT, Random(name))
    path = tmp_path / "x.txt"
    path.write_text(text, encoding="utf-8")
    found = outcome(path)
    assert found.end == "läst" or not text.strip(), found.story


@pytest.mark.parametrize(
    ("suffix", "name"),
    [(suffix, name) for suffix, ways in OF_KIND.items() for name in (*ANY, *ways)],
)
def test_a_file_is_read_or_refused_after_each_damage(
    suffix: str, name: str, tmp_path: Path
) -> None:
    damage = {**ANY, **OF_KIND[suffix]}[name]
    for seed in range(3):
        path = tmp_path / f"x{suffix}"
        path.write_bytes(damage(of_kind(suffix).data, Random(f"{name} {seed}")))
        found = outcome(path)
        assert found.end != "fel", f"frö {seed}: {found.story}"


WHOLE_FILES = {
    "nothing": b"",
    "spaces of all kinds": " \t\u00a0\u2003\u3000\u2028\u0085\r\n".encode() * 50,
    "signs without a width": "\u200b\ufeff\u200d".encode() * 100,
    "only digits": b"1234567890\n" * 100,
    "only section signs": "§\n".encode() * 500,
    "section signs on one line": "§".encode() * 5000,
    "zeros": bytes(5000),
    "zeros in a text": b"Protokoll\x00\x00 2022-02-18\n" * 20,
    "right to left": "\u202eפרוטוקול\u2069 § 1 אב\n".encode() * 50,
    "accents on accents": ("a" + "\u0301" * 3000).encode(),
    "other digits": "§ １２ ٣. ४) ²\n".encode() * 20,
    "carriage returns": b"1. Ett\r2. Tv\xe5\r\r\n3. Tre\n\r" * 10,
    "form feeds": b"\f1. Ett\f\f2. Tva\f" * 10,
    "half a surrogate": b"\xed\xa0\x80 Protokoll",
    "deep numbers": "\n".join(".".join(["1"] * i) + " Rubrik" for i in range(1, 200)).encode(),
    "deep quotes": "\n".join(">" * i + " text" for i in range(200)).encode(),
    "deep brackets": b"N\xc3\xa4rvarande: " + b"(" * 3000 + b"x" + b")" * 3000,
    "deep lists": "\n".join(" " * i + "- punkt" for i in range(300)).encode(),
    "registry number for a title": b"1. KS 2022/1234\n2. KS 2022/1235\n3.  KS 2022/1236  Val\n",
}


@pytest.mark.parametrize("name", WHOLE_FILES)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx", ".pdf", ".yaml"])
def test_a_file_of_nothing_but(name: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(WHOLE_FILES[name])
    found = outcome(path)
    assert found.end != "fel", found.story
