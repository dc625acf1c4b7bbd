"""The rules of film grammar, in the order they are applied to the plan of a scene.

Each is a pure function from plan to plan, and signs what it changes with its own name.
"""

from collections.abc import Callable

from engine.script.grammar.blows import impact_on_a_blow, see_the_blow_land
from engine.script.grammar.cutaways import cut_to_what_is_spoken_of
from engine.script.grammar.endings import end_on_a_face, promise_more
from engine.script.grammar.lengths import hold_for_a_breath, last_as_long_as_the_action
from engine.script.grammar.lettering import letter_the_caption, letter_the_title
from engine.script.grammar.listeners import cover_a_long_line, cut_to_the_listener
from engine.script.grammar.memories import wash_the_flashback
from engine.script.grammar.moves import move_with_the_body, push_in_on_a_reveal, survey_the_place
from engine.script.grammar.neighbours import neighbours_differ
from engine.script.grammar.openings import (
    establish_early,
    gather_scenery,
    open_on_the_hook,
    speak_over_the_sight,
)
from engine.script.grammar.sizes import (
    frame_the_body,
    obey_the_camera,
    spend_close_ups_on_turns,
    step_back_from_one_face,
)
from engine.script.grammar.sounds import (
    hear_what_is_seen,
    put_out_the_lights,
    score_the_turn,
    show_the_effects,
    sound_the_words,
)
from engine.script.plan import ScenePlan

Rule = Callable[[ScenePlan], ScenePlan]

RULES: tuple[Rule, ...] = (
    gather_scenery,
    speak_over_the_sight,
    open_on_the_hook,
    cover_a_long_line,
    cut_to_what_is_spoken_of,
    cut_to_the_listener,
    see_the_blow_land,
    establish_early,
    end_on_a_face,
    frame_the_body,
    spend_close_ups_on_turns,
    step_back_from_one_face,
    obey_the_camera,
    neighbours_differ,
    push_in_on_a_reveal,
    move_with_the_body,
    survey_the_place,
    hold_for_a_breath,
    last_as_long_as_the_action,
    impact_on_a_blow,
    sound_the_words,
    hear_what_is_seen,
    score_the_turn,
    show_the_effects,
    put_out_the_lights,
    letter_the_caption,
    letter_the_title,
    wash_the_flashback,
    promise_more,
)


def apply(plan: ScenePlan) -> ScenePlan:
    """The plan after all rules."""
    for rule in RULES:
        plan = rule(plan)
    return plan
