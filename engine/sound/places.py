"""What a place sounds like by its name, where its set alone does not say it."""

from functools import lru_cache

Layer = tuple[str, float]  # name of a bed, its level in dB: RMS of its loudest moment

# Words of English, Chinese and Spanish; the layers come instead of those of the set.
_NAMED: tuple[tuple[str, tuple[Layer, ...]], ...] = (
    (
        "sea,beach,ocean,shore,harbor,harbour,dock,pier,island,海,沙滩,码头,港口,岛,playa,mar,muelle",
        (("waves", -36.0), ("wind", -50.0)),
    ),
    (
        "river,stream,creek,lake,waterfall,riverbank,brook,河,溪,湖,江边,瀑布,río,lago,arroyo",
        (("stream", -38.0), ("air", -50.0)),
    ),
    (
        "train,subway,metro,railway,火车,地铁,高铁,车厢,tren,metro",
        (("rails", -37.0),),
    ),
    (
        "bar,pub,club,nightclub,casino,tavern,酒吧,夜店,赌场,夜总会,酒馆,discoteca,taberna,cantina",
        (("crowd", -36.0), ("crockery", -42.0), ("air", -48.0)),
    ),
    (
        "factory,warehouse,server,laboratory,lab,control room,工厂,仓库,机房,实验室,"
        "fábrica,almacén",
        (("machines", -41.0),),
    ),
    (
        "prison,cell,dungeon,basement,cellar,tunnel,cave,sewer,监狱,牢,地下室,地窖,山洞,地道,"
        "prisión,celda,sótano,cueva,túnel",
        (("drops", -41.0), ("air", -50.0)),
    ),
    (
        "cemetery,graveyard,grave,墓,坟,陵园,cementerio,tumba",
        (("wind", -43.0), ("silent_night", -46.0)),
    ),
    (
        "station,airport,terminal,lobby,mall,supermarket,车站,机场,大堂,商场,超市,estación,aeropuerto",
        (("crowd", -39.0), ("ventilation", -46.0)),
    ),
    (
        "school,classroom,playground,学校,教室,操场,escuela,aula",
        (("crowd", -46.0), ("air", -48.0)),
    ),
    (
        "cabin,fireplace,hearth,campfire,木屋,壁炉,篝火,chimenea,cabaña,hoguera",
        (("fire", -42.0), ("air", -50.0)),
    ),
    (
        "study,library,archive,书房,图书馆,档案,biblioteca,archivo",
        (("clock", -46.0), ("air", -50.0)),
    ),
)
# Seconds of reverberation and its amount, by words.
_ROOMS: tuple[tuple[str, tuple[float, float]], ...] = (
    ("cathedral,church,temple,chapel,教堂,寺,庙,祠堂,iglesia,catedral", (2.4, 0.2)),
    ("cave,tunnel,dungeon,sewer,山洞,地道,地牢,cueva,túnel", (1.9, 0.2)),
    ("bathroom,washroom,pool,浴室,洗手间,卫生间,泳池,baño,piscina", (0.9, 0.16)),
    ("cell,basement,cellar,garage,牢房,地下室,地窖,车库,celda,sótano", (0.9, 0.13)),
    ("factory,warehouse,hangar,工厂,仓库,fábrica,almacén", (1.8, 0.14)),
)


@lru_cache(maxsize=256)
def air_by_name(place: str) -> tuple[Layer, ...]:
    """The beds of a place of this name; none where the set is to say it."""
    return next((layers for words, layers in _NAMED if _named(place, words)), ())


@lru_cache(maxsize=256)
def room_by_name(place: str) -> tuple[float, float] | None:
    """Seconds of reverberation and its amount; None where the set is to say it."""
    return next((room for words, room in _ROOMS if _named(place, words)), None)


def _named(place: str, words: str) -> bool:
    """A Chinese word counts anywhere in the name, others only as a whole word."""
    told = f" {' '.join(''.join(c if c.isalnum() else ' ' for c in place.casefold()).split())} "
    return any(
        (f" {word} " in told or f" {word}s " in told) if word[0] < "\u3000" else word in told
        for word in words.split(",")
    )
