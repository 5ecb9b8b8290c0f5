"""The Word templates' source: design and words → the four .docx files beside this folder.

`make templates` (or `python -m templates.source` at the project's top) writes them anew.

    design      font, colours, measures
    markup      paragraphs, tables, fields and tag paragraphs as WordprocessingML
    styles      the styles           numbering   the lists
    theme       what Word offers while editing
    head        page head, title, head facts
    people      attendance, those called, signature lines
    items       items at three levels
    closing     what stands after the items
    meetings    dagordning, minnesanteckningar, protokoll
    annual      årsberättelse
    package     parts → .docx
"""
