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
        Kind("woman", 9, "dress", "slim", "pigtails"): Words(
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
            "teenage boy, teen boy, youth, lad",
            "少年,男生,小伙子,男学生",
            "chico, muchacho",
        ),
        Kind("", 19, "hoodie", "slim"): Words(
            "teenager, teen, student, pupil", "学生,大学生,高中生", "adolescente, estudiante"
        ),
        Kind("", 25, "dress", "slim", "bun"): Words(
            "ballet dancer, ballerina, dancer", "舞者,芭蕾舞者", "bailarina"
        ),
        Kind("woman", 32): Words(
            "young woman, woman, lady, wife, mrs, mrs., ms, ms., miss, madam, madame, "
            "ma'am, sister, girlfriend, fiancée, mistress, female, aunt, her sister, widow",
            "女人,女子,女士,小姐,太太,夫人,妻子,老婆,姐姐,妹妹,姐,妹,女友,未婚妻,女,阿姨,"
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
            "young man, man, guy, gentleman, husband, mr, mr., sir, brother, boyfriend, "
            "fiancé, male, uncle, dude, son, fellow, stranger, ex-husband",
            "男人,男子,先生,丈夫,老公,哥哥,弟弟,哥,弟,男友,未婚夫,男,叔叔,大叔,少爷,公子,"
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
        Kind("man", 35, "police", "broad", "short"): Words(
            "police officer, officer, policeman, policewoman, cop, sergeant, sheriff, patrolman, "
            "patrolwoman",
            "警察,警官,民警,女警,巡警",
            "policía, oficial, agente de policía",
        ),
        Kind("man", 35, "coat", "broad", "short"): Words(
            "detective, inspector, investigator", "刑警,侦探,探长", "detective, inspector"
        ),
        Kind("man", 35, "soldier", "broad", "buzz"): Words(
            "soldier, private, marine, trooper", "士兵,战士,军人", "soldado, marine"
        ),
        Kind("man", 50, "uniform", "broad", "short"): Words(
            "captain, general, colonel, lieutenant, admiral, pilot, firefighter, commander",
            "队长,将军,军官,上校,司令,机长,消防员",
            "capitán, sargento, general, coronel, piloto, bombero",
        ),
        Kind("man", 38, "security", "broad", "buzz"): Words(
            "security guard, guard, guards, security, doorman",
            "保安,侍卫,守卫,门卫",
            "guardia, vigilante, portero",
        ),
        Kind("man", 35, "tuxedo", "broad", "buzz"): Words(
            "bodyguard, bouncer", "保镖", "guardaespaldas"
        ),
        Kind("man", 36, "suit", "", "side_part"): Words(
            "ceo, boss, chairman, president, director, executive, businessman, lawyer, "
            "attorney, manager, banker, billionaire, tycoon, mayor, host, agent, "
            "senator, minister, reporter, anchor",
            "总裁,董事长,老板,经理,律师,总,董事,秘书,助理,主持人,记者,股东",
            "jefe, director, presidente, abogado, gerente, empresario, alcalde, periodista",
        ),
        Kind("man", 55, "judge"): Words("judge, magistrate", "法官,审判长", "juez, jueza"),
        Kind("man", 58, "tuxedo", "slim", "slicked"): Words("butler", "管家", "mayordomo"),
        Kind("woman", 30, "business", "", "updo"): Words(
            "secretary, businesswoman, chairwoman, assistant, spokeswoman, hostess",
            "女总裁,女秘书,女助理,女律师",
            "secretaria, jefa, directora, presidenta, abogada",
        ),
        Kind("man", 46, "imperial", "broad", "topknot"): Words(
            "emperor", "皇上,皇帝,朕,陛下", "emperador"
        ),
        Kind("man", 26, "hanfu", "", "topknot"): Words(
            "prince, wizard, sage, guru, swordsman, lord, sorcerer, scholar",
            "王爷,太子,皇子,侠客,师父,丞相,大人,世子,殿下,书生",
            "príncipe, mago, sabio",
        ),
        Kind("man", 34, "armour", "broad", "topknot"): Words(
            "warrior, warlord", "将士,将领,大将军,武将,禁军", "guerrero"
        ),
        Kind("man", 32, "knight", "broad", "wavy_short"): Words(
            "knight", "骑士", "caballero armado"
        ),
        Kind("man", 48, "eunuch", "", "topknot"): Words("eunuch", "公公,太监", "eunuco"),
        Kind("man", 50, "robe", "", "bald"): Words("monk", "和尚,道士,方丈", "monje"),
        Kind("man", 55, "priest"): Words(
            "priest, vicar, father confessor", "神父,牧师", "sacerdote, cura"
        ),
        Kind("woman", 27, "court_gown", "", "court"): Words(
            "empress, concubine", "皇后,贵妃,妃,娘娘,太后,王妃", "emperatriz"
        ),
        Kind("woman", 20, "hanfu", "", "half_up", "hairpin"): Words(
            "princess, priestess", "公主,郡主,格格", "princesa, sacerdotisa"
        ),
        Kind("woman", 18, "hanfu", "slim", "bun"): Words("handmaid", "宫女,丫鬟,婢女", "doncella"),
        Kind("man", 50, "royal", "broad", "wavy_short"): Words("king", "国王,大王", "rey"),
        Kind("woman", 45, "gown", "", "updo", "tiara"): Words("queen", "女王", "reina"),
        Kind("woman", 26, "wedding", "", "updo"): Words("bride", "新娘", "novia vestida"),
        Kind("man", 30, "tuxedo", "", "side_part"): Words("groom, bridegroom", "新郎", ""),
        Kind("woman", 19, "gothic", "slim", "long"): Words("goth girl, goth", "哥特少女", "gótica"),
        Kind("", 40, "chef"): Words(
            "chef, cook, sous-chef", "厨师,大厨,厨子", "cocinero, cocinera, chef"
        ),
        Kind("", 26, "waiter"): Words(
            "waiter, waitress, bartender, barista, sommelier",
            "服务员,酒保,侍应生,调酒师",
            "camarero, camarera, mesero, mesera",
        ),
        Kind("woman", 24, "maid", "", "bun"): Words(
            "maid, housemaid", "女佣,女仆", "criada, sirvienta"
        ),
        Kind("", 0, "patient"): Words("patient", "病人,患者,病号", "paciente"),
        Kind("man", 38, "overalls", "broad"): Words(
            "mechanic, worker, plumber, farmer, builder, labourer, laborer, painter",
            "工人,农民,修理工,农夫",
            "obrero, mecánico, campesino",
        ),
        Kind("", 24, "tracksuit"): Words(
            "athlete, runner, gym teacher, personal trainer, boxer, coach",
            "运动员,教练,体育老师",
            "atleta, entrenador, boxeador",
        ),
        Kind("", 0, "apron"): Words(
            "housekeeper, baker, servant, florist, vendor, shopkeeper",
            "佣人,保姆,店员,摊主,老板娘",
            "vendedor, vendedora, panadero",
        ),
        Kind("man", 45, "rags"): Words(
            "beggar, homeless man, tramp, hobo, prisoner, slave",
            "乞丐,流浪汉,囚犯",
            "mendigo, vagabundo, preso, prisionero",
        ),
        Kind("man", 33, "leather", "broad"): Words(
            "gangster, thug, biker, kidnapper, robber, henchman, rocker",
            "混混,打手,绑匪,劫匪,黑衣人",
            "matón, secuestrador, motero",
        ),
        Kind("man", 33, "jacket", "broad"): Words(
            "driver, courier, delivery man, delivery guy, taxi driver, thief, hiker",
            "快递员,外卖员,外卖小哥,小偷",
            "chofer, conductor, mensajero, ladrón, repartidor",
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
        8: Words(
            "child, little, toddler, kid",
            "小孩,幼,七岁,八岁,小太子,小皇子,小世子,小公主,小郡主,小少爷",
            "pequeñ*, niño, niña",
        ),
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
