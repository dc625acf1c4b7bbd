"""What stands in a set and who fills it, by words; and who keeps out of sight."""

from engine.contracts import Expression
from engine.script.lexicon.match import Lexicon, Words

# Names as engine.rehearsal.sets.props knows them.
FURNITURE = Lexicon(
    {
        "coffin": Words("coffin, coffins, casket", "棺材,棺木,黑棺,棺,灵柩", "ataúd, féretro"),
        "flowers": Words(
            "flowers, wreath*, bouquets, lilies, white roses, funeral hall, funeral",
            "白花,花圈,鲜花,百合,灵堂,葬礼",
            "flores, corona de flores, lirios, funeral",
        ),
        "candles": Words("candles, candlelight, candlelit", "蜡烛,烛光,白烛,香烛", "velas"),
        "portrait": Words(
            "framed portrait, framed photograph, her portrait, his portrait", "遗像,画像", "retrato"
        ),
        "table": Words(
            "at the table, on the table, dining table, long table",
            "桌边,桌上,餐桌,长桌,桌前",
            "en la mesa, a la mesa",
        ),
        "desk": Words("desk, behind his desk, at her desk", "办公桌,书桌,写字台", "escritorio"),
        "bed": Words("hospital bed, on the bed, in bed, bedside", "床上,床边,病床", "cama"),
        "sofa": Words("sofa, couch, on the sofa", "沙发", "sofá"),
        "piano": Words("piano, grand piano", "钢琴", "piano"),
        "grave": Words(
            "graveyard, cemetery, grave, gravestone, tombstone, headstone",
            "墓地,墓园,墓碑,坟",
            "cementerio, tumba, lápida",
        ),
    }
)

# Kinds as engine.rehearsal.sets.crowd knows them.
CROWDS = Lexicon(
    {
        "mourners": Words("mourner, mourners, mourning crowd", "吊唁,送葬,前来吊唁", "dolientes"),
        "guests": Words(
            "guests, crowd, crowds, onlookers, the whole hall, the whole room, the whole table, "
            "the entire room, the room gasps, "
            "bystanders, audience, everyone stares, everyone gasps, everyone turns, spectators, "
            "partygoers, the party, the ballroom, wedding guests, all eyes, reporters",
            "宾客,全场,众人,围观,来宾,所有人,人群,满堂,观众,客人们,记者,一片哗然",
            "invitados, multitud, público, todos miran, la sala entera, curiosos, periodistas",
        ),
        "guards": Words(
            "guards, bodyguards, security guards, policemen, officers, police officers",
            "保镖,警察们,保安,打手,黑衣人",
            "guardias, guardaespaldas, policías",
        ),
        "soldiers": Words("soldiers, troops, imperial guards", "侍卫,士兵,禁军,御林军", "soldados"),
        "courtiers": Words(
            "courtiers, ministers, concubines, maids, eunuchs, servants",
            "大臣,群臣,文武百官,百官,太监,宫女,丫鬟,妃嫔,下人",
            "cortesanos, sirvientes",
        ),
        "staff": Words(
            "board members, directors, shareholders, employees, colleagues, coworkers, staff, "
            "executives, jury, jurors",
            "董事们,股东,员工,同事,高管,众董事,陪审",
            "empleados, accionistas, directivos, compañeros, jurado",
        ),
        "patients": Words("patients, nurses, doctors", "病人们,护士们,医生们", "pacientes"),
        "students": Words("students, classmates, pupils", "学生们,同学们,同学", "estudiantes"),
        "passers": Words(
            "passers-by, passersby, pedestrians, shoppers, commuters, diners, customers",
            "路人,行人,顾客,食客,乘客",
            "transeúntes, peatones, clientes",
        ),
    }
)
COLLECTIVE = ("宾客", "众人", "群众", "路人", "群臣", "guests", "crowd", "mourners", "extras")

# What a crowd shows all at once.
TOGETHER = Lexicon(
    {
        Expression.SHOCK: Words(
            "gasp*, stunned, murmur*, freezes, freeze, stare*, turns, falls silent, whisper*",
            "惊呼,哗然,惊,倒吸,议论,愣,安静,回头,窃窃",
            "jade*, murmur*, susurr*, se queda",
        ),
        Expression.JOY: Words(
            "laugh*, cheer*, applau*, clap*, smile*", "笑,欢呼,鼓掌,掌声", "ríe*, aplau*, vitore*"
        ),
        Expression.FEAR: Words("scream*, panic*, flee*", "尖叫,惊慌,逃", "grita*, huye*"),
        Expression.ANGER: Words("boo*, shout*, jeer*", "怒,骂,起哄", "abuche*"),
    }
)

# What is drawn between the lens and who hides, where it is not called as in UNSEEN.
VEILS = {"door": "pane", "window": "pane"}
# Who is there and is not seen by the others, and what is between.
UNSEEN = Lexicon(
    {
        # Who comes through a door in sight of all does not hide.
        "": Words(
            "bursts through the door, runs through the door, walks through the door, comes through "
            "the door, steps through the door, storms through the door, rushes through the door, "
            "goes through the door, crashes through the door, charges through the door"
        ),
        "door": Words(
            "glass of the door, glass door, behind the dark glass of the door, behind the door, "
            "through the door, through the keyhole, through the crack, outside the door, "
            "in the doorway unseen",
            "门后,门缝,门外偷,玻璃门后,门外看",
            "tras la puerta, detrás de la puerta",
        ),
        "window": Words(
            "behind the dark glass, behind the glass, through the glass, through the window, "
            "outside the window, at the window",
            "玻璃后,窗外,隔着玻璃",
            "tras el cristal, por la ventana",
        ),
        "backs": Words(
            "nobody sees, no one sees, nobody notices, no one notices, unseen, unnoticed, "
            "watches from behind, watches from the back, watching from the back, in the crowd",
            "没有人看见,没人看见,没人注意,无人注意,最后一排,人群里,人群中",
            "nadie la ve, nadie lo ve, entre la multitud",
        ),
        "darkness": Words(
            "hides behind, hides in, hiding behind, hiding in, hidden behind, watches from the, "
            "watching from, behind the curtain, behind a pillar, behind the pillar, eavesdrop*, "
            "peeks, peers through, spies on, from the shadows, in the shadows",
            "躲在,藏在,偷看,偷听,暗处,角落里看,窗帘后,柱子后",
            "escondid*, se esconde, espía, desde las sombras",
        ),
    }
)
