"""Given names by who usually bears them."""

_WOMEN_NAMES = """
    abigail ada adele agnes aisha alice alicia alina alma amanda amber amelia amy ana andrea
    angela anita anna anne annie ariel ashley astrid audrey aurora ava beatrice bella beth
    bianca bonnie brenda bridget brooke camila carla carmen carol caroline cassie catherine
    cecilia celia charlotte chloe christine claire clara cora daisy dana daphne deborah delia
    demi diana dolores donna doris dorothy edith eileen elaine eleanor elena elise eliza
    elizabeth ella ellen eloise elsa emily emma erica esme esther eva eve evelyn faith fatima
    faye felicity fiona flora frances freya gabriela gina ginny giselle gloria grace greta gwen
    hailey hannah harper hazel heather heidi helen holly hope ida imogen ines ingrid irene iris
    isabel isabella isla ivy jackie jane janet jasmine jean jenna jennifer jenny jessica jill
    joan joanna josephine joy joyce juana judith judy julia juliet june karen kate katherine
    kathleen katie kayla keira kelly kim kristen lara laura lauren layla leah lena lila lillian
    lily linda lisa liz lola lorena louise lucia lucy luna lydia lynn mabel madison maeve maggie
    mara margaret maria marie mariana marina marisol marta martha mary maya megan mei mercy
    meredith mia michelle mila mildred milly miranda molly monica nadia nancy naomi natalie nina
    noor nora olga olive olivia ophelia paloma pamela patricia paula pearl penelope phoebe pilar
    piper polly priya rachel rebecca regina rita roberta rosa rosalind rose rosie rowena roxanne
    ruby ruth sabrina sadie sally samantha sandra sara sarah scarlett selina serena sharon
    shirley sienna sofia sonia sophia sophie stella stephanie sue summer susan suzanne sylvia
    tabitha tara teresa tess theresa tiffany tina tracy uma ursula valeria valerie vanessa vera
    veronica victoria viola violet virginia vivian wendy willow ximena yasmin yolanda yvonne
    zara zoe xiaomei lan mei-ling
"""
WOMEN = frozenset(_WOMEN_NAMES.split())

_MEN_NAMES = """
    aaron adam adrian ahmed alan albert alec alejandro alex alexander alfred ali andre andrew
    andy angus anthony antonio archie arjun arthur barney barry ben benjamin bernard bill billy
    blake bob bobby boris brad brandon brian bruce bruno bryan caleb cameron carl carlos cedric
    chad charles charlie chen chris christian christopher clark claude clive cody colin conor
    craig curtis cyrus damian damon dan daniel danny darren dave david dean dennis derek diego
    dimitri dirk dominic don donald douglas duncan dylan earl eddie edgar edmund eduardo edward
    eli elias elijah elliot emilio enrique eric ernest ethan evan felix fernando finn francis
    frank franklin fred frederick gabriel gareth gary gavin george gerald gilbert glen gordon
    graham grant greg gregory gus guy hal hank harold harry hassan hector henry herbert homer
    howard hugh hugo hunter ian ibrahim igor isaac ivan jack jackson jacob jaime jake james
    jamie jared jason javier jay jeff jeffrey jeremy jerry jesse jim jimmy joe joel john johnny
    jonah jonathan jorge jose joseph josh joshua juan jude julian julio justin karl keith ken
    kenneth kevin kiran kurt kyle lance larry leo leon leonard leonardo levi lewis liam lloyd
    logan lorenzo louis lucas luis luke malcolm manuel marco marcus mario mark marshall martin
    marvin mason mateo matt matthew maurice max maxwell miguel michael mick mike miles milo
    mitchell mohammed morgan nate nathan nathaniel neil nelson nicholas nick nico nigel noah
    noel nolan norman oliver omar oscar otis otto owen pablo patrick paul pedro percy perry pete
    peter phil philip pierre quentin rafael ralph ramon raj randy raul ray raymond rex ricardo
    richard rick robert roberto robin rocco rodney roger roland roman ron ronald rory ross roy
    ruben rupert russell ryan salvador sam samuel santiago scott sean sebastian sergio seth
    shane sidney silas simon spencer stan stanley stefan stephen steve steven stuart sven ted
    terry theo theodore thomas tim timothy tobias toby todd tom tommy tony travis trevor tristan
    troy tyler tyrone umar vernon victor vince vincent vladimir wade wallace walter warren wayne
    wesley will william winston xavier yusuf zach zachary wei jun
"""
MEN = frozenset(_MEN_NAMES.split())

WOMEN_ENDINGS = ("a", "ie", "elle", "ette", "lyn", "ine", "ah", "issa", "ita")
MEN_ENDINGS = ("o", "us", "son", "ert", "ard", "ick", "bert", "os")

# Characters of Chinese given names; the last one of a name weighs most.
WOMEN_HAN = frozenset(
    "婷娜丽芳晚雪梅兰燕玲娟秀英华慧巧美静淑惠珠翠雅芝玉萍红娥芬彩春菊凤洁琳素云莲真环荣爱妹霞"
    "香月莺媛艳瑞凡佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婉娴瑾颖露瑶怡婵雁蓓纨仪荷"
    "丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓"
    "欢霄枫芸菲寒伊亚宜可姬舒影荔枝思丝念微语诗漫暖夏鸢笙棠绾"
)
MEN_HAN = frozenset(
    "伟刚勇毅俊峰强军平保东文辉力明永健世广志义兴良海山仁波宁贵福生龙元全国胜学祥才发武新利清"
    "飞彬富顺信子杰涛昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善"
    "厚庆磊民友裕河哲江超浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家"
    "致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘沉夜霆深墨川野渊城阳昊轩默铭傅寒枭"
)
