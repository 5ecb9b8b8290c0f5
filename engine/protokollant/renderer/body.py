"""Markdown → native Word paragraphs. (first cut: paragraphs only)"""

from __future__ import annotations

from dataclasses import dataclass

from protokollant.renderer.wordml import escape_text


@dataclass(frozen=True, slots=True)
class Markdown:
    text: str
    heading: int

    def block_xml(self, paragraph: str, run: str) -> str:
        return "".join(
            f'<w:p>{paragraph}<w:r>{run}<w:t xml:space="preserve">{escape_text(p)}</w:t></w:r></w:p>'
            for p in self.text.split("\n\n") if p.strip()
        )
