"""Every template on every sample and seed, through both engines, held against the standards.

documents   templates × samples and seeds → Word documents
compare     two engines' PDFs of a document → how alike they are
speed       the engines and the whole command, timed in turn
__main__    `make verify`: the tables in docs/accessibility.md and docs/performance.md
"""
