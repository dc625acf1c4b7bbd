"""Things and doings that nothing here draws: what a director should hear of before rendering."""

import re

from engine.contracts import SetKind
from engine.script.lexicon.match import Lexicon, Words, tongue

_THINGS = """
    motorbike motorcycle bike bicycle scooter moped truck lorry van bus tram helicopter chopper
    airplane aeroplane plane aircraft boat rowboat yacht ferry submarine kayak canoe raft tractor
    bulldozer ambulance wagon sled sleigh skateboard wheelchair stretcher gurney stroller pram
    spaceship rocket ufo drone parachute locomotive
    dog puppy cat kitten horse pony donkey cow goat sheep lamb pig chicken rooster wolf fox lion
    tiger elephant monkey gorilla snake lizard crocodile alligator shark dolphin whale frog toad
    rabbit deer stag rat mouse squirrel spider bee wasp butterfly moth scorpion eagle falcon owl
    crow raven pigeon parrot peacock swan goose penguin turtle tortoise camel panda kangaroo dragon
    unicorn dinosaur raccoon hedgehog hamster goldfish
    machete axe hatchet spear crossbow grenade bomb cannon chainsaw screwdriver crowbar shovel rope
    ladder handcuffs flashlight lantern grindstone anvil binoculars telescope microscope compass
    chandelier crate barrel television typewriter fridge refrigerator microwave toaster kettle
    fireplace violin guitar cello trumpet flute saxophone harmonica accordion gramophone jukebox
    radio aquarium cradle hammock statue sculpture fountain scarecrow snowman tent trampoline
    carousel escalator robot hologram portal ghost skeleton skull zombie alien wings halo rainbow
    tornado avalanche volcano meteor comet waterfall tsunami searchlight
    cake pizza sandwich burger soup noodles dumplings bread banana popcorn watermelon
    cigarette cigar lighter ashtray bottle thermos bowl vase basket bucket broom mop kite balloon
    doll teddy puppet chessboard dice trophy medal map hourglass needle scissors blindfold
    handkerchief pillow blanket mannequin microphone tripod easel paintbrush crutches stethoscope
    bandage headphones wig helmet
"""
# Words that are verbs or adjectives as often: things only behind "the", "a", "her", a number.
_EITHER_WAY = """
    bear bat duck dove fly hawk saw drill hammer chain train ship tank jet bull fish drum orange
    pipe plate swing fan net cage trap whip torch wrench crane cart carriage oven piano safe globe
    flag towel parcel toy wave apple egg pie cheese cookie
"""
_PLURALS = {"wolf": "wolves", "mouse": "mice", "goose": "geese", "torch": "torches"}
_SAME = ("dice", "sheep", "deer", "aircraft", "noodles", "dumplings", "wings", "handcuffs")


def _forms(words: str) -> frozenset[str]:
    """With their plurals."""
    out = set()
    for word in words.split():
        plural = f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
        if word.endswith("y") and word[-2] not in "aeou":
            plural = f"{word[:-1]}ies"
        out |= {word} if word in _SAME else {word, _PLURALS.get(word, plural)}
    return frozenset(out)


THINGS, EITHER_WAY = _forms(_THINGS), _forms(_EITHER_WAY)
THINGS_HAN = re.compile(
    "摩托车?|自行车|电动车|三轮车|大?卡车|货车|公交车|大巴|救护车|警车|消防车|直升机|战斗机|无人机|火箭|飞船|"
    "坦克|拖拉机|马车|轿子|轮椅|婴儿车|小船|渔船|轮船|游艇|快艇|帆船|木筏|潜艇|热气球|降落伞|"
    "(?<![走热])狗|(?<!熊)猫(?!头)|[白黑战骏]马|黄牛|山羊|绵羊|老虎|狮子|狗熊|大象|猴子|毒?蛇|老鼠|兔子|松鼠|"
    "蝙蝠|蜘蛛|蜜蜂|蝴蝶|蝎子|老鹰|猫头鹰|乌鸦|鸽子|鹦鹉|孔雀|天鹅|金鱼|鲨鱼|鲸鱼|海豚|乌龟|青蛙|骆驼|熊猫|"
    "巨龙|凤凰|麒麟|恐龙|(?<!野)狼(?!狈)|狐狸|"
    "砍刀|斧头|长矛|弓箭|手榴弹|炸弹|大炮|猎枪|电锯|铁?锤子|铁锤|扳手|撬棍|铁锹|铲子|麻?绳子?|梯子|铁链|"
    "手铐|鞭子|手电筒|火把|灯笼|探照灯|望远镜|显微镜|指南针|吊灯|水晶灯|木箱|油桶|电视机?|打字机|冰箱|烤箱|"
    "微波炉|洗衣机|壁炉|小提琴|吉他|大提琴|古筝|古琴|琵琶|二胡|笛子|唢呐|收音机|留声机|鱼缸|摇篮|秋千|雕像|"
    "石像|雕塑|喷泉|帐篷|雪人|稻草人|旋转木马|摩天轮|机器人|鬼魂|骷髅|僵尸|外星人|翅膀|彩虹|龙卷风|雪崩|"
    "火山|流星|瀑布|海啸|蛋糕|披萨|面条|饺子|面包|苹果|橙子|香蕉|鸡蛋|西瓜|糖葫芦|火锅|香烟|雪茄|打火机|"
    "烟灰缸|酒瓶|瓶子|保温杯|盘子|花瓶|篮子|水桶|扫帚|拖把|风筝|气球|布娃娃|玩偶|玩具|木偶|棋盘|骰子|奖杯|"
    "奖牌|旗帜|地图|地球仪|沙漏|剪刀|手帕|扇子|枕头|毛毯|毛巾|话筒|麦克风|画架|画笔|拐杖|听诊器|耳机|遥控器|"
    "头盔|安全帽|假发|麻袋|鸟?笼子|鸟笼|包裹"
)
THINGS_ES = frozenset(
    """
    moto motocicleta bicicleta camioneta helicóptero avioneta barca velero submarino tractor
    ambulancia trineo cohete dron paracaídas perro perra gato gata caballo burro vaca cabra oveja
    cerdo gallina lobo zorro león tigre elefante mono serpiente lagarto cocodrilo tiburón delfín
    ballena rana conejo ciervo rata ratón ardilla araña abeja mariposa águila halcón búho cuervo
    paloma loro cisne dragón machete hacha lanza granada bomba cañón motosierra pala cuerda
    escalera esposas linterna candelabro barril televisor televisión nevera violín guitarra
    trompeta flauta estatua fuente tienda robot fantasma esqueleto calavera pastel pizza pan
    cigarro cigarrillo puro botella jarrón cesta cubo escoba cometa globo muñeca muñeco mapa
    tijeras almohada manta micrófono lámpara casco
    """.split()  # noqa: SIM905 - a list of words to read
)

DOINGS = Lexicon(
    {
        True: Words(
            "juggles, juggling, swims, swimming, dives, diving, paints, painting, typing, "
            "types, cooks, cooking, fries, bakes, baking, kneads, kneading, chops, chopping, "
            "slices, stirs, stirring, pours, pouring, drinks, drinking, sips, sipping, gulps, "
            "eats, eating, chews, chewing, smokes, smoking, digs, digging, sews, sewing, knits, "
            "knitting, sweeps the, sweeping the, mops, mopping, scrubs the, scrubbing, washes, "
            "washing, showers, bathes, shaves, shaving, shoots, shooting, reloads, strangles, "
            "strangling, wrestles, wrestling, fights, fighting, rides, riding, gallops, pedals, "
            "rows, sails, skis, skates, skating, surfs, fishes, fishing, hunts, feeds, feeding, "
            "strokes the, unties, unlocks, sharpens, sharpening, polishes, somersaults, "
            "cartwheels, hops, limps, limping, tiptoes, salutes, waves at, waves to, waves "
            "goodbye, winks, whistles, spits on, spits at, vomits, sneezes, coughs, coughing, "
            "yawns, yawning, snores, snoring, headbutts, tackles, tickles, massages, handcuffs "
            "him, handcuffs her, blindfolds, swings from, swings across, plays the, playing "
            "the, plays a, somersault, flies a, flies over, flies off, hovers, hovering, "
            "writes, writing, draws a, cartwheel, crawls under",
            "弹钢琴,弹琴,弹吉他,拉小提琴,拉二胡,吹笛,打鼓,骑马,骑车,骑着,开枪,射击,射箭,游泳,跳水,潜水,"
            "画画,写字,打字,做饭,炒菜,切菜,揉面,倒酒,倒茶,倒水,喝酒,喝茶,喝水,吃饭,吃着,喝着,咀嚼,"
            "抽烟,点烟,叼着,挖坑,挖土,织毛衣,绣花,扫地,拖地,擦地,擦桌,洗碗,洗脸,洗澡,梳头,化妆,"
            "掐住,摔跤,搏斗,打斗,厮杀,比武,练剑,舞剑,放飞,放风筝,钓鱼,打猎,浇花,喂,绑住,捆住,撬开,"
            "磨刀,擦枪,翻墙,翻跟头,爬树,攀爬,敬礼,挥手,招手,吹口哨,呕吐,打喷嚏,咳嗽,打哈欠,打呼噜,"
            "按摩,背起,扛起,飞了出去,飞起来",
            "nada, pinta, cocina un, amasa, corta la, corta el, bebe, come, fuma, cava, cose, "
            "teje, barre, friega, lava, dispara, estrangula, lucha, cabalga, rema, navega, "
            "esquía, patina, pesca, caza, afila, silba, escupe, vomita, estornuda, tose, "
            "bosteza, ronca, toca la, toca el, vuela, sobrevuela, escribe, conduce una",
        )
    }
)
# Verbs of which one sees all there is to see by seeing who it is.
SHOWN_BY_BEING = frozenset(
    """
    is was has does says seems waits wears lives knows thinks listens hears remembers breathes
    pauses stops remains stays lets tries wants needs begins starts continues keeps speaks talks
    understands believes feels wakes considers decides hangs loves hates means owes manages
    finishes joins meets happens goes gets makes becomes belongs exists hopes wishes expects waits
    lingers rests settles lies looms towers dies survives recovers obeys agrees refuses ignores
    forgets
    learns recognizes recognises studies examines inspects checks lurks hovers works returns
    concentrates relaxes calms guesses wonders doubts trusts owns costs likes misses helps
    sleeps sees watches faces leads gives takes puts sets turns looks and's its this us
    """.split()  # noqa: SIM905 - a list of words to read
)
SHOWN_BY_BEING_HAN = re.compile(
    "[是有在没不也都还就正要想说问道叫喊答听等住穿戴身心眼脸满一两的之与和跟同及被让把]|知道|觉得|沉默|停|继续|"
    "开始|终于|突然|已经|准备|决定|记得|来自|成为|依然|仍|独自|默默"
)
# What may stand between a subject and its verb, and subjects that are a part of somebody.
LEADING = "then|just|also|still|now|never|always|again|both|each|himself|herself"
BODY_PARTS = "foot|hand|finger|fist|arm|mouth|jaw|knee|leg|shoulder"
# What a thing does that a drawing of it does not show.
MOTIONS = re.compile(
    r"\b(?:falls|crashes|drops|topples|collapses|explodes|cae|se cae)\b"
    r"|坠落|掉落|砸|倒塌|爆炸",
    re.IGNORECASE,
)
# What sets bring along.
OF_SETS: dict[SetKind, str] = {
    SetKind.BALLROOM: "chandelier chandeliers 吊灯 水晶灯 candelabro",
    SetKind.PALACE: "lantern lanterns 灯笼",
    SetKind.COURTYARD: "lantern lanterns 灯笼",
    SetKind.KITCHEN: "fridge refrigerator oven bowl 冰箱 nevera",
    SetKind.COURTROOM: "flag flags 旗帜",
    SetKind.ALLEY: "pipe pipes",
}
VEHICLES = re.compile(
    r"motorbike|motorcycle|truck|lorry|\bvan|\bbus|helicopter|tank|摩托|卡车|货车|公交|大巴|直升机|坦克"
    r"|警车|救护车|\bmoto",
    re.IGNORECASE,
)
# Parentheticals that speak of timing, address or loudness, which the voice or nothing needs.
TECHNICAL = re.compile(
    r"\W*(?:(?:a |long |short |another |slight )*(?:beat|pause|silence)\b|then\b|and$|cont|"
    r"continuing|to |at |into |in (?:a |the |an )?[a-z]+$|on |over |off|re[: ]|aside|sotto|quiet|"
    r"soft|loud|slow|quick|fast|whisper|after |under |low\b|simultaneous|interrupt|overlap|"
    r"trailing|sing|as |v\.?o|o\.?s|filtered|reading|calling|calls|more\b|not |without |finally|"
    r"again|still|dual|subtitle|停顿|顿|沉默|对|向|低声|轻声|小声|大声|继续|电话|画外|旁白|内心|独白|"
    r"pausa|a |al |en |bajo)",
    re.IGNORECASE,
)
# Transitions that are made as they are written: one picture after the other.
PLAIN_CUTS = re.compile(
    r"\b(?:(?:SMASH |MATCH |JUMP |HARD |TIME |QUICK |INTER)?CUT(?:S|TING)?"
    r"(?: (?:TO|BACK|BETWEEN|WITH|IN))?"
    r"|BACK TO|LATER|CONTINUED|CONTINUOUS|THE END|END(?:S| OF)?|CORTE(?: A)?|FIN)\b"
    r"|切(?:至|到|回|换)|转场|闪回|回到|续|完",
    re.IGNORECASE,
)
# "a robot dance": the word before is no thing of its own.
MODIFIES = re.compile(r"\s(?:dance|costume|suit|story|joke|food|lover|person|trainer|show|house)\b")
# "the dark glass of the door" is nothing one drinks from.
STUFF = re.compile(r"glass of (?:the|a|an|her|his|their)\b", re.IGNORECASE)
_COUNTED = r"(?:[一那这几两三]?[只条辆台架艘把个盏头匹块]|突然|远处的?)?"
_BEGINS = {
    "zh": re.compile(rf"\W*{_COUNTED}(?:{THINGS_HAN.pattern})"),
    "es": re.compile(rf"\W*(?:el|la|un|una|los|las)\s(?:{'|'.join(sorted(THINGS_ES))})\b", re.I),
}


def begins_with_a_thing(text: str, language: str) -> bool:
    """Whether a Chinese or Spanish sentence is about a thing, and not about who was there."""
    begins = _BEGINS.get(tongue(text, language))
    return begins is not None and begins.match(text) is not None
