"""Measures the reader on a folder of documents with answers made by hand.

    gold      folder → documents: a source file, its answer, its part (look, measure)
    found     what the reader says of a document → an answer of the same shape
    score     two answers → tallies a field, and every difference
    run       documents → results: the score, words lost, time, crashes
    report    results → table in Swedish, or JSON

Run from the project's root: `python -m tests.evaluation [FOLDER]`.
"""
