"""Expressions by the words of a parenthetical, an action or a line."""

from engine.contracts import Expression
from engine.script.lexicon.match import Lexicon, Words

# Words that say how someone looks or speaks: parentheticals and action.
SHOWN = Lexicon(
    {
        (Expression.RAGE, 0.95): Words(
            "rage, rages, raging, furious*, fury, roar*, bellow*, enraged, explod*, livid, belts, "
            "yells, yelling, yelled, shouts, shouting, shouted, howl*, seeth*, growl*",
            "暴怒,怒吼,咆哮,怒不可遏,大怒,狂怒,嘶吼,怒喝,歇斯底里,吼,大喊,大吼",
            "furios*, grita, gritando, gritó, rabia, ira, ruge, brama, chilla",
        ),
        (Expression.ANGER, 0.75): Words(
            "angry, angrily, anger, mad, glare*, glaring, snap, snaps, snapping, snarl*, scowl*, "
            "agitated, irritated, annoyed, frown*, indignant, bitter*, clenched, exasperated, "
            "petulant, officious, hiss, hisses, hissing, spits, upset",
            "愤怒,生气,怒,气愤,恼,瞪,咬牙,不满,质问,厉声,激动,皱眉",
            "enojad*, enfadad*, furia, molest*, fulmina, indignad*, aprieta los dientes",
        ),
        (Expression.SHOCK, 0.85): Words(
            "shock*, scream, screams, screaming, stun*, gasp*, gape*, gaping, startle*, jolt*, "
            "aghast, disbelief, astonish*, "
            "wide-eyed, eyes widen, froze, freezes, frozen, speechless, freaks out, jaw drops, "
            "amazed, "
            "surprised, realiz*, realis*, stops dead, goes white, goes pale, turns pale",
            "震惊,惊讶,愣住,怔住,愣,惊呆,目瞪口呆,不敢置信,难以置信,瞪大,错愕,吃惊,诧异,大惊,"
            "脸色大变,僵住,呆住,傻眼,煞白,如遭雷击",
            "sorprend*, atónit*, boquiabiert*, impactad*, pasmad*, se congela, se queda helad*, "
            "estupefact*, palidece, incrédul*, se paraliza",
        ),
        (Expression.FEAR, 0.75): Words(
            "afraid, scared, fear*, terrif*, terror, panic*, trembl*, shak*, shiver*, nervous*, "
            "anxious*, frighten*, horrif*, horror, cower*, flinch*, leery, hesitant, hesitat*, "
            "cautious*, alarmed, uneasy, uneasily, desperate, desperately, "
            "clamps over, chokes, backs away, worried, timid*, dread",
            "害怕,恐惧,惊恐,发抖,颤抖,瑟瑟,慌,紧张,焦急,急切,胆怯,惊慌,畏惧,心虚,忐忑,不安,怕,战战兢兢",
            "asustad*, miedo, tembl*, tiembl*, terror, aterrad*, nervios*, pánico, "
            "ansios*, horrorizad*, retrocede, temeros*",
        ),
        (Expression.CRY, 0.9): Words(
            "cry, cries, crying, cried, weep*, wept, sob, sobs, sobbing, sobbed, tears, "
            "tearful*, breaks down, in tears, wail*, whimper*",
            "哭,泪,流泪,哽咽,抽泣,落泪,啜泣,泣,泪流满面,眼眶通红,眼眶一红,崩溃,红了眼",
            "llor*, llanto, lágrima*, solloz*, se derrumba, entre lágrimas",
        ),
        (Expression.SAD, 0.65): Words(
            "sad*, grief, grieving, mourn*, sorrow*, hopeless, despair*, broken, exhausted, weary, "
            "wearily, tired*, hollow*, defeated, numb*, lonely, quietly, sighs, sigh, sighing, "
            "faintly, weakly, lost, lowers her eyes, lowers his eyes, collapses, drained",
            "悲伤,难过,失落,绝望,心碎,黯然,苦涩,苦笑,疲惫,叹气,叹,低落,落寞,伤心,虚弱,无力,低头,哀",
            "triste*, tristeza, cansad*, agotad*, desesperad*, abatid*, suspir*, melanc*, dolid*",
        ),
        (Expression.JOY, 0.75): Words(
            "laugh*, smil*, grin*, happy, happily, joy*, delight*, cheer*, beam*, giggl*, "
            "excited*, thrilled, proud*, chuckl*, amused, playful*, relieved, relief, celebrat*, "
            "sings, singing, dance, dances, dancing, haha, ha ha",
            "笑,高兴,开心,欣喜,喜悦,兴奋,欢呼,得意,大笑,微笑,惊喜,乐,欢快,松了口气",
            "ríe, ríen, riendo, risa, sonrí*, feliz, felices, alegr*, content*, emocionad*, "
            "orgullos*, aliviad*, divertid*, carcajada*",
        ),
        (Expression.CONTEMPT, 0.75): Words(
            "sneer*, smirk*, scoff*, contempt*, mock*, sarcas*, cold, coldly, coolly, icy, "
            "disgust*, disdain*, dismissive*, rolls her eyes, rolls his eyes, snort*, haughty, "
            "arrogant*, looks down on, cruel*, dry, dryly, deadpan, sardonic*, icily",
            "冷笑,嘲讽,讽刺,不屑,轻蔑,冷,冷冷,冷漠,鄙夷,讥讽,嗤笑,嫌弃,傲慢,冰冷,阴冷,嘲笑,淡淡",
            "despreci*, burl*, sarcás*, fría, frío, fríamente, desdén, arrogan*, con asco, "
            "cínic*, se mofa, irónic*, con frialdad",
        ),
        (Expression.GUILT, 0.7): Words(
            "guilt*, asham*, shame, sorry, apolog*, regret*, remorse*, looks away, "
            "avoids her eyes, "
            "avoids his eyes, avoids their eyes, sheepish*, embarrass*, blush*, awkward*, lying",
            "愧疚,内疚,羞愧,惭愧,自责,后悔,尴尬,低下头,躲闪,不敢看,歉意,脸红",
            "culpa*, avergonz*, vergüenza, arrepent*, aparta la mirada, baja la mirada, incómod*",
        ),
        (Expression.TENDER, 0.7): Words(
            "tender*, gentl*, soft, softly, warm, warmly, loving*, kiss*, caress*, embrac*, hug*, "
            "strokes, affection*, kindly, soothing*, comfort*, cradl*, hopeful*",
            "温柔,柔声,深情,爱怜,心疼,拥抱,抱住,亲吻,吻,抚摸,宠溺,关切,安慰,轻抚",
            "ternura, tiern*, dulce*, suave*, cariñ*, besa, besan, beso, abraz*, acaric*, "
            "susurr*, consuel*",
        ),
        (Expression.RESOLVE, 0.75): Words(
            "determin*, resol*, firm, firmly, steady, steadily, defian*, stubborn*, stands tall, "
            "squares, steels, decides, confident*, straightens, chin up, insists, serious*, "
            "sincere*, unflinching, with great importance, commanding, considers",
            "坚定,坚决,决绝,毅然,决心,倔强,沉声,严肃,郑重,挺直,一字一句,一字一顿,认真,抬起头",
            "decidid*, firme*, determin*, resuelt*, desafiante, segur*, serio, seria, se endereza",
        ),
        (Expression.CALM, 0.4): Words(
            "calm*, whisper*, murmur*, neutral, quiet, evenly, silent, silence, says nothing, "
            "flat, flatly, composed, "
            "matter-of-fact, nods",
            "平静,低声,轻声,淡定,沉默,镇定,从容,不语",
            "calma, tranquil*, seren*, silencio, en silencio, neutral",
        ),
    }
)

# Words that give a feeling away when they are spoken.
SPOKEN = Lexicon(
    {
        (Expression.RAGE, 0.9): Words(
            "get out, how dare you, shut up, go to hell, damn you, i'll kill you, bastard, "
            "i hate you, liar, enough, what the actual",
            "滚,闭嘴,住口,混蛋,畜生,贱人,杀了你,你敢,去死,王八蛋,骗子,够了,放肆,废物",
            "cállate, lárgate, fuera de aquí, maldit*, te odio, mentiros*, basta, te mato, "
            "cómo te atreves, canalla",
        ),
        (Expression.ANGER, 0.7): Words(
            "you lied, lied to me, betray*, your fault, stop it, how could you, hate, unfair, "
            "argh, i am upset, blame, cheated, used me, what have you done",
            "骗我,背叛,凭什么,都是你,怎么可以,恨,为什么要,岂有此理,胡说,欺负,你居然",
            "me mentiste, traicion*, tu culpa, cómo pudiste, odio, por qué me, me engañaste",
        ),
        (Expression.FEAR, 0.7): Words(
            "please don't, help, run, no way, don't hurt me, hide, they're coming, watch out, "
            "stay away, behind you, be careful, scared, afraid",
            "救命,别过来,快跑,不要过来,放过我,怕,小心,快走,别杀我,救我",
            "ayuda, socorro, corre, no me hagas daño, cuidado, miedo, vienen, aléjate",
        ),
        (Expression.SHOCK, 0.8): Words(
            "what?, what?!, impossible, oh my god, it can't be, you're alive, wait what, no no, "
            "seriously?, you?, who are you, how do you know, it's you, wow, pregnant?",
            "什么？,什么?,什么！,不可能,怎么会,怎么可能,天哪,是你,你是谁,居然,竟然,没死,你怎么知道",
            "¿qué?, imposible, dios mío, no puede ser, estás viv*, eres tú, quién eres, cómo sabes",
        ),
        (Expression.CRY, 0.85): Words(
            "i beg you, begging you, don't leave me, please come back, he's dead, she's dead, "
            "they're dead, i lost, save him, save her, why me, gone forever",
            "求你,求求你,别离开我,不要走,别走,救救,死了,回来,没有了,我求",
            "te lo suplico, por favor, no me dejes, está muert*, murió, vuelve, sálva*, te ruego",
        ),
        (Expression.SAD, 0.6): Words(
            "goodbye, i miss you, alone, too late, it's over, lost, never see, forgot*, "
            "nobody, doesn't remember, remember me, leaving, tired, used to",
            "再见,想你,一个人,太晚,结束了,忘了,不记得,孤独,离婚,累了,回不去,分手",
            "adiós, te extraño, solo, sola, demasiado tarde, se acabó, olvid*, no recuerda, "
            "divorci*",
        ),
        (Expression.TENDER, 0.7): Words(
            "i love you, love you, darling, sweetheart, my dear, it's okay, i'm here, "
            "stay with me, trust me, take care, marry me, thank you, my baby",
            "爱你,宝贝,亲爱的,我在,别怕,没事了,嫁给我,谢谢你,乖,陪你,放心,照顾",
            "te amo, te quiero, mi amor, cariño, estoy aquí, cásate, gracias, tranquil*, mi vida",
        ),
        (Expression.JOY, 0.7): Words(
            "yes!, we did it, congratulations, wonderful, great, haha, happy, welcome, finally, "
            "hooray, hilarious, brilliant, i won, beautiful",
            "太好了,恭喜,哈哈,成功了,终于,高兴,欢迎,真好,赢了,祝贺",
            "qué bien, felicidades, jaja, lo logramos, por fin, maravillos*, bienvenid*, gané",
        ),
        (Expression.CONTEMPT, 0.75): Words(
            "pathetic, you're nothing, worthless, who do you think, know your place, gold digger, "
            "trash, poor thing, pay you, beneath me, loser, cute, amateur*, how sweet",
            "可笑,就凭你,也配,你配,配吗,穷,乡巴佬,土包子,不过是,算什么东西,自不量力,凭你,活该,"
            "丑,不配",
            "patétic*, no eres nadie, no vales, basura, ridícul*, pobretón*, quién te crees, "
            "inútil",
        ),
        (Expression.GUILT, 0.7): Words(
            "i'm sorry, forgive me, my fault, i shouldn't have, i didn't mean, sorry, i was wrong, "
            "i had no choice, i had to",
            "对不起,原谅我,我错了,怪我,不是故意,抱歉,是我不好,没有办法,不得已",
            "lo siento, perdón*, mi culpa, no quise, no debí, me equivoqué, no tuve opción",
        ),
        (Expression.RESOLVE, 0.75): Words(
            "i will, i swear, i promise, never again, no matter, i won't, watch me, from now on, "
            "i'll find, i'll prove, this ends, over my dead body, try me, take back, i refuse, "
            "let's finish, i'm not leaving, i am the",
            "发誓,一定,绝不,从今天起,从今以后,我要,无论如何,等着,必须,讨回,夺回,休想,让你,后悔",
            "juro, prometo, nunca más, pase lo que pase, voy a, desde hoy, jamás, no pienso, "
            "te vas a arrepentir",
        ),
    }
)

# What someone is said to be, as it shows in a face at rest.
NATURE = Lexicon(
    {
        Expression.CONTEMPT: Words(
            "cold, cruel*, ruthless*, heartless, merciless, mercy never, villain*, arrogant*, "
            "haughty, "
            "scheming, schemes, schemer, calculating, manipulat*, greedy, greed, tyrant*, spoiled, "
            "snob*, vain, jealous, sadistic, evil",
            "冷酷,无情,狠毒,狠,从不手软,心机,算计,反派,傲慢,阴险,恶毒,势利,刻薄,贪婪,霸道,嫉妒,虚荣",
            "cruel, fría, frío, despiadad*, arrogante, malvad*, codicios*, calculador*",
        ),
        Expression.TENDER: Words(
            "kind, gentle, warm, warmhearted, loving, caring, sweet, tender",
            "温柔,善良,体贴,温暖,慈祥",
            "amable, tiern*, cariños*, dulce",
        ),
        Expression.JOY: Words(
            "cheerful, playful, bubbly, funny, joker, happy-go-lucky",
            "开朗,活泼,乐观,爱笑,调皮",
            "alegre, juguetón, divertid*",
        ),
        Expression.FEAR: Words(
            "timid, shy, anxious, fearful, cowardly, coward",
            "胆小,懦弱,怯懦,害羞",
            "tímid*, cobarde",
        ),
        Expression.RESOLVE: Words(
            "brave, determined, stubborn, tough, fierce, strong-willed, disciplined, stern",
            "坚强,倔强,勇敢,坚毅,严厉,不服输",
            "valiente, decidid*, terc*, firme",
        ),
    }
)

# How someone who is spoken to takes it.
ANSWER: dict[Expression, tuple[Expression, float]] = {
    Expression.RAGE: (Expression.FEAR, 0.7),
    Expression.ANGER: (Expression.SHOCK, 0.5),
    Expression.SHOCK: (Expression.RESOLVE, 0.5),
    Expression.FEAR: (Expression.TENDER, 0.4),
    Expression.CRY: (Expression.SAD, 0.6),
    Expression.SAD: (Expression.SAD, 0.4),
    Expression.TENDER: (Expression.TENDER, 0.5),
    Expression.JOY: (Expression.JOY, 0.45),
    Expression.CONTEMPT: (Expression.ANGER, 0.6),
    Expression.GUILT: (Expression.SAD, 0.6),
    Expression.RESOLVE: (Expression.SHOCK, 0.55),
    Expression.CALM: (Expression.CALM, 0.4),
}
