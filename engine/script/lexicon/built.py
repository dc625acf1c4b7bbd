"""What a place without a set of its own is built from, by the words of its name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.script.lexicon.built_things import THINGS
from engine.script.lexicon.match import CJK, Hit, Lexicon, Words

# Names as engine.rehearsal.sets.plain knows them.
BASES = Lexicon(
    {
        "airplane": Words(
            "airplane, plane, cabin of the jet, jet, aircraft, plane cabin",
            "飞机,机舱,客舱",
            "avión",
        ),
        "carriage": Words(
            "train, subway, metro, tram, bus, train car",
            "地铁车厢,火车车厢,车厢,高铁,公交,公交车,火车,地铁",
            "tren, metro, vagón, autobús",
        ),
        "stage": Words(
            "stage, theatre, theater, concert, backstage, opera, circus",
            "舞台,剧院,戏台,后台,马戏",
            "escenario, teatro, circo",
        ),
        "bathroom": Words(
            "bathroom, toilet, restroom, shower, washroom, bathhouse, sauna",
            "浴室,洗手间,卫生间,厕所,澡堂,淋浴间,桑拿",
            "baño, aseo, ducha",
        ),
        "library": Words(
            "library, archive, archives, bookshop, bookstore, reading room",
            "图书馆,书店,档案室,藏书阁,图书室",
            "biblioteca, librería, archivo",
        ),
        "factory": Words(
            "factory, warehouse, workshop, engine room, mill, plant room, "
            "power station, forge, garage workshop, shipyard, boiler room, hangar",
            "工厂,仓库,车间,机房,厂房,作坊,发电厂,锅炉房,铁匠铺,船厂",
            "fábrica, almacén, taller, nave industrial",
        ),
        "lab": Words("lab, laboratory, clean room", "实验室,化验室,研究所", "laboratorio"),
        "cellar": Words(
            "cellar, wine cellar, basement, crypt, vault, bunker, dungeon, catacomb*, bodega",
            "地窖,酒窖,地牢,地下室,金库,地堡,密室,墓穴",
            "bodega, sótano, cripta, mazmorra, búnker",
        ),
        "cave": Words(
            "cave, cavern, tunnel, mine, grotto, sewer, sewers",
            "山洞,洞穴,洞,隧道,矿井,矿,下水道",
            "cueva, túnel, mina, gruta",
        ),
        "deck": Words(
            "ship, boat, deck, yacht, ferry, sailboat",
            "船,甲板,游艇,渡轮",
            "barco, cubierta, yate",
        ),
        "spaceship": Words(
            "spaceship, spaceship bridge, starship, space station, bridge of the ship, cockpit, "
            "control room, airlock, submarine, escape pod",
            "飞船,宇宙飞船,太空站,驾驶舱,控制室,潜艇,监控室",
            "nave espacial, estación espacial, submarino, sala de control",
        ),
        "desert": Words("desert, dune, dunes, wasteland", "沙漠,荒原,戈壁", "desierto, dunas"),
        "lake": Words(
            "lake, river, pond, stream, dock, pier, riverbank, waterfall, harbor, harbour, port, "
            "swamp, jetty",
            "湖,河,江,池塘,码头,瀑布,港口,河边,湖边,小溪,溪边,河畔,湖畔,沼泽",
            "lago, río, puerto, muelle, embarcadero, pantano, cascada",
        ),
        "market": Words(
            "market, bazaar, fair, stall, night market",
            "市场,集市,夜市,菜市场,庙会",
            "mercado, feria",
        ),
        "garden": Words(
            "park, campus, greenhouse, orchard, vineyard, playground, botanical garden",
            "公园,校园,温室,果园,葡萄园,操场,植物园,游乐场",
            "parque, invernadero, huerto, viñedo",
        ),
        "field": Words(
            "field, meadow, countryside, pasture, rice field, paddy",
            "田野,田间,草原,稻田,麦田,牧场,草地",
            "campo, prado, pradera",
        ),
        "road": Words(
            "road, highway, crossroads, gas station, petrol station, toll booth, border",
            "公路,高速,路口,加油站,收费站,边境",
            "carretera, autopista, gasolinera, frontera",
        ),
        "camp": Words(
            "camp, tent, battlefield, campsite, trench",
            "营地,帐篷,战场,军营,战壕",
            "campamento, trinchera",
        ),
        "museum": Words(
            "museum, gallery, exhibition, aquarium, planetarium, art gallery",
            "博物馆,美术馆,画廊,展览馆,展厅,水族馆,天文馆",
            "museo, galería, acuario, planetario",
        ),
        "country": Words(
            "lighthouse, tower, windmill, castle ruins, ruins, watchtower, wall, fortress, tomb, "
            "pyramid, volcano, moon, planet",
            "灯塔,塔楼,风车,废墟,城墙,要塞,火山,月球,星球,遗址",
            "faro, torre, molino, ruinas, muralla, fortaleza, volcán, luna",
        ),
        "room": Words(
            "room, hut, shack, attic, barn, stable, shed, booth, treehouse, igloo",
            "室,屋,房,阁楼,谷仓,马厩",
            "ático, granero, establo",
        ),
    }
)
OUTSIDE = frozenset(("desert", "lake", "market", "garden", "field", "road", "camp", "country"))

# The land round about, or what is seen of it through a window.
LANDS = Lexicon(
    {
        "sea": Words(
            "sea, seaside, beach, coast, coastal, ocean, island, harbor, harbour, port, cliff, bay",
            "海,海边,岛,沙滩,港",
            "mar, playa, costa, puerto, isla",
        ),
        "forest": Words("forest, woods, jungle, woodland", "森林,树林,丛林,林", "bosque, selva"),
        "mountain": Words(
            "mountain, mountains, hill, hills, peak, valley", "山,峰,谷", "montaña*, sierra, colina"
        ),
        "desert": Words("desert, dunes", "沙漠,戈壁", "desierto"),
        "snow": Words(
            "snow, snowy, arctic, frozen, igloo", "雪,冰原,北极", "nieve, nevad*, ártic*"
        ),
        "city": Words("city, town, downtown, urban", "城市,市区,镇", "ciudad, pueblo"),
        "space": Words(
            "space, moon, planet, spaceship, starship",
            "太空,月球,星球,飞船",
            "espacio, luna, planeta",
        ),
    }
)
# What walls and floor are of.
MATERIALS = Lexicon(
    {
        "stone": Words("stone, rock, granite, cobblestone", "石,岩", "piedra"),
        "wood": Words("wooden, wood, log, timber", "木", "madera"),
        "brick": Words("brick", "砖", "ladrillo"),
        "metal": Words("metal, steel, iron, tin, copper", "铁,钢,金属,铜", "metal, acero, hierro"),
        "glass": Words("glass, crystal", "玻璃,水晶", "cristal, vidrio"),
        "marble": Words("marble", "大理石,汉白玉", "mármol"),
        "concrete": Words("concrete, cement", "混凝土,水泥", "hormigón, cemento"),
        "bamboo": Words("bamboo", "竹", "bambú"),
        "ice": Words("ice, frozen, icy", "冰", "hielo, helad*"),
        "gold": Words("golden, gold, gilded", "金色,黄金,金碧", "dorad*, oro"),
        "tile": Words("tiled", "瓷砖", "azulejos"),
    }
)
SIZES = Lexicon(
    {
        "small": Words(
            "small, tiny, narrow, cramped, little", "小,狭窄,窄", "pequeñ*, estrech*, diminut*"
        ),
        "large": Words(
            "large, huge, vast, grand, giant, great, enormous",
            "大,巨大,宏伟",
            "gran, grande, enorme",
        ),
    }
)
STATES = Lexicon(
    {
        "ruined": Words(
            "abandoned, ruined, ruins, derelict, broken, burnt, burned, destroyed, haunted",
            "废弃,破,荒废,废墟,烧毁,鬼",
            "abandonad*, ruinas, derruid*, quemad*, embrujad*",
        ),
        "old": Words(
            "old, ancient, antique, rustic, dusty", "旧,老,古", "viej*, antigu*, polvorient*"
        ),
        "future": Words(
            "futuristic, neon, cyber, virtual, alien, high-tech, space",
            "未来,赛博,虚拟,外星,太空,科技",
            "futurista, virtual, espacial",
        ),
    }
)
HUES = Lexicon(
    {
        "#a8322e": Words("red, crimson, scarlet, blood", "红,血", "roj*"),
        "#2f5a9a": Words("blue, azure", "蓝", "azul*"),
        "#3f7a4c": Words("green, emerald", "绿,翠", "verde*"),
        "#d8b040": Words("yellow", "黄", "amarill*"),
        "#e8e4dc": Words("white, pale", "白", "blanc*"),
        "#2a2a32": Words("black, dark", "黑,暗", "negr*, oscur*"),
        "#8a5a9c": Words("purple, violet", "紫", "morad*, violeta"),
        "#d88aa0": Words("pink, rose", "粉", "rosa"),
    }
)
_SMALL_WORDS = re.compile(
    r"\b(?:the|a|an|of|in|on|at|by|and|to|with|from|for|near|inside|outside|int|ext|his|her|their|"
    r"my|el|la|los|las|un|una|de|del|en|y|con|al|su|s)\b|[的之里中外上下内边旁前后一处]",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """The name of a place, taken apart. Empty strings and tuples where it says nothing."""

    base: str
    material: str
    size: str
    state: str
    hue: str
    land: str
    things: tuple[str, ...]
    unread: tuple[str, ...]  # words that nothing is built from


def hits_in(lexicon: Lexicon[str], place: str) -> tuple[Hit[str], ...]:
    """What a name says in any of the languages: it is too short to tell which one it is in."""
    if CJK.search(place):
        return lexicon.hits(place, "zh")
    found = {
        (hit.start, hit.end): hit for tongue in ("en", "es") for hit in lexicon.hits(place, tongue)
    }
    return tuple(found[key] for key in sorted(found))


def head(place: str, hits: tuple[Hit[str], ...]) -> str:
    """Which of several bases a name is about: the last, but the first of "bodega del puerto"."""
    if not hits:
        return ""
    if re.search(r"\b(?:del|de la|de los|de las|de|of the|of)\b", place, re.IGNORECASE):
        return hits[0].key
    return hits[-1].key


def read(place: str) -> Reading:
    """Take the name of a place apart into what it can be built from."""
    bases = hits_in(BASES, place)
    said = {
        lexicon: hits_in(lexicon, place)
        for lexicon in (MATERIALS, SIZES, STATES, HUES, LANDS, THINGS)
    }
    spans = [(hit.start, hit.end) for hits in (bases, *said.values()) for hit in hits]

    def first(lexicon: Lexicon[str]) -> str:
        return next((hit.key for hit in said[lexicon]), "")

    return Reading(
        base=head(place, bases),
        material=first(MATERIALS),
        size=first(SIZES),
        state=first(STATES),
        hue=first(HUES),
        land=first(LANDS),
        things=tuple(dict.fromkeys(hit.key for hit in said[THINGS])),
        unread=tuple(_unread(place, spans)),
    )


def _unread(place: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    letters = list(place)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    rest = _SMALL_WORDS.sub(" ", "".join(letters))
    for found in _WORD.finditer(rest):
        word = found.group()
        if (len(word) > 2 or CJK.search(word)) and not word.lower().endswith(("'s", "’s")):
            yield word
