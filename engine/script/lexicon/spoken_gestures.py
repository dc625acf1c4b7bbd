"""What hands and head do while something is said, by the words of the line."""

from engine.contracts import Gesture
from engine.script.lexicon.match import Lexicon, Words

SPOKEN_GESTURES = Lexicon(
    {
        # Words that begin like one of the others and mean something else.
        Gesture.IDLE: Words(
            "no one, no matter, no longer, no more, not only, never mind, wait for, "
            "don't worry, just a second, one day, one night, one of, which one, first time, "
            "at first, first of all the, stop crying, look like, looks like, help yourself",
            "不知不觉,分别,特别,别人,性别,告别,停车,不停,差别,区别,不要紧",
            "no sólo, no solo, para que, para mí, para ti, para el, para la, no obstante",
        ),
        Gesture.SHAKE_HEAD: Words(
            "no, nope, never, impossible, no way, nuh-uh, not true, i didn't, i don't believe",
            "不！,不，,不。,不可能,绝不,休想,不是我,没有！,我没有",
            "no, nunca, jamás, imposible, no es verdad",
        ),
        Gesture.REFUSE: Words(
            "stop, don't, wait, enough, that's enough, stay back, stay away, keep away, "
            "stay where you are, get away, back off, leave me alone, not another word, hold on, "
            "calm down, easy",
            "住手,站住,停！,停下,够了,等等,等一下,别过来,别碰我,别动,走开,别说了,不要,别！,闭嘴",
            "basta, alto, espera, detente, no te acerques, déjame, cálmate, ni una palabra",
        ),
        Gesture.PLEAD: Words(
            "please, i beg, i'm begging, begging you, forgive me, help me, help us, i'm sorry, "
            "i am sorry, let me explain, give me a chance, one more chance, have mercy, "
            "come back, come home, don't go, don't leave",
            "求求你,求你,拜托,原谅我,饶了,放过,帮帮我,救救,对不起,听我解释,给我一次机会,别走,回来吧",
            "por favor, te lo ruego, se lo ruego, perdóname, perdón, ayúdame, lo siento, "
            "déjame explicar, no te vayas, vuelve",
        ),
        Gesture.POINT: Words(
            "you did, it was you, it's you, get out, look at, look there, over there, you lied, "
            "liar, you killed, you knew, you took, you stole, you ran, you're the one, "
            "you betrayed, how dare you, because of you, your fault, arrest him, arrest her, "
            "there he is, there she is, that man, that woman, she did it, he did it, out there",
            "滚,是你,就是你,你看,出去,骗子,你骗,你杀,都怪你,你竟敢,你敢,就是他,就是她,那个人,"
            "那个女人,那个男人,抓住他,抓住她,看那,在那,你这个,你们",
            "fuiste tú, fuera, mira, mentiros*, lárgate, por tu culpa, cómo te atreves, "
            "ese hombre, esa mujer, allí está, ahí está",
        ),
        Gesture.HAND_ON_HEART: Words(
            "i swear, i promise, i love, i loved, my heart, i mean it, believe me, trust me, "
            "on my life, my whole life, with all my, as for me, i myself, my word, i feel, "
            "my life, i am the, i'm the",
            "我发誓,我保证,我爱,我的心,真心,良心,我自己,相信我,我这辈子,我这一生,我对你,我就是",
            "te lo juro, lo juro, juro, te amo, te quiero, mi corazón, prometo, créeme, mi vida, "
            "yo mism*",
        ),
        Gesture.COUNT: Words(
            "first of all, firstly, secondly, two things, three things, number one, "
            "two reasons, three reasons, two choices, two options, one thing, twice, "
            "three times, three days, two days, three years",
            "第一,首先,其一,一来,两件事,三件事,两个选择,三个条件,两个条件,一件事,三天,三年,两次,三次",
            "primero, segundo, dos cosas, tres cosas, una cosa, dos veces, tres veces, tres días",
        ),
        Gesture.THINK: Words(
            "let me think, hmm, hm, i wonder, what if, let me see, i remember, wait a minute",
            "让我想想,想一想,我想想,会不会,我记得,难道",
            "déjame pensar, me pregunto, y si, recuerdo",
        ),
        Gesture.NOD: Words(
            "yes, yeah, of course, all right, alright, i know, i understand, exactly, deal",
            "是的,好的,当然,嗯,我知道,明白,没错,成交",
            "sí, claro, de acuerdo, por supuesto, lo sé, entiendo, exacto",
        ),
        Gesture.SHRUG: Words(
            "i don't know, whatever, i guess, maybe, perhaps, who knows, dunno, who cares, "
            "so what, what do i know, how should i know, what can i say, no idea, what else, "
            "what choice",
            "不知道,随便,也许,谁知道,又怎样,又如何,无所谓,我哪知道,关我什么事,凭什么,能怎么办",
            "no sé, quizás, tal vez, quién sabe, qué más da, a quién le importa, y qué",
        ),
        Gesture.OFFER: Words(
            "take this, sign this, take it, here you go, here you are, "
            "this is for you, have a look, read it, read this",
            "拿着,签字,给你,收下,送给你,你看看,签了",
            "toma, firma, aquí tienes, esto es para ti, léelo",
        ),
        Gesture.LAUGH: Words("haha, ha ha, ha!", "哈哈", "jaja, ja ja"),
    }
)
