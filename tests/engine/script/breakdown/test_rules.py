"""Each rule of film grammar on a plan made by hand."""

from collections.abc import Callable
from itertools import pairwise

from engine.contracts import (
    Angle,
    Breakdown,
    EffectKind,
    Gesture,
    Insert,
    InsertKind,
    LetteringKind,
    LineKind,
    Move,
    ShotSize,
    Sound,
    Weather,
)
from engine.script.grammar.blows import impact_on_a_blow
from engine.script.grammar.endings import end_on_a_face, promise_more
from engine.script.grammar.lengths import hold_for_a_breath, last_as_long_as_the_action
from engine.script.grammar.lettering import letter_the_caption, letter_the_title
from engine.script.grammar.listeners import cover_a_long_line, cut_to_the_listener
from engine.script.grammar.memories import wash_the_flashback
from engine.script.grammar.moves import move_with_the_body, push_in_on_a_reveal, survey_the_place
from engine.script.grammar.neighbours import jumps, neighbours_differ
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
)
from engine.script.grammar.sounds import (
    hear_what_is_seen,
    score_the_turn,
    show_the_effects,
    sound_the_words,
)
from engine.script.lexicon.events import Turn
from engine.script.plan import Deed, Draft, Feeling, Kind, ScenePlan, rank

Make = Callable[..., Draft]
Shoot = Callable[..., Breakdown]
Plan = Callable[..., ScenePlan]
REVEAL = frozenset({Turn.REVEAL})
BLOW = frozenset({Turn.BLOW})


def test_sentences_about_a_place_are_one_look(view: Make, act: Make, plan: Plan) -> None:
    drafts = gather_scenery(plan(view("A pier."), view("Fog."), act(), view("Gulls."))).drafts
    assert [draft.moment.text for draft in drafts] == ["A pier. Fog.", "Mia waits.", "Gulls."]


def test_a_voice_without_a_face_is_heard_over_what_was_just_shown(
    talk: Make, act: Make, plan: Plan
) -> None:
    coffin = Insert(kind=InsertKind.OBJECT, text="coffin")
    sight = act(kind=Kind.WRITING, who="", insert=coffin)
    inner = talk(spoken=LineKind.VOICE_OVER)
    (both,) = speak_over_the_sight(plan(sight, inner)).drafts
    assert both.moment.insert == coffin
    assert both.spoken == inner.spoken
    assert len(speak_over_the_sight(plan(sight, talk())).drafts) == 2


def test_an_episode_opens_on_somebody_and_not_on_a_building(
    view: Make, act: Make, plan: Plan
) -> None:
    drafts = open_on_the_hook(plan(view(), act(), opens=True)).drafts
    assert drafts[0].subject == "mia"
    assert drafts[0].size is ShotSize.CU


def test_only_the_first_scene_of_an_episode_has_a_hook(view: Make, act: Make, plan: Plan) -> None:
    assert open_on_the_hook(plan(view(), act())).drafts[0].moment.kind is Kind.PLACE


def test_the_place_is_seen_within_the_first_two_shots(talk: Make, plan: Plan) -> None:
    for opens in (True, False):
        drafts = establish_early(open_on_the_hook(plan(talk(), talk(), opens=opens))).drafts
        assert ShotSize.WS in [draft.size for draft in drafts[:2]]


def test_a_quiet_action_establishes_its_scene_itself(act: Make, talk: Make, plan: Plan) -> None:
    drafts = establish_early(plan(act(), talk())).drafts
    assert len(drafts) == 2
    assert drafts[0].size is ShotSize.WS


def test_a_long_line_shows_the_listener_in_its_middle(talk: Make, plan: Plan) -> None:
    pieces = [talk(str(at), piece=at, pieces=4) for at in range(4)]
    drafts = cover_a_long_line(plan(*pieces)).drafts
    assert [draft.subject for draft in drafts] == ["mia", "leo", "mia", "mia"]


def test_a_line_that_lands_is_followed_by_the_face_it_lands_on(
    talk: Make, act: Make, plan: Plan
) -> None:
    drafts = cut_to_the_listener(plan(talk(weight=0.8), act())).drafts
    assert [(one.subject, one.moment.kind) for one in drafts[:2]] == [
        ("mia", Kind.SPEECH),
        ("leo", Kind.REACTION),
    ]


def test_a_line_that_changes_nothing_is_not_listened_to(talk: Make, act: Make, plan: Plan) -> None:
    assert len(cut_to_the_listener(plan(talk(weight=0.3), act())).drafts) == 2


def test_who_answers_a_line_that_landed_breathes_first(talk: Make, plan: Plan) -> None:
    drafts = cut_to_the_listener(plan(talk(weight=0.8), talk(who="leo"))).drafts
    assert len(drafts) == 2
    assert drafts[1].lead > 0


def test_running_is_framed_so_that_the_legs_are_seen(act: Make, plan: Plan) -> None:
    run = act(deeds=(Deed(0.1, "mia", Gesture.RUN, "", ""),))
    assert rank(frame_the_body(plan(run)).drafts[0].size) <= rank(ShotSize.MLS)


def test_close_ups_are_spent_on_turns(talk: Make, plan: Plan) -> None:
    framed = spend_close_ups_on_turns(frame_the_body(plan(talk(weight=0.9), talk(weight=0.3))))
    turn, other = framed.drafts
    assert rank(turn.size) >= rank(ShotSize.CU)
    assert rank(other.size) < rank(ShotSize.CU)


def test_a_size_the_script_asks_for_is_taken(act: Make, plan: Plan) -> None:
    asked = act(asked_size=ShotSize.ECU, asked_move=Move.PULL_OUT)
    draft = obey_the_camera(frame_the_body(plan(asked))).drafts[0]
    assert (draft.size, draft.move) == (ShotSize.ECU, Move.PULL_OUT)


def test_neighbouring_shots_of_one_subject_differ_by_two_sizes_or_by_a_size_and_the_angle(
    talk: Make, act: Make, plan: Plan
) -> None:
    alone = [talk(f"Line {at}.", present=("mia",)) for at in range(12)]
    turns = [talk(f"Line {at}.", present=("mia",), weight=0.9) for at in range(12)]
    acts = [act(f"Mia does {at}.") for at in range(12)]
    for drafts in (alone, turns, acts):
        done = neighbours_differ(frame_the_body(plan(*drafts))).drafts
        for one, other in pairwise(done):
            steps = abs(rank(one.size) - rank(other.size))
            assert steps >= 2 or (steps == 1 and one.angle != other.angle)


def test_a_size_that_was_asked_for_stays_and_what_is_before_it_gives_way(
    act: Make, plan: Plan
) -> None:
    asked = act("Mia waits on.", asked_size=ShotSize.MCU)
    done = neighbours_differ(obey_the_camera(frame_the_body(plan(act("Mia."), asked)))).drafts
    assert done[1].size is ShotSize.MCU
    assert not jumps(*done)


def test_shots_of_two_people_may_share_a_size(talk: Make, plan: Plan) -> None:
    pair = plan(talk(weight=0.6), talk(who="leo", weight=0.6))
    done = neighbours_differ(frame_the_body(pair)).drafts
    assert [draft.size for draft in done] == [ShotSize.MCU, ShotSize.MCU]


def test_a_reveal_gets_a_push_in(talk: Make, plan: Plan) -> None:
    drafts = push_in_on_a_reveal(plan(talk(turns=REVEAL, weight=0.7), talk())).drafts
    assert [draft.move for draft in drafts] == [Move.PUSH_IN, Move.STATIC]


def test_the_camera_goes_with_who_walks(act: Make, plan: Plan) -> None:
    walk = act(deeds=(Deed(0.1, "mia", Gesture.WALK, "", ""),))
    assert move_with_the_body(frame_the_body(plan(walk))).drafts[0].move is Move.TRACK


def test_a_look_at_a_place_is_never_still(view: Make, plan: Plan) -> None:
    assert survey_the_place(plan(view())).drafts[0].move is not Move.STATIC


def test_a_shot_is_as_long_as_its_line_plus_a_breath(talk: Make, plan: Plan) -> None:
    plain, turn = hold_for_a_breath(plan(talk(), talk(weight=0.8))).drafts
    assert 1.2 < plain.length < 1.6
    assert plain.lead + 1.0 < plain.length
    assert turn.length > plain.length


def test_lengths_are_whole_frames_between_1_2_and_6_seconds(
    talk: Make, act: Make, view: Make, plan: Plan
) -> None:
    long = act("Mia " + "and then she turns again and again " * 20)
    drafts = plan(talk(), long, view(), act("No."))
    timed = last_as_long_as_the_action(hold_for_a_breath(drafts)).drafts
    for draft in timed:
        assert 1.2 <= draft.length <= 6.0
        assert abs(draft.length * 24 - round(draft.length * 24)) < 0.01


def test_a_thing_to_read_stays_as_long_as_it_takes_to_read(act: Make, plan: Plan) -> None:
    texts = ("Run.", "Meet me at the old pier at nine, alone, and bring everything you have left.")
    notes = [
        act(kind=Kind.WRITING, who="", insert=Insert(kind=InsertKind.LETTER, text=text))
        for text in texts
    ]
    short, long = last_as_long_as_the_action(plan(*notes)).drafts
    assert long.length > short.length + 1


def test_a_blow_gets_an_impact_a_shake_its_sound_and_its_letters(act: Make, plan: Plan) -> None:
    slap = act(
        "Mia slaps him.",
        turns=BLOW,
        deeds=(Deed(0.3, "mia", Gesture.SLAP, "leo", ""),),
        sounds=((0.3, Sound.SLAP),),
    )
    draft = impact_on_a_blow(last_as_long_as_the_action(plan(slap))).drafts[0]
    kinds = [effect.kind for effect in draft.effects]
    assert kinds == [EffectKind.IMPACT, EffectKind.SHAKE, EffectKind.SOUND_LETTERING]
    assert draft.effects[2].text == "SMACK!"
    assert draft.sounds[0].sound is Sound.SLAP
    assert draft.sounds[0].at == draft.effects[0].at


def test_a_door_is_heard_where_the_words_put_it_and_rain_throughout(act: Make, plan: Plan) -> None:
    shot = act(sounds=((0.5, Sound.DOOR),), weather=Weather.RAIN)
    draft = sound_the_words(last_as_long_as_the_action(plan(shot))).drafts[0]
    rain, door = draft.sounds
    assert (rain.sound, rain.duration) == (Sound.RAIN, draft.length)
    assert door.sound is Sound.DOOR
    assert 0 < door.at < draft.length


def test_what_bodies_do_is_heard_though_nobody_wrote_it(act: Make, plan: Plan) -> None:
    shot = act(
        "Mia crosses to him, sinks to her knees and holds out the papers.",
        deeds=(
            Deed(0.0, "mia", Gesture.WALK, "", ""),
            Deed(0.4, "mia", Gesture.KNEEL, "", ""),
            Deed(0.8, "mia", Gesture.OFFER, "leo", "paper"),
        ),
    )
    draft = hear_what_is_seen(last_as_long_as_the_action(plan(shot))).drafts[0]
    steps, fall, paper = draft.sounds
    assert [steps.sound, fall.sound, paper.sound] == [Sound.FOOTSTEPS, Sound.FALL, Sound.PAPER]
    assert 0 < steps.at < fall.at < paper.at < draft.length
    assert steps.duration > 0


def test_what_the_words_sound_of_already_is_not_heard_twice(act: Make, plan: Plan) -> None:
    shot = act(deeds=(Deed(0.0, "mia", Gesture.WALK, "", ""),), sounds=((0.0, Sound.FOOTSTEPS),))
    draft = hear_what_is_seen(sound_the_words(plan(shot))).drafts[0]
    assert [cue.sound for cue in draft.sounds] == [Sound.FOOTSTEPS]


def test_a_whispered_line_is_hushed(shoot: Shoot) -> None:
    made = shoot("INT. ROOM - NIGHT\n\nMIA\n(whispering)\nHe is here.\n\nLEO\nWho?\n")
    lines = [line for shot in made.shots for line in shot.lines]
    assert [line.hushed for line in lines] == [True, False]


def test_a_fast_move_is_heard(act: Make, plan: Plan) -> None:
    fast, still = act(), act()
    drafts = score_the_turn(plan(fast.by("asked", move=Move.WHIP), still)).drafts
    assert [cue.sound for cue in drafts[0].sounds] == [Sound.WHOOSH]
    assert not drafts[1].sounds


def test_fire_fills_the_shot_and_a_flash_does_not(act: Make, plan: Plan) -> None:
    shot = act(effects=((0.0, EffectKind.FIRE), (0.4, EffectKind.LIGHTNING)))
    draft = show_the_effects(last_as_long_as_the_action(plan(shot))).drafts[0]
    fire, lightning = draft.effects
    assert fire.duration == draft.length
    assert lightning.duration < 1


def test_a_caption_stands_on_the_shot_it_stands_before(act: Make, plan: Plan) -> None:
    drafts = last_as_long_as_the_action(plan(act(captions=("Three years later",)), act()))
    first, second = letter_the_caption(drafts).drafts
    assert first.lettering[0].kind is LetteringKind.CAPTION
    assert not second.lettering


def test_the_title_comes_early_and_does_not_cover_the_hook(
    talk: Make, act: Make, plan: Plan
) -> None:
    timed = last_as_long_as_the_action(hold_for_a_breath(plan(talk(), act(), act())))
    for title, where in (("Night", [1]), ("", [])):
        done = letter_the_title(plan(*timed.drafts, opens=True, title=title)).drafts
        assert [at for at, draft in enumerate(done) if draft.lettering] == where


def test_every_shot_of_a_flashback_is_washed(act: Make, plan: Plan) -> None:
    done = wash_the_flashback(plan(act(), act(), flashback=True)).drafts
    for draft in done:
        assert EffectKind.FLASHBACK in [effect.kind for effect in draft.effects]


def test_an_episode_ends_on_a_face_that_is_held(
    talk: Make, act: Make, view: Make, plan: Plan
) -> None:
    for last in (act(), view(present=("mia",))):
        done = end_on_a_face(plan(talk(), last, closes=True)).drafts
        assert done[-1].subject == "mia"
        assert done[-1].size is ShotSize.CU
        assert done[-1].angle is Angle.EYE
        assert done[-1].length > 0


def test_a_last_line_ends_on_who_has_heard_it(talk: Make, plan: Plan, grief: Feeling) -> None:
    last = talk(feelings=(grief,))
    long = plan(Draft(last.moment, "mia", "leo", spoken=last.spoken._replace(duration=2.5)))  # type: ignore[union-attr]
    done = end_on_a_face(plan(*long.drafts, closes=True)).drafts
    assert [draft.subject for draft in done] == ["mia", "leo"]


def test_an_empty_place_ends_an_episode_nobody_is_in(view: Make, plan: Plan) -> None:
    done = end_on_a_face(plan(view(), closes=True)).drafts
    assert len(done) == 1
    assert done[0].move is Move.PULL_OUT


def test_the_last_shot_promises_more_only_where_more_follows(act: Make, plan: Plan) -> None:
    timed = last_as_long_as_the_action(plan(act(), act())).drafts
    for continues, expected in ((True, 1), (False, 0)):
        whole = plan(*timed, closes=True, continues=continues, to_be_continued="More")
        done = promise_more(whole).drafts
        assert len(done[-1].lettering) == expected
        assert not done[0].lettering


def test_a_rule_signs_what_it_changes_with_its_name(talk: Make, plan: Plan) -> None:
    draft = push_in_on_a_reveal(plan(talk(turns=REVEAL))).drafts[0]
    assert draft.rules == ("push_in_on_a_reveal",)
