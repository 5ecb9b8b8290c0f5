"""Introduces the stages to each other: one function a command, by the command's name.

    read        readers → parser → records, or explain: what became of every line, and why
    documents   (readers → parser | records) → renderer → printers     `minutes`, `agenda`
    next_agenda … → composers → records, renderer, printers            `next`
    annual      … → composers → renderer, printers
    pdf         printers; enclosing: attachments and data; side_by_side: several processes
    preview     … → printers: pages as pictures
    check       records, rules | renderer
    fields      vocabulary
    during      start, watch, stage: a meeting while it goes on
    following_up  actions, case, short, excerpt, public, the year's plan
    invite      senders
    folder      which meeting is next when none is named
    new, demo   a working folder; the whole year on the seeds

Every function takes paths, returns a `Made`, and writes through `output` only.
"""
