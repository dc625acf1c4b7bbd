"""Things that can be held or shown, and writing that can be read on them."""

import re

from engine.contracts import InsertKind
from engine.script.lexicon.match import Lexicon, Words

# Names of props, as GestureCue.prop and Insert.text know them.
PROPS = Lexicon(
    {
        "ring": Words("ring, engagement ring, wedding ring", "戒指,婚戒,钻戒", "anillo, alianza"),
        "knife": Words("knife, dagger, blade", "刀,匕首", "cuchillo, puñal, navaja"),
        "gun": Words("gun, pistol, revolver, rifle", "手枪,枪", "pistola, arma, revólver"),
        "sword": Words("sword", "剑,长剑", "espada"),
        "photograph": Words(
            "photograph, photo, picture of, portrait",
            "照片,相片,合影,遗像",
            "foto, fotografía, retrato",
        ),
        "letter": Words(
            "letter, note, envelope, telegram, diary",
            "信,信封,遗书,纸条,日记",
            "carta, sobre, nota, diario",
        ),
        "phone": Words(
            "phone, cellphone, smartphone, mobile", "手机,电话", "teléfono, móvil, celular"
        ),
        "document": Words(
            "document, documents, contract, papers, file, folder, report, test result, will, "
            "certificate, "
            "chart",
            "文件,合同,协议,协议书,报告,鉴定书,遗嘱,病历,离婚书,证书,判决书,通知书,诊断书,证明书,欠条,"
            "结婚证,离婚证",
            "documento*, contrato, papeles, informe, testamento, expediente",
        ),
        "key": Words("key, keys", "钥匙", "llave*"),
        "necklace": Words(
            "necklace, locket, pendant, jade", "项链,吊坠,玉佩,玉坠", "collar, medallón, colgante"
        ),
        "glass": Words(
            "glass of, wine, champagne, cup, teacup, tea, coffee, goblet",
            "酒杯,红酒,香槟,茶杯,咖啡,茶",
            "copa, vaso, vino, taza, café",
        ),
        "money": Words(
            "money, cash, check, cheque, coin, coins, bills, credit card, black card, wallet",
            "钱,支票,现金,银行卡,黑卡,钱包",
            "dinero, cheque, billete*, moneda*, tarjeta",
        ),
        "bag": Words(
            "bag, suitcase, briefcase, backpack, box",
            "包,行李箱,箱子,盒子",
            "bolsa, maleta, maletín, caja",
        ),
        "flowers": Words(
            "flower*, bouquet, rose, roses", "花,鲜花,玫瑰,花束", "flores, ramo, rosa, rosas"
        ),
        "medicine": Words(
            "pill, pills, medicine, syringe, poison, vial",
            "药,药瓶,针管,毒药",
            "pastilla*, medicina, jeringa, veneno",
        ),
        "umbrella": Words("umbrella", "伞,雨伞", "paraguas"),
        "book": Words("book, notebook", "书,本子", "libro, cuaderno"),
        "pen": Words("pen", "钢笔,签字笔", "pluma, bolígrafo"),
        "coffin": Words("coffin, casket", "棺材,棺木,棺", "ataúd, féretro"),
        "candle": Words("candle*", "蜡烛", "vela*"),
        "clock": Words("clock, pocket watch, wristwatch, watch", "钟,怀表,手表,闹钟", "reloj"),
        "mirror": Words("mirror", "镜子", "espejo"),
        "mask": Words("mask", "面具", "máscara"),
        "crown": Words("crown, tiara", "皇冠,凤冠", "corona"),
        "laptop": Words(
            "laptop, computer, usb stick, usb drive", "电脑,硬盘", "portátil, ordenador"
        ),
        "camera": Words("camera, camcorder", "摄像头,相机,监控", "cámara"),
        "blood": Words("blood, bloodstain", "血,血迹", "sangre"),
        "shoes": Words("shoe, shoes, heels, boots", "皮鞋,高跟鞋,鞋", "zapato*, tacones"),
        "baby": Words("baby, infant, newborn", "婴儿,孩子抱", "bebé"),
        "stone": Words("stone, rock", "石头", "piedra"),
    }
)

# Where a quoted text stands; the first that fits a sentence decides the insert.
WRITINGS = Lexicon(
    {
        InsertKind.TEXT_MESSAGE: Words(
            "text message, a text, texts, message, messages, text from, dm, chat, whatsapp",
            "手机短信,短信,微信,消息,信息,聊天",
            "mensaje, mensajes, whatsapp, chat",
        ),
        InsertKind.PHONE_SCREEN: Words(
            "phone screen, caller id, phone shows, screen shows, screen reads, phone, screen, "
            "email, e-mail, laptop, display, calling",
            "手机屏幕,来电显示,屏幕,手机,电脑,来电,邮件",
            "pantalla, teléfono, móvil, celular, correo",
        ),
        InsertKind.NEWS: Words(
            "headline*, newspaper, news, tv, television, broadcast, ticker, reporter",
            "新闻,头条,报纸,电视,热搜",
            "noticia*, titular*, periódico, televisión, diario",
        ),
        InsertKind.LETTER: Words(
            "letter, note, envelope, document, documents, contract, paper, papers, diary, card, "
            "telegram, will, "
            "report, file, page, book, certificate, invitation, test result, test results, "
            "agreement, invoice, prenup, lease, diagnosis",
            "信,纸条,字条,便条,欠条,文件,合同,协议,协议书,遗书,遗嘱,日记,卡片,报告,鉴定书,请柬,"
            "圣旨,病历,本子,书,结婚证,离婚证",
            "carta, nota, sobre, documento*, contrato, papel*, tarjeta, testamento, informe, "
            "página, libro",
        ),
        InsertKind.SIGN: Words(
            "sign, signs, poster, billboard, plaque, banner, label, neon, gravestone, "
            "tombstone, wall, door, board, marquee, graffiti",
            "招牌,牌子,路牌,海报,横幅,墓碑,门牌,标语,匾额,墙上,广告牌",
            "cartel, letrero, póster, valla, placa, pancarta, lápida, señal, pared",
        ),
    }
)

READS = Lexicon(
    {
        True: Words(
            "reads, read, says, it reads, saying, written, writes, shows, labeled, labelled, "
            "it says, appears, from, pops up",
            "写着,写道,显示,上面写,内容,弹出,写,：,:",
            "dice, se lee, pone, escrito, muestra, aparece, de",
        )
    }
)

# What deserves to be seen alone when someone looks at it, finds it or hides it.
SHOWS = Lexicon(
    {
        True: Words(
            "notices, finds, stares at, discovers, reveals, hides, hidden, picks up, opens, "
            "pulls out, takes out, "
            "close on, insert, on her finger, on his finger, lays, touches, lights up, glows, "
            "buzzes, "
            "glints, drops, falls from, "
            "looks at, looks down at, slides, "
            "clutches, holds up, slips",
            "特写,戴着,看见,发现,掏出,拿出,捡起,打开,藏,掉落,掉,露出,攥,盯着,亮出,拍在,摘下",
            "descubre, encuentra, saca, esconde, recoge, abre, mira, deja caer, muestra, inserto",
        )
    }
)

# A ring that is on a hand.
WORN = re.compile(
    r"\bon (?:her|his|their|the|my|\w+'s) (?:\w+ )?(?:finger|hand)s?\b|\bwear(?:s|ing)\b"
    r"|戴|en (?:el|su) dedo|lleva puest",
    re.IGNORECASE,
)
# A name put under something. Neither "the signs" nor a language of hands.
SIGNING = re.compile(
    r"(?<!the )(?<!these )(?<!those )(?<!vital )(?<!no )\b(?:signs|signing)\b"
    r"(?!\s(?:to|of|with|off|in|up|for|are|say|read|out|on|from)\b)"
    r"|签(?:字(?!笔)|下|名|了|上)|\bfirma(?:n|ndo)?\b(?= el| la| su|[.,]|$)",
    re.IGNORECASE,
)

QUESTION_MARKS = "?？"
SAID = Lexicon(
    {
        True: Words(
            "said, says, asked, asks, whispered, whispers, replied, replies, shouted, shouts, "
            "cried, "
            "murmured, answered, muttered, yelled, screamed, told, added, begged, snapped",
            "说,道,问,喊,叫,答,吼,回答,低语,骂,哭道,笑道",
            "dijo, dice, preguntó, pregunta, respondió, susurró, gritó, exclamó, murmuró, contestó",
        )
    }
)
