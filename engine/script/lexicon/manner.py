"""Expressions by the words of a parenthetical alone: in action they would often mean a deed.

"(touched)" is a face, "She touched the vase" is not.
"""

from engine.contracts import Expression
from engine.script.lexicon.match import Lexicon, Words

MANNER = Lexicon(
    {
        (Expression.RAGE, 0.9): Words(
            "vengeful*, murderous*, incensed, outraged, bloodthirsty",
            "狰狞,目眦欲裂,杀气",
            "colérico, colérica, iracund*",
        ),
        (Expression.ANGER, 0.8): Words(
            "threaten*, menac*, accus*, hostile, fierce*, heated*, forceful*",
            "威胁,恶狠狠,指责,怨恨,凶狠,咄咄逼人",
            "amenaz*, acus*, agresiv*",
        ),
        (Expression.ANGER, 0.5): Words(
            "frustrat*, impatien*, curt*, blunt*, resent*, jealous*, envious*, testy, "
            "testily, gruff*, short, defensive*, sulk*, grumpy, grumpily, sternly, stern, "
            "nagging",
            "不耐烦,嫉妒,吃醋,赌气,埋怨,抱怨,没好气",
            "impacient*, celos*, brusc*, frustrad*, a la defensiva, molest*",
        ),
        (Expression.SHOCK, 0.6): Words(
            "incredul*, disbeliev*, flummoxed, dumbfounded, taken aback, confus*, puzzl*, "
            "bewildered, baffled, perplexed, dazed, stupefied, caught off guard",
            "不解,疑惑,困惑,懵,一头雾水,茫然,意外",
            "confundid*, perplej*, desconcertad*, incrédul*",
        ),
        (Expression.SHOCK, 0.4): Words(
            "curious*, intrigued, fascinat*, interested, awed, in awe, reverent*, wondering, "
            "breathless*, out of breath, panting",
            "好奇,感兴趣,惊叹,气喘吁吁,喘",
            "curios*, intrigad*, fascinad*, sin aliento, jadeando",
        ),
        (Expression.FEAR, 0.6): Words(
            "urgent*, insistent*, suspicious*, wary, warily, guarded*, uncertain*, unsure, "
            "doubtful*, stammer*, stutter*, tentative*, pleading*, begging, imploring, "
            "concerned, shrinking",
            "怀疑,警惕,戒备,迟疑,犹豫,担忧,担心,结巴,哀求,恳求,急",
            "urgente*, desconfiad*, dudos*, suplic*, tartamude*, preocupad*, aterroriza*",
        ),
        (Expression.CRY, 0.75): Words(
            "choked, choking up, devastated, heartbroken, crushed, brokenly, distraught, "
            "inconsolable",
            "委屈,泪目,心如刀割,撕心裂肺",
            "destrozad*, desconsolad*, con la voz rota",
        ),
        (Expression.SAD, 0.5): Words(
            "wistful*, nostalgic*, melanchol*, hurt, wounded, disappointed, resigned*, bored, "
            "drowsy, sleepy, sleepily, dazedly, absently, distant*, "
            "faraway, grim*, heavily, gloomy, gloomily, downcast, moved",
            "无奈,失望,怅然,困倦,恍惚,惆怅,沮丧,伤感,认命",
            "nostálgic*, herid*, decepcionad*, resignad*, aburrid*, somnolient*, ausente",
        ),
        (Expression.JOY, 0.7): Words(
            "triumphant*, victorious*, eager*, giddy, ecstatic*, elated, enthusiastic*, "
            "bright, brightly, gleeful*",
            "得胜,雀跃,热情,欢喜,眉开眼笑",
            "triunfante, entusiasmad*, eufóric*, sonriendo",
        ),
        (Expression.JOY, 0.45): Words(
            "teas*, mischiev*, flirt*, coy*, bemused, wry, wryly, sly*, conspiratorial*, "
            "jok*, light, lightly, polite*, casual*, friendly, cheeky, kidding, seductive*, "
            "sultry, impish*",
            "调侃,玩味,打趣,俏皮,坏笑,撩,客气,礼貌,意味深长,狡黠",
            "bromea*, coquet*, pícar*, travies*, amable*, cortés, en broma, seductor*",
        ),
        (Expression.CONTEMPT, 0.6): Words(
            "smug*, revolted, indifferent*, ironic*, ruthless*, condescending*, patroniz*, "
            "snide*, aloof, detached, ominous*, sinister, coolly, with contempt, withering*, "
            "superior, calculating, scornful*",
            "狂妄,阴险,阴沉,鄙视,居高临下,皮笑肉不笑,漠然,嚣张,挑衅",
            "despectiv*, disgustad*, presumid*, indiferente, arrogante, siniestr*, altiv*",
        ),
        (Expression.GUILT, 0.55): Words(
            "shy, shyly, bashful*, self-conscious*, confess*, sheepish*, humble, humbly, "
            "meek*, caught, defeatedly, reluctant*",
            "害羞,娇羞,羞涩,腼腆,心虚,不好意思,支支吾吾,吞吞吐吐",
            "tímid*, vergonzos*, humilde, reacia, reacio",
        ),
        (Expression.TENDER, 0.6): Words(
            "reassur*, grateful*, touched, intimate*, sweetly, sweet, compassionate*, "
            "sympathetic*, caring, motherly, fatherly, thankful, encouraging*, consoling, "
            "dreamy, dreamily",
            "感动,感激,释然,心软,鼓励,爱慕,柔和,含情脉脉",
            "agradecid*, amoros*, compasiv*, tranquilizador*, alentador*, conmovid*",
        ),
        (Expression.RESOLVE, 0.6): Words(
            "sober*, grave, gravely, solemn*, businesslike, professional*, formal*, clear, "
            "clearly, pointed*, authoritative*, brave*, earnest*, emphatic*, in control, "
            "strong, proudly",
            "笃定,公事公办,义正言辞,铿锵,正色,庄重,干脆,强硬",
            "solemne, formal*, profesional*, grave, con firmeza, orgullos*",
        ),
        (Expression.CALM, 0.35): Words(
            "mutter*, mumbl*, monotone, under her breath, under his breath, to herself, to "
            "himself, thoughtful*, pensive*, musing, thinking, reading, reciting, "
            "nonchalant*, even, level, slow, slowly, simply, measured",
            "喃喃,自言自语,若有所思,沉吟,念,缓缓,平淡,随意",
            "pensativ*, calmad*, para sí, leyendo, lent*, monóton*",
        ),
    }
)
