"""Sounds, effects, weather, moods and turns by words."""

from enum import StrEnum

from engine.contracts import EffectKind, Mood, Sound, TimeOfDay, Weather
from engine.script.lexicon.match import Lexicon, Words

SOUNDS = Lexicon(
    {
        Sound.THUNDER: Words(
            "thunder*, lightning", "雷声,打雷,雷电,惊雷,闪电,电闪雷鸣", "trueno*, relámpago*"
        ),
        Sound.KNOCK: Words(
            "knock*", "敲门", "golpes en la puerta, llaman a la puerta, toca la puerta"
        ),
        Sound.DOOR: Words(
            "door, doors, gate slams",
            "门开,开门,推门,关门,摔门,门被,门口的门,大门打开,夺门",
            "puerta, portazo",
        ),
        Sound.SLAP: Words("slap*, smack*", "耳光,巴掌,掌掴,啪", "bofetada, abofete*, cachetad*"),
        Sound.GLASS: Words(
            "glass shatters, shatter*, smash*, glass breaks, breaks a glass, crashes to the floor",
            "碎,打碎,玻璃碎,摔碎,酒杯落地",
            "vidrios, cristal*, se rompe, estalla en pedazos",
        ),
        Sound.GUNSHOT: Words(
            "gunshot*, shot rings, gun fires, fires a gun, fires the gun, fires a shot, shoots",
            "枪声,枪响,开枪,一枪",
            "disparo*, dispara*, balazo*",
        ),
        Sound.FALL: Words(
            "collaps*, faints, falls to the floor, falls to the ground, falls to her knees, "
            "falls to his knees, drops to her knees, drops to his knees, hits the ground",
            "倒地,晕倒,昏倒,瘫倒,跌倒,摔倒,倒下,跪倒,扑通",
            "se desploma, se desmaya, cae al suelo, cae de rodillas",
        ),
        Sound.GASP: Words(
            "everyone gasps, the room gasps, the crowd gasps, guests gasp, collective gasp",
            "哗然,倒吸一口,全场震惊,众人惊呼",
            "todos jadean, gritos ahogados",
        ),
        Sound.APPLAUSE: Words("applau*, clapping, ovation, claps", "鼓掌,掌声", "aplaus*, ovación"),
        Sound.KEYS: Words("keys, keychain", "钥匙", "llaves, llavero"),
        Sound.IMPACT: Words(
            "crash*, thud, bang*, slam*, explo*, punch*, collid*, boulder, boom",
            "砰,轰,撞,爆炸,巨响,摔,一拳,拍桌",
            "explo*, choca, estruendo, choque",
        ),
        Sound.PHONE_RING: Words(
            "phone rings, phone ring, telephone rings, ringing, ringtone, phone is ringing, "
            "cell rings",
            "电话响,手机响,铃声,来电",
            "suena el teléfono, suena su teléfono, suena el móvil, "
            "suena el celular, teléfono suena",
        ),
        Sound.PHONE_BUZZ: Words("phone buzzes, buzz*, vibrat*", "震动,手机震", "vibra, zumba"),
        Sound.MESSAGE: Words(
            "text message, new message, a message, texts, text from, notification, ping, email, dm",
            "短信,微信,消息,信息,弹出",
            "mensaje, notificación, whatsapp",
        ),
        Sound.FOOTSTEPS: Words(
            "footstep*, walks, steps, strides, paces, runs, hikes, climbs, marches, approaches, "
            "heels",
            "脚步,走来,走进,走向,走出,踱步,高跟鞋,跑",
            "pasos, camina, corre, avanza, tacones",
        ),
        Sound.HEART_MONITOR: Words(
            "heart monitor, monitor beeps, flatline*, beep, beeps, beeping",
            "心电,监护仪,滴滴,仪器",
            "monitor, pitido*",
        ),
        Sound.HEARTBEAT: Words(
            "heartbeat, heart pounds, heart races, heart pounding", "心跳", "latido*"
        ),
        Sound.CAR: Words(
            "car, cars, engine, brakes, tires, tyres, drives, truck, taxi, motorcycle, honk*",
            "汽车,刹车,车灯,引擎,豪车,轿车,卡车,出租车,跑车,驶来",
            "coche*, carro*, auto, autos, motor, frenos, camión, taxi",
        ),
        Sound.BELL: Words(
            "bell, bells, gong, chime*, toll*", "钟声,铃铛,敲钟,锣", "campana*, timbre"
        ),
        Sound.CROWD: Words(
            "crowd*, guests, audience, murmur*, reporters, cheers",
            "众人,人群,宾客,议论,记者,全场",
            "multitud, invitados, público, murmullo*",
        ),
        Sound.BIRDS: Words("bird*, seagull*", "鸟鸣,鸟叫,鸟", "pájaro*, gaviota*"),
        Sound.CRICKETS: Words("cricket*, cicada*", "蝉鸣,虫鸣,蛐蛐", "grillo*, cigarra*"),
        Sound.PAPER: Words(
            "paper, papers, letter, contract, document, documents, envelope, file, folder, "
            "photograph, "
            "divorce papers",
            "文件,信,合同,协议,病历,信封,照片,报告,圣旨,纸",
            "papel*, carta, contrato, documento*, sobre, foto",
        ),
        Sound.FIRE: Words(
            "fire, flame*, burns, burning, blaze*, blazing",
            "着火,火焰,大火,燃烧,火光",
            "fuego, llama*, arde, incendio",
        ),
        Sound.WIND: Words("wind, windy, gust*, breeze", "狂风,风声,大风,寒风", "viento, ráfaga*"),
        Sound.RAIN: Words("rain*, downpour, drizzle", "雨", "lluvia, llueve, aguacero"),
        Sound.WHOOSH: Words(
            "swoosh*, whoosh*, flies past, zips", "呼啸,掠过,飞过", "silba, pasa volando"
        ),
        Sound.CLOTH: Words(
            "embrac*, hugs, kneels, coat, cloak, sheet",
            "拥抱,抱住,跪,外套,披上",
            "abraz*, abrigo, manta",
        ),
    }
)

EFFECTS = Lexicon(
    {
        EffectKind.FIRE: Words(
            "fire, flame, flames, on fire, burning, burns, burn, blaze, blazing, inferno, wildfire",
            "着火,火焰,大火,燃烧,烈火,火海,起火,火光,失火",
            "fuego, llamas, incendio, arde, ardiendo",
        ),
        EffectKind.EMBERS: Words(
            "ember*, ash, ashes, smoulder*, smolder*, bonfire, campfire",
            "余烬,灰烬,篝火",
            "brasas, ceniza*, hoguera",
        ),
        EffectKind.SPARKS: Words(
            "spark*, fireworks, electric*, short-circuit*, welding",
            "火花,烟花,电火花,火星",
            "chispa*, fuegos artificiales",
        ),
        EffectKind.PETALS: Words(
            "petal*, blossom*, cherry tree", "花瓣,落花,樱花,桃花", "pétalo*, flores caen"
        ),
        EffectKind.LIGHTNING: Words("lightning", "闪电,电闪雷鸣,惊雷", "relámpago*, rayo*"),
        EffectKind.SPEED_LINES: Words(
            "sprint*, races, speeds, screech*, zoom*, lunges, dashes, bolts, flies down, chase, "
            "chases, chasing, "
            "charges",
            "飞奔,狂奔,疾驰,飞驰,冲向,冲过来,急刹",
            "a toda velocidad, persigue, se lanza, derrapa",
        ),
        EffectKind.FREEZE_TITLE: Words(
            "freeze frame, freezes on, freeze on, frame freezes, image freezes",
            "定格,画面静止",
            "se congela, imagen congelada, congelado",
        ),
        EffectKind.SPLIT_SCREEN: Words(
            "split screen, split-screen, splitscreen",
            "分屏,画面一分为二,分割画面",
            "pantalla dividida, pantalla partida",
        ),
        EffectKind.FLASH: Words(
            "camera flash*, flashbulb*, flash of light, explo*, paparazzi, white light, "
            "blinding light, whites out, white-out",
            "闪光灯,白光,爆炸",
            "flash, destello, explo*",
        ),
        EffectKind.SHAKE: Words(
            "tremble*, earth shakes, earthquake, ground shakes, quake*, thud",
            "地震,剧烈晃动,轰",
            "terremoto, tiembla la tierra",
        ),
    }
)

WEATHERS = Lexicon(
    {
        Weather.STORM: Words(
            "storm, stormy, thunder*, lightning, hurricane",
            "暴风雨,雷雨,电闪雷鸣,打雷,惊雷,闪电",
            "tormenta, truenos",
        ),
        Weather.RAIN: Words(
            "rain, raining, rains, rainy, downpour, drizzle, pouring",
            "大雨,下雨,雨夜,雨中,暴雨,细雨,雨水,雨",
            "lluvia, llueve, lloviendo, aguacero",
        ),
        Weather.SNOW: Words(
            "snow, snowing, snowy, blizzard, snows",
            "大雪,下雪,雪花,飘雪,雪地,雪夜,风雪",
            "nieve, nieva, nevada",
        ),
        Weather.FOG: Words("fog, foggy, mist, misty, haze", "大雾,雾气,浓雾,雾", "niebla, bruma"),
        Weather.WIND: Words(
            "windy, high wind, gust, gusts, gale", "狂风,大风,寒风,风声", "viento, vendaval"
        ),
    }
)

# What a scene is lit by, besides the hour: a moving light of `SetDressing`.
LAMPS = Lexicon(
    {
        "police": Words(
            "police lights, police car*, squad car*, patrol car*, sirens, siren",
            "警车,警灯,警笛",
            "patrulla, patrullas, sirena, sirenas",
        ),
        "candle": Words("candle*, candlelight, candlelit", "蜡烛,烛光,红烛", "vela, velas"),
        "neon": Words("neon", "霓虹", "neón"),
        "blinds": Words("blinds", "百叶窗", "persianas"),
        "phone": Words(
            "phone light, light of a phone, light of the phone, glow of a phone, phone's glow, "
            "glow of the phone, glow of her phone, glow of his phone",
            "手机的光,手机微光,屏幕的光",
            "luz del móvil, luz del celular",
        ),
    }
)

TIMES = Lexicon(
    {
        TimeOfDay.DAWN: Words(
            "dawn, sunrise, daybreak, first light, early morning",
            "清晨,黎明,拂晓,凌晨,天亮,晨",
            "amanecer, alba, madrugada",
        ),
        TimeOfDay.DUSK: Words(
            "dusk, sunset, evening, twilight, magic hour",
            "黄昏,傍晚,日落,夕阳",
            "atardecer, ocaso, anochecer, crepúsculo",
        ),
        TimeOfDay.NIGHT: Words(
            "night, midnight, moonlight, moonlit, late at night",
            "夜,深夜,晚上,午夜,月光",
            "noche, medianoche, luna",
        ),
        TimeOfDay.DAY: Words(
            "day, noon, morning, afternoon, midday",
            "日,白天,中午,上午,下午",
            "día, mañana, tarde, mediodía",
        ),
    }
)

MOODS = Lexicon(
    {
        Mood.MENACE: Words(
            "knife, gun, blood, kill*, threat*, dark figure, corpse, danger*, villain*, "
            "murder*, weapon, shadowy, evil, gang",
            "刀,枪,血,杀,威胁,黑影,尸体,危险,阴森,绑架,狞笑",
            "cuchillo, pistola, sangre, amenaz*, cadáver, peligr*, asesin*, arma",
        ),
        Mood.SHOCK: Words(
            "shock*, gasp*, slap*, stunned, explo*, scream*, crash*",
            "震惊,耳光,巴掌,惊呆,哗然,爆炸,尖叫",
            "impact*, bofetada, grit*, explo*",
        ),
        Mood.SAD: Words(
            "tears, cry*, cries, weep*, funeral, grave, rain, alone, dying, sob*, coffin, "
            "mourning, deathbed, grief",
            "哭,泪,葬礼,墓,雨,病床,哽咽,遗像,绝望,跪",
            "llor*, lágrimas, funeral, tumba, lluvia, sola, solo, muere",
        ),
        Mood.TENSION: Words(
            "storm, lightning, thunder*, nervous*, stare*, glare*, silence, tense, trembl*, "
            "waits, door, boardroom, "
            "contract, argue*, confront*, angry, hurr*, runs, chase*, divorce, afraid, sign",
            "雷雨,闪电,暴风雨,紧张,对峙,盯着,沉默,冷,质问,争吵,合同,离婚,怒,追",
            "nervios*, tens*, silencio, tiembl*, contrato, divorcio, enfrent*, furios*",
        ),
        Mood.MYSTERY: Words(
            "mysterious, mystery, secret*, hidden, strange, fog, mist, locked, shadow*, "
            "whisper*, puzzled, stranger, envelope",
            "神秘,秘密,诡异,雾,暗处,陌生,信封,面具",
            "misteri*, secret*, extrañ*, niebla, sombra*, oculto",
        ),
        Mood.TRIUMPH: Words(
            "triumph*, victory, applau*, cheer*, wins, crown*, throne, spectacular, glory",
            "胜利,欢呼,掌声,登基,王者,气场,震撼,全场起立",
            "triunf*, victoria, aplaus*, corona, gloria",
        ),
        Mood.COMIC: Words(
            "geek*, silly, goofy, clumsy, laugh*, slips, awkward*, dance, horrible robot, "
            "grins, trips over, techno",
            "滑稽,搞笑,大笑,尴尬,笨拙,逗",
            "torpe, ridícul*, risa, ríe, tontería, graciosa",
        ),
        Mood.TENDER: Words(
            "kiss*, embrac*, hug*, wedding, gentl*, candle*, smil*, baby, petals, tender*, sunset",
            "吻,拥抱,婚礼,温柔,烛光,微笑,婴儿,花瓣,夕阳",
            "besa, besan, beso, abraz*, boda, vela*, sonrí*, bebé, ternura",
        ),
        Mood.CALM: Words(
            "calm, quiet, peaceful, beautiful, sunny, garden, meadow, breakfast",
            "平静,宁静,阳光,花园,早餐",
            "tranquil*, soleado, jardín, desayuno",
        ),
    }
)


class Turn(StrEnum):
    """What a line or an action does to the story."""

    REVEAL = "reveal"
    BLOW = "blow"
    THREAT = "threat"


TURNS = Lexicon(
    {
        Turn.REVEAL: Words(
            "pregnant, divorce*, your father, your mother, your brother, your sister, your son, "
            "your daughter, my son, my daughter, i'm his wife, my wife, my husband, alive, dead, "
            "died, the truth, secret, betray*, murder*, killed, adopted, heir, fake, the real, "
            "dna, cancer, dying, i know who, i know what, remember me, never loved, "
            "marry me, it was you, it was me, i am your, i'm your, i own, fired, bankrupt, "
            "my name is, "
            "reveals, revealing, turns out, realizes, realises, recognizes, recognises, "
            "stares at, it's him, it's her, spoke, appears, notices",
            "怀孕,离婚,亲生,真相,秘密,背叛,杀了,死了,没死,还活着,总裁,继承人,假的,真正的,癌症,"
            "绝症,是我干的,原来是你,是你干的,身份,失忆,不记得,认出,竟然是,原来,嫁给我,亲子鉴定,"
            "破产,女儿,"
            "儿子,戒指,揭开,露出",
            "embarazada, divorci*, tu padre, tu madre, tu hermano, tu hermana, mi hijo, mi hija, "
            "vivo, viva, muert*, murió, la verdad, secreto, traicion*, asesin*, mató, hereder*, "
            "fals*, "
            "cáncer, fuiste tú, fui yo, soy tu, soy el dueño, soy la dueña, reconoce, descubre, "
            "revela",
        ),
        Turn.BLOW: Words(
            "bang, slap, slaps, slapped, punch, punches, punched, smashes, slams, crashes, crash, "
            "explodes, "
            "explosion, shoots, gunshot, strikes, hits him, hits her, kicks, shoves, stabs, "
            "shatters, "
            "a great thud, knocks him, knocks her, collides",
            "耳光,巴掌,一拳,撞上,撞飞,爆炸,枪响,踹,一脚,推倒,刺,砸,摔碎,砰,拍桌,掌掴,轰",
            "bofetada, abofetea, puñetazo, golpea, estrella, explota, dispara, patea, empuja, "
            "apuñala, choca, estruendo",
        ),
        Turn.THREAT: Words(
            "kill you, you'll pay, you will pay, destroy, regret this, never see, last chance, "
            "over my dead body, i'll ruin, watch me, try me, get out",
            "杀了你,付出代价,毁了你,后悔,休想,最后一次,滚,让你,等着瞧",
            "te mato, vas a pagar, lo vas a lamentar, última oportunidad, fuera",
        ),
    }
)

# The sound as letters on the picture, by language column.
LETTERED: dict[Sound, Words] = {
    Sound.SLAP: Words("SMACK!", "啪！", "¡PLAF!"),
    Sound.IMPACT: Words("BOOM!", "砰！", "¡PUM!"),
    Sound.GUNSHOT: Words("BANG!", "砰！", "¡BANG!"),
    Sound.GLASS: Words("CRASH!", "哗啦！", "¡CRASH!"),
    Sound.THUNDER: Words("KRAKOOM!", "轰隆！", "¡BRUUUM!"),
    Sound.KNOCK: Words("KNOCK KNOCK", "咚咚咚", "TOC TOC"),
    Sound.PHONE_RING: Words("RIIING", "叮铃铃", "¡RIIING!"),
    Sound.PHONE_BUZZ: Words("BZZZT", "嗡——", "BZZZT"),
}
