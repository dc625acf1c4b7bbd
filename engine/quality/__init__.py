"""How good a take is, whatever made it: without weights, by its pixels and samples alone.

footage.py   frames made small enough to look at quickly
files.py     video, picture and sound files read for that
allowed.py   what the shot asks for that would be a fault elsewhere
one module a quality, each a pure function of what is seen or heard
judge.py     all of them together: a Judgement
"""
