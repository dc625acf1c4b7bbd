"""Final takes: the shots of an episode as footage by diffusion models, on the studio's own card.

    registry/   what each model is, may and needs: no library is imported for that
    models/     one module a model: its entry, random weights at its real sizes, a tiny one
    families/   how models of one kind of pipeline encode, sample and decode
    prompts/    what a model is told of a shot, composed by rule
    leading.py  which of a series' locked pictures lead a shot
    stages/     an episode as stages over all its shots, each kept as soon as it is done
    references/ the sheets of which those pictures are picked

Only families, runtimes and what lies above them import torch; the rest works without it.
"""
