"""Whether a take is as long, as fast and as large as it was asked for."""

from engine.contracts import Finding, Format, Quality, Severity, Shot, _
from engine.quality.footage import Seen
from engine.quality.verdict import Verdict, finding, seconds

_RATE = 0.01  # frames a second that 23.976 and 24 are apart, and a little
_BREATH = 0.05  # seconds of a line's end that nobody misses
_AGAIN = _("Make another final.")


def length(seen: Seen, size: tuple[int, int], shot: Shot, picture: Format) -> Verdict:
    """1 where all is as asked; `size` is the video's own, width and height in px.

    Too short takes its missing share off, another rate or size a quarter each.
    """
    wanted = max(round(shot.duration * picture.fps), 1)
    score, found = 1.0, []
    if abs(seen.fps - picture.fps) > picture.fps * _RATE:
        found.append(_rate(seen.fps, picture.fps))
        score -= 0.25
    elif len(seen) != wanted:
        found.append(_frames(seen, wanted, shot))
        score *= min(len(seen), wanted) / max(len(seen), wanted)
    if size != (picture.width, picture.height):
        found.append(_size(size, picture))
        score -= 0.25
    return Verdict(max(score, 0.0), tuple(found))


def _frames(seen: Seen, wanted: int, shot: Shot) -> Finding:
    end = seen.at(len(seen))
    if any(line.at + line.duration > end + _BREATH for line in shot.lines):
        said = (
            _("It ends after {seconds} s, before its lines do.", seconds=seconds(end)),
            _(
                "Make another final; where all end early, choose another video model or make the "
                "shot shorter in the script."
            ),
        )
        return finding(Quality.LENGTH, Severity.ERROR, "lines-cut-off", said, (end, shot.duration))
    said = (
        _("It has {frames} frames instead of {wanted}.", frames=len(seen), wanted=wanted),
        _AGAIN,
    )
    span = (min(end, shot.duration), max(end, shot.duration))
    return finding(Quality.LENGTH, Severity.WARNING, "wrong-length", said, span)


def _rate(fps: float, wanted: int) -> Finding:
    said = (
        _("It has {fps} frames a second instead of {wanted}.", fps=f"{fps:.4g}", wanted=wanted),
        _("Let an interpolator bring it to the rate of the episode."),
    )
    return finding(Quality.LENGTH, Severity.WARNING, "wrong-rate", said)


def _size(size: tuple[int, int], picture: Format) -> Finding:
    said = (
        _(
            "It is {size} pixels large instead of {wanted}.",
            size="×".join(map(str, size)),
            wanted=picture.size,
        ),
        _("Let an upscaler bring it to the size of the episode."),
    )
    return finding(Quality.LENGTH, Severity.WARNING, "wrong-size", said)
