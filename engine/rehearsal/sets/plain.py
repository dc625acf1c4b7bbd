"""A place without a set of its own, built from the words of its name: a base, and things in it."""

from collections.abc import Callable, Sequence

from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import indoors, outdoors, vehicles, waterside

Drawing = Callable[[Painter], None]

# Words as they stand in scene headings, English and Chinese; the first base that matches is built.
BASES: tuple[tuple[tuple[str, ...], Drawing], ...] = (
    (
        ("airplane", "plane", "cabin of the jet", "jet", "aircraft", "飞机", "机舱", "客舱"),
        vehicles.airplane,
    ),
    (
        ("train", "subway", "metro", "tram", "bus", "地铁", "火车", "车厢", "高铁", "公交"),
        vehicles.carriage,
    ),
    (("prison", "cell", "jail", "dungeon", "监狱", "牢", "看守所", "地牢"), indoors.prison),
    (
        ("church", "chapel", "cathedral", "altar", "abbey", "monastery", "pulpit", "教堂", "礼堂"),
        indoors.church,
    ),
    (
        ("stage", "theatre", "theater", "concert", "backstage", "舞台", "剧院", "戏台"),
        indoors.stage,
    ),
    (
        ("bathroom", "toilet", "restroom", "shower", "washroom", "浴室", "洗手间", "卫生间"),
        indoors.bathroom,
    ),
    (("classroom", "school", "lecture", "教室", "学校", "课堂"), indoors.classroom),
    (("library", "archive", "study", "bookshop", "图书馆", "书房", "书店"), indoors.library),
    (
        ("bar", "pub", "nightclub", "club", "tavern", "inn", "酒吧", "夜店", "酒馆", "客栈"),
        indoors.bar,
    ),
    (
        (
            "factory",
            "warehouse",
            "workshop",
            "garage",
            "lab",
            "laboratory",
            "engine",
            "工厂",
            "仓库",
            "车间",
            "实验室",
            "车库",
            "机房",
        ),
        indoors.factory,
    ),
    (("elevator", "lift", "电梯"), vehicles.elevator),
    (("cave", "cavern", "tunnel", "mine", "洞", "隧道", "矿"), outdoors.cave),
    (("ship", "boat", "deck", "yacht", "船", "甲板", "游艇"), waterside.deck),
    (
        ("beach", "shore", "coast", "sea", "ocean", "island", "海", "沙滩", "岸", "岛"),
        waterside.beach,
    ),
    (("desert", "dune", "wasteland", "沙漠", "荒原", "戈壁"), outdoors.desert),
    (
        (
            "lake",
            "river",
            "pond",
            "stream",
            "pool",
            "bridge",
            "dock",
            "湖",
            "河",
            "江",
            "池",
            "桥",
            "码头",
        ),
        waterside.lake,
    ),
    (("market", "bazaar", "fair", "stall", "市场", "集市", "夜市", "菜市"), outdoors.market),
    (("temple", "shrine", "pagoda", "庙", "寺", "祠", "道观", "塔"), outdoors.temple),
    (("grave", "cemetery", "tomb", "burial", "墓", "坟", "陵园"), outdoors.graveyard),
    (
        ("field", "farm", "meadow", "village", "countryside", "田", "农", "村", "草原"),
        outdoors.field,
    ),
    (("park", "garden", "campus", "yard", "公园", "花园", "校园", "院子"), outdoors.garden),
    (
        ("road", "highway", "parking", "gate", "entrance", "公路", "停车", "门口", "大门"),
        outdoors.road,
    ),
    (("camp", "tent", "battlefield", "营地", "帐篷", "战场"), outdoors.camp),
)


def chosen(place: str, bases: Sequence[tuple[tuple[str, ...], Drawing]] = BASES) -> Drawing | None:
    """The base whose words stand in the place's name: whole words, in Chinese any run."""
    name = place.lower()
    tokens = "".join(c if c.isalnum() else " " for c in name).split()
    singular = {token.removesuffix(end) for token in tokens for end in ("", "s", "es")}
    for words, drawing in bases:
        for word in words:
            if (word in singular) if word.isascii() and " " not in word else (word in name):
                return drawing
    return None


def build(p: Painter) -> None:
    drawing = chosen(p.dressing.place)
    if drawing is None:
        drawing = indoors.room if p.dressing.interior else outdoors.open_country
    drawing(p)
