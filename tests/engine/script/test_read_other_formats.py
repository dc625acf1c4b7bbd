"""Plain text, the Chinese short-drama layout and Final Draft."""

import pytest

from engine.contracts import (
    Element,
    ElementKind,
    EngineError,
    ReadRequest,
    Scene,
    Screenplay,
    Setting,
    TimeOfDay,
)
from engine.script.reading.read import read
from tests.engine.quiet import Quiet


def play(text: str, name: str = "") -> Screenplay:
    return read(ReadRequest(text=text, name=name), Quiet())


def scenes(text: str) -> list[Scene]:
    return [scene for episode in play(text).episodes for scene in episode.scenes]


def elements(text: str) -> list[Element]:
    return [element for scene in scenes(text) for element in scene.elements]


DRAMA = """《雨夜归来》
编剧：某某
人物小传
林晚：女，25岁，医学生。

第1集 雨夜
1-1 夜 外 医院门口
人物：林晚、顾沉、路人甲
△大雨。林晚抱着病历，浑身湿透，跪在台阶上。
林晚（哭喊）：求你，救救我妈！
【特写】顾沉的手，攥着一枚旧戒指。
林晚OS：他不记得我了。
字幕：三年前
闪回：
顾沉（画外音，温柔）：会。
闪回结束
林晚、顾沉：走！
音效：雷声
第二集：真相
场景一：咖啡馆 日/内
林晚（内心）：是他。
"""


def test_the_short_drama_layout_is_read_whole() -> None:
    script = play(DRAMA)
    assert (script.format, script.language, script.title) == ("shortdrama", "zh-Hans", "雨夜归来")
    assert [(e.number, e.title) for e in script.episodes] == [(1, "雨夜"), (2, "真相")]
    first = script.episodes[0].scenes[0]
    assert (first.number, first.setting, first.place, first.time, first.line) == (
        "1-1",
        Setting.EXT,
        "医院门口",
        TimeOfDay.NIGHT,
        7,
    )
    assert first.present == ("林晚", "顾沉", "路人甲")
    said = [e for e in first.elements if e.kind is not ElementKind.NOTE]
    assert [(e.kind, e.text, e.character, e.extension, e.parenthetical) for e in said] == [
        (ElementKind.ACTION, "大雨。林晚抱着病历，浑身湿透，跪在台阶上。", "", "", ""),
        (ElementKind.DIALOGUE, "求你，救救我妈！", "林晚", "", "哭喊"),
        (ElementKind.CAMERA, "特写：顾沉的手，攥着一枚旧戒指。", "", "", ""),
        (ElementKind.DIALOGUE, "他不记得我了。", "林晚", "OS", ""),
        (ElementKind.SUPER, "三年前", "", "", ""),
    ]


def test_a_cast_list_before_the_first_scene_is_a_note_and_nobody_speaks_it() -> None:
    first = play(DRAMA).episodes[0].scenes[0]
    notes = [e.text for e in first.elements if e.kind is ElementKind.NOTE]
    assert notes == ["人物小传", "林晚: 女，25岁，医学生。"]


def test_a_chinese_flashback_splits_its_scene() -> None:
    parts = play(DRAMA).episodes[0].scenes
    assert [(s.number, s.flashback) for s in parts] == [
        ("1-1", False),
        ("1-1A", True),
        ("1-1B", False),
    ]
    (voice,) = parts[1].elements
    assert (voice.extension, voice.parenthetical) == ("画外音", "温柔")


def test_two_names_before_one_line_speak_at_the_same_time() -> None:
    one, two, _ = play(DRAMA).episodes[0].scenes[2].elements
    assert [(e.character, e.dual) for e in (one, two)] == [("林晚", False), ("顾沉", True)]


@pytest.mark.parametrize(
    "head",
    [
        "1-2 内 日 顾家客厅",
        "1-2 顾家客厅 日 内",
        "1-2、日、内、顾家客厅",
        "1－2　日　内　顾家客厅",
        "1-2 顾家客厅 日/内",
        "1-2 顾家客厅（内景，白天）",
        "1-2 日内 顾家客厅",
        "1-2 内景 顾家客厅-日",
        "1-2 场景：顾家客厅 时间：日 内",
        "1-2\n场景：顾家客厅\n时间：日 内",
        "【1-2 顾家客厅 日 内】",
    ],
)
def test_a_chinese_head_is_read_in_any_order(head: str) -> None:
    (scene,) = scenes(f"第1集\n{head}\n△她走进来。\n林晚：有人吗？\n")
    assert (scene.number, scene.setting, scene.place, scene.time) == (
        "1-2",
        Setting.INT,
        "顾家客厅",
        TimeOfDay.DAY,
    )


@pytest.mark.parametrize(
    ("written", "kind", "text"),
    [
        ("▲他转身。", ElementKind.ACTION, "他转身。"),
        ("△字幕：三年后", ElementKind.SUPER, "三年后"),
        ("【字幕：三年后】", ElementKind.SUPER, "三年后"),
        ("（字幕：三年后）", ElementKind.SUPER, "三年后"),
        ("【音效】雷声", ElementKind.SOUND, "雷声"),
        ("特写：戒指", ElementKind.CAMERA, "特写：戒指"),
        ("[全景] 城市", ElementKind.CAMERA, "全景：城市"),
        ("（切至）", ElementKind.TRANSITION, "切至"),
        ("（她哭了）", ElementKind.ACTION, "她哭了"),
        ("手机屏幕上显示：三个未接来电。", ElementKind.ACTION, "手机屏幕上显示：三个未接来电。"),
        ("旁白：那一夜。", ElementKind.DIALOGUE, "那一夜。"),
    ],
)
def test_a_line_of_short_drama_is_what_it_is(written: str, kind: ElementKind, text: str) -> None:
    first = elements(f"第1集\n1-1 夜 外 街道\n{written}\n")[0]
    assert (first.kind, first.text) == (kind, text)


@pytest.mark.parametrize(
    ("cue", "extension", "parenthetical"),
    [
        ("林晚:", "", ""),
        ("林晚 OS：", "OS", ""),
        ("林晚VO(哽咽):", "VO", "哽咽"),
        ("林晚（OS）：", "OS", ""),
        ("林晚（V.O.，低声）：", "V.O.", "低声"),
        ("林晚（内心）：", "内心", ""),
        ("林晚（画外音）：", "画外音", ""),
        ("林晚：（低声）", "", "低声"),
        ("林晚大声说：", "", ""),
    ],
)
def test_a_chinese_cue_says_who_and_how(cue: str, extension: str, parenthetical: str) -> None:
    (line,) = elements(f"第1集\n1-1 夜 外 街道\n{cue}别走\n")
    assert line == Element(
        kind=ElementKind.DIALOGUE,
        text="别走",
        line=3,
        character="林晚",
        extension=extension,
        parenthetical=parenthetical,
    )


def test_a_name_with_no_words_is_said_and_kept() -> None:
    script = play("第1集\n1-1 夜 外 街道\n林晚：\n△她走了。\n")
    assert ("speech-empty", 3) in [(p.code, p.line) for p in script.problems]


def test_plain_text_is_read_in_both_languages() -> None:
    english = play("Mia: Who is there?\nTOM (O.S.): (low) Me. And\nnobody else.\n\nShe runs.\n")
    assert (english.format, english.language) == ("plain", "en")
    said = english.episodes[0].scenes[0].elements
    assert [(e.character, e.extension, e.parenthetical, e.text) for e in said[:2]] == [
        ("Mia", "", "", "Who is there?"),
        ("TOM", "O.S.", "low", "Me. And"),
    ]
    chinese = play("林晚：谁在那里？\n顾沉（冷）：我。\n她跑了。\n")
    assert (chinese.format, chinese.language) == ("plain", "zh-Hans")
    assert [(e.character, e.text) for e in chinese.episodes[0].scenes[0].elements] == [
        ("林晚", "谁在那里？"),
        ("顾沉", "我。"),
        ("", "她跑了。"),
    ]


def test_a_script_with_markdown_is_plain_text_with_scenes() -> None:
    script = play(
        "# The Ring\n\n## Episode 1: Rain\n\n### Scene 1: The hospital steps, night\n\n"
        "*Rain falls.*\n\n**Lin Wan:** (crying) Please!\n\n[SFX: thunder]\n"
    )
    assert (script.title, script.episodes[0].title) == ("The Ring", "Rain")
    (scene,) = script.episodes[0].scenes
    assert (scene.place, scene.time) == ("The hospital steps", TimeOfDay.NIGHT)
    assert [(e.kind, e.text) for e in scene.elements] == [
        (ElementKind.ACTION, "Rain falls."),
        (ElementKind.DIALOGUE, "Please!"),
        (ElementKind.SOUND, "thunder"),
    ]


def test_prose_with_a_colon_in_it_is_not_dialogue() -> None:
    script = play("He had one rule: never look back. She wrote it down: never.\n\nThen he left.\n")
    assert [e.kind for e in script.episodes[0].scenes[0].elements] == [ElementKind.ACTION] * 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("MIA: Where are you going with that?", "en"),
        ("MIA: ¿Dónde está el anillo que no me diste?", "es"),
        ("MIA: Ich weiß nicht, wo der Ring ist und wer du bist.", "de"),
        ("MIA: Je ne sais pas où est la bague que vous cherchez.", "fr"),
        ("林晚：你们为什么不说话？", "zh-Hans"),
        ("林晚：你們為什麼不說話？", "zh-Hant"),
        ("美咲：どこへ行くの？", "ja"),
        ("민수: 어디 가세요?", "ko"),
        ("АННА: Куда ты идёшь?", "ru"),
    ],
)
def test_the_language_is_told_from_the_words(text: str, language: str) -> None:
    assert play(text).language == language


FDX = """<?xml version="1.0" encoding="UTF-8"?>
<FinalDraft DocumentType="Script" Version="5"><Content>
<Paragraph Type="Scene Heading" Number="4"><SceneProperties><Summary><Paragraph>
<Text>Not story</Text></Paragraph></Summary></SceneProperties><Text>INT. HALL - NIGHT</Text>
</Paragraph>
<Paragraph Type="Action"><Text>He is </Text><Text Style="Bold">very</Text><Text> angry.</Text>
<ScriptNote><Paragraph><Text>check</Text></Paragraph></ScriptNote></Paragraph>
<Paragraph><DualDialogue>
<Paragraph Type="Character"><Text>MIA</Text></Paragraph>
<Paragraph Type="Dialogue"><Text>Yes!</Text></Paragraph>
<Paragraph Type="Character"><Text>TOM (V.O.) (cont'd)</Text></Paragraph>
<Paragraph Type="Parenthetical"><Text>(low)</Text></Paragraph>
<Paragraph Type="Dialogue"><Text>No!</Text></Paragraph>
</DualDialogue></Paragraph>
<Paragraph Type="Shot"><Text>CLOSE ON the ring</Text></Paragraph>
</Content></FinalDraft>
"""


def test_final_draft_keeps_runs_notes_numbers_and_dual_dialogue() -> None:
    (scene,) = scenes(FDX)
    assert (scene.number, scene.heading, scene.line) == ("4", "INT. HALL - NIGHT", 3)
    assert [(e.kind, e.text, e.line) for e in scene.elements] == [
        (ElementKind.ACTION, "He is very angry.", 6),
        (ElementKind.NOTE, "check", 6),
        (ElementKind.DIALOGUE, "Yes!", 10),
        (ElementKind.DIALOGUE, "No!", 13),
        (ElementKind.CAMERA, "CLOSE ON the ring", 15),
    ]
    tom = scene.elements[3]
    assert (tom.character, tom.extension) == ("TOM", "V.O.")
    assert (tom.parenthetical, tom.dual) == ("low", True)


def test_a_damaged_final_draft_file_shows_what_was_read_and_where_it_broke() -> None:
    script = play(FDX.replace("</DualDialogue>", "</DualDialog>"))
    assert [(p.code, p.line) for p in script.problems if p.code == "fdx-malformed"] == [
        ("fdx-malformed", 14)
    ]
    assert script.episodes[0].scenes[0].elements[-1].text == "No!"


@pytest.mark.parametrize(
    "definition",
    [
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "https://example.org/x.dtd"> %a;]>',
    ],
)
def test_a_final_draft_file_with_entities_is_refused(definition: str) -> None:
    bomb = FDX.replace("?>\n", f"?>\n{definition}\n").replace("No!", "&a;")
    with pytest.raises(EngineError) as refused:
        play(bomb)
    assert refused.value.code == "fdx-unsafe"


def test_xml_of_another_kind_is_refused_by_name() -> None:
    with pytest.raises(EngineError, match="<rss>"):
        play('<?xml version="1.0"?><rss><channel/></rss>')


def test_what_is_shown_before_a_colon_is_nobody_who_speaks() -> None:
    shown = [
        "SPLIT SCREEN: Mia and Tom.",
        "LETTER: Come home.",
        "NEWS: He is dead.",
        "短信：别回头。",
    ]
    script = "\n".join(["INT. ROOM - DAY", "", "MIA: Not mine.", *shown, "TOM: It is."])
    found = [(one.character, one.text) for one in elements(script)]
    assert found == [("MIA", "Not mine."), *[("", text) for text in shown], ("TOM", "It is.")]


def test_split_screens_and_letters_do_not_make_a_fountain_file_plain_text() -> None:
    script = "INT. ROOM - DAY\n\nMIA\nNot mine.\n\nSPLIT SCREEN: Mia and Tom.\n\nLETTER: Come.\n"
    assert play(script, "key.fountain").format == "fountain"
