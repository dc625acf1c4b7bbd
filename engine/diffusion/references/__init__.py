"""Reference sheets: pictures by which people and places stay the same from shot to shot.

plan.py     which pictures a sheet has, what leads each and what it is told
drawn.py    the rehearsal's drawing of each: the composition, or the picture itself
make.py     the verb `references`: candidates, by a keyframe model or drawn
painted.py  by a keyframe model, led by a drawing and a picked picture
"""
