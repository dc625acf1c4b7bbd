"""Frank has the takes of a shot put in order."""

from engine.contracts import Finding, Judgement, Problem, Quality, Severity, _, rank

CODES = {Severity.ERROR: "black-frames", Severity.WARNING: "flicker", Severity.NOTE: "dim"}


def found(severity: Severity) -> Finding:
    said = _("It is black from {start} to {end} s.", start="0.0", end="1.0")
    problem = Problem.of(severity=severity, code=CODES[severity], message=said)
    return Finding(quality=Quality.EXPOSURE, problem=problem)


def take(motion: float = 1.0, *severities: Severity, **more: float) -> Judgement:
    scores = {Quality.MOTION: motion, Quality.PALETTE: 1.0}
    scores |= {Quality(name): score for name, score in more.items()}
    return Judgement(findings=tuple(map(found, severities)), scores=scores)


def order(*takes: Judgement, seeds: tuple[int, ...] = ()) -> list[int]:
    return [ranked.take for ranked in rank(takes, seeds or tuple(range(len(takes))))]


def test_errors_stand_below_warnings_and_warnings_below_notes_and_these_below_clean_takes() -> None:
    takes = [take(1.0, severity) for severity in Severity] + [take(0.1)]
    assert order(*takes) == [3, 2, 1, 0]


def test_of_takes_without_fault_the_higher_score_is_first() -> None:
    assert order(take(0.4), take(0.9), take(0.6)) == [1, 2, 0]


def test_movement_weighs_more_than_colours() -> None:
    assert order(take(0.5, palette=1.0), take(1.0, palette=0.5)) == [1, 0]


def test_equal_takes_stand_in_the_order_of_their_seeds() -> None:
    assert order(take(0.5), take(0.5), take(0.501), seeds=(30, 10, 20)) == [1, 2, 0]
    assert order(take(0.5), take(0.5), seeds=(7, 7)) == [0, 1]


def test_a_quality_that_only_one_take_was_measured_by_does_not_count() -> None:
    assert order(take(0.9), take(0.5, face=1.0)) == [0, 1]
    assert order(take(0.9, face=0.1), take(0.5, face=1.0)) == [1, 0]


def test_reasons_say_what_tells_takes_apart() -> None:
    takes = [take(0.3), take(0.9), take(1.0, Severity.WARNING)]
    first, second, third = rank(takes, (1, 2, 3), (2, 5, 6))
    assert str(first.reason) == "No fault was found; ahead of take 2 by movement."
    assert str(second.reason) == "No fault was found; behind take 5 by movement."
    assert str(third.reason) == "It is black from 0.0 to 1.0 s."
    assert first.score > second.score


def test_a_reason_names_the_gravest_finding_and_counts_the_others() -> None:
    (ranked,) = rank([take(1.0, Severity.WARNING, Severity.ERROR, Severity.NOTE)], (1,))
    assert str(ranked.reason) == "It is black from 0.0 to 1.0 s. 2 more findings."


def test_takes_that_nothing_tells_apart_say_so() -> None:
    alike = "No fault was found; as good as take 1, in the order of seeds."
    assert str(rank([take(), take()], (1, 2))[1].reason) == alike
    assert str(rank([take()], (1,))[0].reason) == "No fault was found."
    assert rank([], ()) == ()
