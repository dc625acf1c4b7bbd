"""A place gets the same set in every language that scripts are written in."""

import pytest

from engine.contracts import Bible, Scene, SetKind, Setting
from engine.script.lexicon.built import read
from engine.script.staging.places import dress

# One line for each kind of place that the English list knows: in English, in Chinese.
PAIRS = """
rooftop 天台|balcony 阳台|helipad 停机坪|alley 小巷|underpass 地下通道|street 街道|road 公路
sidewalk 人行道|city 城市|town 小镇|square 广场|bus stop 公交站|crossing 十字路口|bridge 桥
market 菜市场|train station 火车站|entrance 入口|outside 门外|gate 城门|parking lot 停车场
harbor 港口|dock 码头|boardroom 董事会|conference room 会议室|headquarters 总部|office 办公室
police station 警察局|precinct 派出所|interrogation room 审讯室|lab 实验室|library 图书馆
classroom 教室|school 学校|newsroom 报社|bank 银行|control room 控制室|studio 工作室|hospital 医院
clinic 诊所|ward 病房|icu 重症监护室|emergency room 急诊室|operating room 手术室
nurse station 护士站|ambulance 救护车|morgue 太平间|palace 皇宫|throne room 金銮殿|castle 城堡
temple 寺庙|shrine 神社|church 教堂|monastery 修道院|courtyard 庭院|garden 花园|backyard 后院
lawn 草坪|park 公园|cemetery 墓园|playground 游乐场|pool 游泳池|bedroom 卧室|hotel room 酒店房间
hotel suite 酒店套房|dormitory 宿舍|nursery 婴儿房|bathroom 卫生间|dressing room 更衣室|cell 牢房
prison 监狱|motel 旅馆|living room 客厅|apartment 公寓|house 屋里|home 家里|lounge 休息室
mansion 豪宅|villa 别墅|cabin 木屋|cottage 农舍|attic 阁楼|basement 地下室|kitchen 厨房
dining room 饭厅|pantry 储藏室|café 咖啡馆|restaurant 餐馆|noodle shop 面馆|bar 酒吧|diner 饭馆
pub 酒馆|teahouse 茶馆|nightclub 夜总会|shop 商店|store 超市|bakery 面包店|inn 客栈|car 车内
taxi 出租车|van 面包车|truck 卡车|bus 公交车|train 火车|plane 飞机|back seat 后座|carriage 马车
subway 地铁|boat 小船|spaceship 飞船|cockpit 驾驶舱|ballroom 舞厅|banquet hall 宴会厅|wedding 婚礼
party 派对|auction 拍卖会|stage 舞台|theater 剧院|casino 赌场|red carpet 红毯|courtroom 法庭
courthouse 法院|forest 森林|woods 树林|grove 竹林|meadow 草地|field 田野|swamp 沼泽|stream 小溪
river 河边|lake 湖边|camp 营地|farm 农场|beach 沙滩|island 小岛|sea 大海|shore 海岸|mountain 山
peak 山顶|cliff 悬崖|hill 山坡|canyon 峡谷|desert 沙漠|cave 山洞|valley 山谷|ridge 山脊|hall 大厅
funeral home 殡仪馆|lobby 大堂|corridor 走廊|foyer 门厅|gym 健身房|warehouse 仓库|elevator 电梯
hotel 酒店|village 村庄
stairs 楼梯|airport 机场|museum 博物馆|gallery 画廊|arena 竞技场|stadium 体育场|auditorium 报告厅
conference center 会展中心|factory 工厂|garage 车库|tunnel 隧道|vault 金库
"""
NAMED = [pair.rsplit(" ", 1) for line in PAIRS.split("\n") for pair in line.split("|") if pair]


def of(place: str, language: str) -> SetKind:
    scene = Scene(
        number="1",
        heading=place,
        setting=Setting.UNSAID,
        place=place,
        time=None,
        line=1,
        elements=(),
    )
    return dress(scene, Bible(), language, 1)[0].set


# One for each set, in Spanish.
SPANISH = """
azotea|callejón|calle|sala de juntas|oficina|hospital|palacio|jardín|dormitorio|salón|cocina|bar
coche|boda|tribunal|bosque|montaña|vestíbulo|mansión|suite|pasillo|ascensor|comisaría|celda
escuela|habitación de hospital|discoteca|restaurante|aeropuerto|iglesia|templo|tienda|gimnasio
garaje|aldea|playa|puente|cementerio|fábrica|cafetería
"""


def test_every_set_has_words_in_every_language() -> None:
    sets = set(SetKind)
    assert {of(english, "en") for english, _ in NAMED} == sets
    assert {of(chinese, "zh-Hans") for _, chinese in NAMED} == sets
    places = [place for line in SPANISH.split("\n") for place in line.split("|") if place]
    assert {of(place, "es") for place in places} == sets


@pytest.mark.parametrize(("english", "chinese"), NAMED)
def test_a_place_has_the_same_set_in_english_and_chinese(english: str, chinese: str) -> None:
    assert of(english, "en") is of(chinese, "zh-Hans")
    assert read(english).base == read(chinese).base or of(english, "en") is not SetKind.PLAIN
    assert read(english).base or of(english, "en") is not SetKind.PLAIN


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("老街面馆", SetKind.RESTAURANT),
        ("酒店走廊", SetKind.CORRIDOR),
        ("医院走廊", SetKind.HOSPITAL),
        ("顾氏集团总部会议室", SetKind.BOARDROOM),
        ("火车站月台", SetKind.AIRPORT),
        ("地铁车厢", SetKind.PLAIN),
        ("上海街头", SetKind.STREET),
        ("侯府后院", SetKind.COURTYARD),
        ("大理寺", SetKind.COURTROOM),
    ],
)
def test_of_several_words_of_a_chinese_place_the_right_one_wins(place: str, kind: SetKind) -> None:
    assert of(place, "zh-Hans") is kind


@pytest.mark.parametrize(
    ("place", "left_out"),
    [
        ("an abandoned flower factory", ()),
        ("海边灯塔", ()),
        ("la bodega del puerto", ()),
        ("spaceship bridge", ()),
        ("Oskar quantum laboratory", ("Oskar", "quantum")),
    ],
)
def test_a_place_without_a_set_is_built_from_its_words_and_the_rest_is_reported(
    place: str, left_out: tuple[str, ...]
) -> None:
    scene = Scene(
        number="1",
        heading=place,
        setting=Setting.UNSAID,
        place=place,
        time=None,
        line=1,
        elements=(),
    )
    dressing, note = dress(scene, Bible(), "es" if place.startswith("la ") else "en", 1)
    assert dressing.set is SetKind.PLAIN
    assert (note.code if note else "") == ("place-in-part" if left_out else "")
    assert all(word in (note.message if note else "") for word in left_out)


def test_a_place_of_unknown_words_is_reported_with_the_default_that_is_taken() -> None:
    for setting, default in ((Setting.INT, "a plain room"), (Setting.EXT, "open country")):
        scene = Scene(
            number="1",
            heading="ZORGLUB",
            setting=setting,
            place="ZORGLUB",
            time=None,
            line=1,
            elements=(),
        )
        _, note = dress(scene, Bible(), "en", 1)
        assert note is not None
        assert note.code == "unknown-place"
        assert default in note.message
