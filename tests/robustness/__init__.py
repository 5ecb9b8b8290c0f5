"""Documents → damaged documents → what became of them: an answer or a refusal, never a fall.

    documents   the sound documents: seeds, samples, generated ones, the corpus where it is
    mutations   a text → a text with lines dropped, doubled, glued … and signs nobody expects
    damage      the bytes of a .docx, .pdf or .yaml → bytes that are broken in one way
    trial       one damaged document → Outcome: read, refused, or a fault with its story
    growth      texts that hold much of one thing, to see that time grows with their length
    patterns    the package's regular expressions, and how each takes a hostile text

`python -m tests.robustness --minutes N` runs over everything with new seeds and prints counts.
"""
