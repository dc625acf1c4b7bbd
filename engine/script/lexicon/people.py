"""Persons by the nouns and titles they are given."""

from typing import NamedTuple

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
