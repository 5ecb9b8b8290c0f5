"""Introduces the stages to each other: one function a command, by the command's name.

    read        readers → parser → records, or explain: what became of every line, and why
    documents   (readers → parser | records) → renderer → printers     `minutes`, `agenda`
    next_agenda … → composers → records, renderer, printers            `next`
    annual      … → composers → renderer, printers
    pdf         printers
    check       records | renderer
    fields      vocabulary
    new, demo   a working folder; the whole year on the seeds

Every function takes paths, returns a `Made`, and writes through `output` only.
"""
