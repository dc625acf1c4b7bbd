"""The rules of film grammar in words: why a shot is as it is."""

from django.utils.translation import gettext_lazy as _

from apps.core.wording import listed

RULES = {
    "cover_a_long_line": _("cover a long line"),
    "cut_to_the_listener": _("cut to the listener"),
    "cut_to_what_is_spoken_of": _("cut to what is spoken of"),
    "end_on_a_face": _("end on a face"),
    "establish_early": _("establish early"),
    "frame_the_body": _("frame the body"),
    "gather_scenery": _("gather scenery"),
    "hold_for_a_breath": _("hold for a breath"),
    "impact_on_a_blow": _("impact on a blow"),
    "keep_the_line": _("keep the line"),
    "last_as_long_as_the_action": _("last as long as the action"),
    "letter_the_caption": _("letter the caption"),
    "letter_the_title": _("letter the title"),
    "move_with_the_body": _("move with the body"),
    "neighbours_differ": _("neighbours differ"),
    "obey_the_camera": _("obey the camera"),
    "open_on_the_hook": _("open on the hook"),
    "promise_more": _("promise more"),
    "push_in_on_a_reveal": _("push in on a reveal"),
    "put_out_the_lights": _("put out the lights"),
    "score_the_turn": _("score the turn"),
    "see_the_blow_land": _("see the blow land"),
    "hear_what_is_seen": _("hear what is seen"),
    "show_the_effects": _("show the effects"),
    "sound_the_words": _("sound the words"),
    "speak_over_the_sight": _("speak over the sight"),
    "spend_close_ups_on_turns": _("spend close-ups on turns"),
    "step_back_from_one_face": _("step back from one face"),
    "survey_the_place": _("survey the place"),
    "wash_the_flashback": _("wash the flashback"),
}


def reasons(rules: list[str]) -> str:
    """Names of rules in the active language; a rule that is no longer applied keeps its name."""
    return listed(str(RULES.get(rule, rule.replace("_", " "))) for rule in rules)
