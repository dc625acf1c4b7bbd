"""Persons by the nouns and titles they are given."""

from typing import NamedTuple

from engine.contracts import Wardrobe
from engine.script.lexicon.match import Lexicon, Words


class Kind(NamedTuple):
    """What a noun or title says about a person; empty means nothing."""

    presentation: str = ""
    age: int = 0
    wardrobe: str = ""
    build: str = ""
    hair: str = ""
    signature: str = ""


# "a nurse", "MRS. HALE", 顾总, 奶奶: the words of a name or of an introduction.
KINDS = Lexicon(
    {
        Kind("woman", 70): Words(
            "old woman, grandmother, grandma, granny, elderly woman, abuela*, crone, nana",
            "奶奶,外婆,姥姥,老太太,老妇,老妇人,婆婆,老夫人,祖母",
            "anciana, abuela, viejita",
        ),
        Kind("man", 72): Words(
            "old man, grandfather, grandpa, elderly man, granddad, abuelo, elder",
            "爷爷,外公,老爷爷,老头,老人,老爷子,祖父,老者,老汉",
            "anciano, abuelo, viejo",
        ),
        Kind("woman", 9, "dress", "slim"): Words(
            "little girl, girl child, schoolgirl, daughter, young girl",
            "小女孩,女童,小姑娘,女娃",
            "niña, hijita",
        ),
        Kind("man", 9, "tshirt", "slim"): Words(
            "little boy, boy, schoolboy, young boy, kid, child",
            "小男孩,男孩,男童,小孩,孩子,娃",
            "niño, chico pequeño, chiquillo",
        ),
        Kind("woman", 19, "sweater", "slim"): Words(
            "girl, teenage girl, teen girl, co-ed",
            "少女,女孩,姑娘,女生,女学生",
            "chica, muchacha, jovencita",
        ),
        Kind("man", 19, "hoodie", "slim"): Words(
            "teenager, teenage boy, teen, youth, student",
            "少年,男生,学生,小伙子,男学生",
            "chico, muchacho, adolescente, estudiante",
        ),
        Kind("woman", 32): Words(
            "young woman, woman, lady, wife, bride, mrs, mrs., ms, ms., miss, madam, madame, "
            "ma'am, sister, girlfriend, fiancée, mistress, female, aunt, her sister, widow",
            "女人,女子,女士,小姐,太太,夫人,妻子,老婆,新娘,姐姐,妹妹,姐,妹,女友,未婚妻,女,阿姨,"
            "姑姑,嫂子,闺蜜,前妻,千金",
            "mujer, señora, señorita, esposa, novia, hermana, tía, dama, sra, sra., viuda",
        ),
        Kind("woman", 52): Words(
            "mother, mom, mum, mama, mommy, mother-in-law, stepmother",
            "妈妈,母亲,妈,娘,继母,岳母,林母,顾母,母",
            "madre, mamá, suegra, madrastra, doña",
        ),
        Kind("man", 55): Words(
            "father, dad, papa, daddy, father-in-law, stepfather",
            "爸爸,父亲,爸,爹,岳父,林父,顾父,父,老爷",
            "padre, papá, suegro, padrastro",
        ),
        Kind("man", 34): Words(
            "young man, man, guy, gentleman, husband, groom, mr, mr., sir, brother, boyfriend, "
            "fiancé, male, uncle, dude, son, fellow, stranger, ex-husband",
            "男人,男子,先生,丈夫,老公,新郎,哥哥,弟弟,哥,弟,男友,未婚夫,男,叔叔,大叔,少爷,公子,"
            "前夫,路人甲,司机,路人",
            "hombre, señor, esposo, marido, novio, hermano, don, tío, caballero, sr, sr., hijo, "
            "tipo",
        ),
        Kind("", 0, "doctor_coat"): Words(
            "doctor, dr, dr., surgeon, physician, scientist, professor",
            "医生,大夫,主任,医师,教授,院长",
            "doctor, doctora, médico, médica, cirujano, científico",
        ),
        Kind("woman", 28, "scrubs", "", "bun"): Words("nurse, midwife", "护士,护工", "enfermera"),
        Kind("man", 35, "uniform", "broad", "short"): Words(
            "police officer, officer, policeman, cop, detective, sergeant, captain, soldier, "
            "security guard, guard, guards, bodyguard, security, general, colonel, sheriff, "
            "lieutenant, pilot, firefighter, bouncer",
            "警察,警官,保安,保镖,士兵,侍卫,队长,将军,军官,刑警,守卫",
            "policía, oficial, soldado, guardia, detective, capitán, sargento, guardaespaldas",
        ),
        Kind("man", 36, "suit", "", "side_part"): Words(
            "ceo, boss, chairman, president, director, executive, businessman, lawyer, "
            "attorney, judge, manager, banker, billionaire, tycoon, mayor, butler, host, agent, "
            "senator, minister, reporter, anchor",
            "总裁,董事长,老板,经理,律师,法官,总,董事,秘书,助理,主持人,管家,记者,股东",
            "jefe, director, presidente, abogado, juez, gerente, empresario, alcalde, "
            "mayordomo, periodista",
        ),
        Kind("woman", 30, "suit", "", "updo"): Words(
            "secretary, businesswoman, chairwoman, assistant, spokeswoman, hostess",
            "女总裁,女秘书,女助理,女律师",
            "secretaria, jefa, directora, presidenta, abogada, jueza",
        ),
        Kind("man", 40, "hanfu", "", "topknot"): Words(
            "emperor, prince, monk, wizard, sage, guru, priest, swordsman, lord, sorcerer",
            "皇上,皇帝,王爷,太子,皇子,将士,侠客,道士,师父,公公,太监,丞相,大人,和尚,朕,世子,殿下",
            "emperador, príncipe, monje, mago, sabio, sacerdote",
        ),
        Kind("woman", 27, "hanfu", "", "updo", "hairpin"): Words(
            "empress, princess, concubine, priestess",
            "皇后,公主,贵妃,妃,娘娘,太后,宫女,丫鬟,王妃,郡主,婢女",
            "emperatriz, princesa, sacerdotisa",
        ),
        Kind("man", 50, "robe", "", "", "hat"): Words("king", "国王,大王", "rey"),
        Kind("woman", 45, "gown", "", "updo", "necklace"): Words("queen", "女王", "reina"),
        Kind("", 0, "apron"): Words(
            "waiter, waitress, chef, cook, maid, bartender, barista, housekeeper, baker, "
            "servant, florist, vendor",
            "服务员,厨师,女佣,佣人,保姆,店员,酒保,摊主,老板娘",
            "camarero, camarera, mesero, mesera, cocinero, criada, sirvienta, vendedor",
        ),
        Kind("man", 45, "rags"): Words(
            "beggar, homeless man, tramp, hobo, prisoner, slave",
            "乞丐,流浪汉,囚犯",
            "mendigo, vagabundo, preso, prisionero",
        ),
        Kind("man", 33, "jacket", "broad"): Words(
            "driver, mechanic, gangster, thug, biker, courier, delivery man, delivery guy, "
            "taxi driver, worker, kidnapper, robber, thief, hiker, henchman",
            "混混,打手,快递员,外卖员,外卖小哥,工人,绑匪,劫匪,小偷,黑衣人",
            "chofer, conductor, matón, mensajero, obrero, ladrón, secuestrador, repartidor",
        ),
    }
)

# How wardrobe kinds are coloured when the kind fixes it; others take a person's own colour.
FIXED_WARDROBE: dict[str, Wardrobe] = {
    "scrubs": Wardrobe(kind="scrubs", color="#5fb3b3", second="#e8f4f4", accent="#2d7d8a"),
    "doctor_coat": Wardrobe(
        kind="doctor_coat", color="#f2f4f5", second="#4a6fa5", accent="#c0d6df"
    ),
    "uniform": Wardrobe(kind="uniform", color="#22304f", second="#141c30", accent="#d4af37"),
    "rags": Wardrobe(kind="rags", color="#6b5b4b", second="#4a3f35", accent="#8a7a66"),
}

# What someone is said to wear.
WORN = Lexicon(
    {
        "suit": Words("suit, tuxedo, tux, business attire", "西装,西服,礼服男", "traje, esmoquin"),
        "gown": Words(
            "gown, evening dress, wedding dress, ball gown",
            "礼服,婚纱,晚礼服,长裙",
            "vestido de noche, vestido de novia, vestida de novia",
        ),
        "dress": Words("dress, skirt, sundress", "连衣裙,裙子,裙", "vestido, falda"),
        "coat": Words(
            "coat, trench coat, overcoat, raincoat, cloak",
            "大衣,风衣,外套,雨衣,斗篷",
            "abrigo, gabardina, capa",
        ),
        "hoodie": Words("hoodie, sweatshirt", "卫衣,连帽衫", "sudadera"),
        "sweater": Words("sweater, cardigan, pullover", "毛衣,针织衫", "suéter, jersey"),
        "jacket": Words("jacket, leather jacket, denim", "夹克,皮衣,牛仔", "chaqueta, chamarra"),
        "tshirt": Words("t-shirt, tee, tank top", "T恤,背心", "camiseta"),
        "blouse": Words("blouse", "衬衫女,上衣", "blusa"),
        "school_uniform": Words("school uniform", "校服", "uniforme escolar"),
        "uniform": Words(
            "uniform, armor, armour, badge", "制服,军装,警服,铠甲", "uniforme, armadura"
        ),
        "hanfu": Words(
            "hanfu, silk robe, imperial robe, kimono",
            "龙袍,汉服,古装,长袍,凤袍,宫装",
            "túnica de seda",
        ),
        "robe": Words(
            "hospital gown, robe, bathrobe, nightgown, pajamas, pyjamas, lotus position",
            "浴袍,睡衣,睡袍,病号服",
            "bata, pijama, túnica, camisón",
        ),
        "apron": Words("apron", "围裙", "delantal"),
        "rags": Words(
            "rags, tattered, dirty clothes, ragged", "破衣,衣衫褴褛,破烂", "harapos, andrajos"
        ),
    }
)

WEARS = Lexicon(
    {
        True: Words(
            "wearing, wears, dressed in, in a, in an, in his, in her, clad in",
            "穿着,身穿,穿,身着,一身,一袭,戴着",
            "viste, vestido de, vestida de, lleva, con un, con una",
        )
    }
)

# Colours of clothes: the first colour of the outfit that comes nearest.
COLORS = Lexicon(
    {
        "#c0392b": Words("red, crimson, scarlet", "红", "rojo, roja"),
        "#1f4e79": Words("blue, navy", "蓝", "azul"),
        "#e9e4d8": Words("white, cream, ivory, beige", "白", "blanco, blanca, beige"),
        "#2e7d5b": Words("green, emerald", "绿", "verde"),
        "#e0a526": Words("yellow, gold, golden", "黄,金", "amarillo, amarilla, dorado, dorada"),
        "#5b3a8c": Words("purple, violet", "紫", "morado, morada"),
        "#24252b": Words("black, dark", "黑", "negro, negra"),
        "#d97b93": Words("pink", "粉", "rosa"),
        "#3fa7c4": Words("light blue, turquoise, cyan", "浅蓝,天蓝", "celeste, turquesa"),
        "#7a4b2b": Words("brown, leather", "棕,褐", "marrón, café"),
        "#e8743b": Words("orange", "橙", "naranja"),
        "#8b97a8": Words("grey, gray, silver", "灰,银", "gris"),
    }
)

HAIRS = Lexicon(
    {
        "bald": Words("bald, shaved head", "光头,秃头", "calvo, calva"),
        "buzz": Words("buzz cut, crew cut, cropped hair", "寸头,平头", "pelo rapado"),
        "ponytail": Words("ponytail, pony tail", "马尾", "coleta, cola de caballo"),
        "bun": Words("bun, hair up", "发髻,丸子头,盘发", "moño"),
        "braid": Words("braid, braids, braided, plait*", "辫子,麻花辫", "trenza*"),
        "bob": Words("bob, short hair", "短发,齐耳", "pelo corto, melena corta"),
        "long": Words("long hair, flowing hair", "长发,披肩", "pelo largo, melena"),
        "wavy": Words("wavy hair, waves", "卷发,波浪", "pelo ondulado"),
        "curly_short": Words("curly, curls", "自来卷", "rizad*, rizos"),
        "afro": Words("afro", "爆炸头", "afro"),
        "hijab": Words("hijab, headscarf, veil", "头巾,面纱", "hiyab, velo"),
        "topknot": Words("topknot, man bun", "束发", "moño alto"),
        "spiky": Words("spiky, mohawk, punk", "刺猬头,朋克", "punk, de punta"),
    }
)

HAIR_COLORS = Lexicon(
    {
        "#d8b26a": Words("blond, blonde, golden hair, fair-haired", "金发", "rubi*"),
        "#9b3a22": Words("redhead, red hair, red-haired, ginger, auburn", "红发", "pelirroj*"),
        "#b9bcc2": Words(
            "grey hair, gray hair, silver hair, white hair, grey-haired, gray-haired, "
            "silver-haired, white-haired",
            "白发,银发,花白",
            "canos*, pelo blanco",
        ),
        "#4a2f20": Words("brunette, brown hair, brown-haired", "棕发,褐发", "castañ*"),
        "#17151a": Words("black hair, dark hair, dark-haired, raven", "黑发", "pelo negro, moren*"),
    }
)

BUILDS = Lexicon(
    {
        "slim": Words(
            "slim, thin, skinny, slender, petite, frail, lean, gaunt, bony, wiry, delicate",
            "瘦,纤细,苗条,单薄,瘦弱",
            "delgad*, flac*, esbelt*, frágil",
        ),
        "broad": Words(
            "muscular, burly, strong, broad, athletic, well-built, stocky, hulking, tall, "
            "strapping",
            "强壮,魁梧,高大,健壮,壮",
            "musculos*, fuerte, fornid*, corpulent*, atlétic*, alto, alta",
        ),
        "heavy": Words(
            "fat, heavy, overweight, plump, chubby, obese, portly, round, stout",
            "胖,肥,臃肿,富态",
            "gord*, obes*, rechonch*",
        ),
    }
)

SKINS = Lexicon(
    {
        "#f3d3bd": Words(
            "white, caucasian, pale, fair-skinned, scandinavian, irish",
            "白人,白皙",
            "blanc*, pálid*",
        ),
        "#6f4630": Words(
            "black man, black woman, african, african-american, dark-skinned, black, nigerian",
            "黑人",
            "negr*, african*, afro*",
        ),
        "#efc9a4": Words(
            "asian, chinese, korean, japanese, vietnamese", "亚洲,华人", "asiátic*, chin*, japones*"
        ),
        "#a9714b": Words(
            "indian, south asian, pakistani, tamil, middle eastern, arab, persian",
            "印度,中东",
            "indio, india, árabe*",
        ),
        "#c98f68": Words(
            "latina, latino, hispanic, mexican, tan, tanned, olive-skinned, brown-skinned",
            "小麦色",
            "latin*, mexican*, bronceado",
        ),
    }
)

SIGNATURES = Lexicon(
    {
        "scar": Words("scar, scarred", "疤,伤疤,刀疤", "cicatriz"),
        "earrings": Words("earring, earrings", "耳环,耳坠", "pendientes, aretes"),
        "scarf": Words("scarf", "围巾,丝巾", "bufanda, pañuelo"),
        "hairpin": Words("hairpin, hair clip", "发簪,簪子,发夹", "horquilla, pasador"),
        "necklace": Words("necklace, pendant, locket, pearls", "项链,吊坠,珍珠", "collar, perlas"),
        "ring": Words("signet ring", "扳指", "sello"),
        "watch": Words("watch, wristwatch, rolex", "手表,名表", "reloj"),
        "mole": Words("mole, beauty mark", "痣,泪痣", "lunar"),
        "eyepatch": Words("eyepatch, one-eyed, eye patch", "眼罩,独眼", "parche"),
        "hat": Words(
            "hat, cap, fedora, crown, turban",
            "帽子,鸭舌帽,皇冠,斗笠",
            "sombrero, gorra, corona",
        ),
        "headband": Words("headband, bandana, bandage", "头带,绷带", "diadema, venda"),
        "bag": Words("satchel, handbag, backpack", "背包,挎包", "bolso, mochila"),
    }
)

FACIAL_HAIRS = Lexicon(
    {
        "beard": Words("beard, bearded", "胡须,大胡子,长须", "barba, barbudo"),
        "moustache": Words("moustache, mustache", "小胡子,八字胡", "bigote"),
        "stubble": Words("stubble, unshaven", "胡茬", "sin afeitar"),
    }
)

GLASSES = Lexicon(
    {True: Words("glasses, spectacles, bespectacled", "眼镜,金丝", "gafas, lentes, anteojos")}
)
OLD = Lexicon(
    {
        68: Words(
            "old, elderly, aged, wrinkled, ancient",
            "老,年迈,苍老",
            "anciano, anciana, viejo, vieja, mayor",
        ),
        50: Words("middle-aged, fifties", "中年,五十", "de mediana edad"),
        24: Words("young, twenties, youthful", "年轻,二十", "joven"),
        16: Words("teenage, teen, adolescent", "十几岁,少年,少女", "adolescente"),
        8: Words("child, little, toddler, kid", "小孩,幼,七岁,八岁", "pequeñ*, niño, niña"),
    }
)
ANDROGYNOUS = Lexicon(
    {
        True: Words(
            "any gender, nonbinary, non-binary, androgynous, genderless, robot, android, alien",
            "中性,机器人",
            "no binari*, andrógin*, robot",
        )
    }
)
HE = Lexicon({True: Words("he, him, his, himself", "他", "él")})
SHE = Lexicon({True: Words("she, her, hers, herself", "她", "ella")})
# Said to more than one.
YOU_ALL = Lexicon(
    {
        True: Words(
            "both of you, you two, the two of you, all of you, you all, everyone, everybody, "
            "gentlemen, my friends",
            "你们,各位,诸位,大家",
            "ustedes, vosotros, vosotras, los dos, las dos, todos",
        )
    }
)
THEY = Lexicon(
    {
        True: Words(
            "they, them, both, the two, together",
            "他们,她们,两人,二人,众人,三人",
            "ellos, ellas, ambos, juntos",
        )
    }
)
