"""Gestures, postures and comings and goings by the verbs of an action."""

from enum import StrEnum

from engine.contracts import Gesture, Posture
from engine.script.lexicon.match import Lexicon, Words

GESTURES = Lexicon(
    {
        # A door that opens is nobody's deed.
        Gesture.IDLE: Words(
            "door opens, doors open, door slides open, eyes open, holds her breath, "
            "holds his breath, holding her breath, holding his breath, "
            "holds their breath, catches her breath, catches his breath, "
            "hold on, holds on, footsteps run, footsteps approach, footsteps come, "
            "tear runs, tears run, blood runs, mascara runs, nose runs, engine runs, water runs, "
            "steps apart, steps away from, steps behind, opens her eyes, "
            "opens his eyes, opens her mouth, "
            "opens his mouth, opens up",
            "屏住呼吸,屏息,门打开,门开,睁开,张开嘴",
            "se abre, se abren, abre los ojos",
        ),
        Gesture.SLAP: Words(
            "slap, slaps, slapped, slapping, backhands, smacks, strikes her, strikes him, punch, "
            "punches, punched, hits him, hits her",
            "耳光,扇了,一巴掌,扇向,甩了一巴掌,挥拳,一拳,打了他,打了她,掌掴",
            "abofete*, bofetada, cachetad*, golpea, puñetazo, le pega",
        ),
        Gesture.PUSH: Words(
            "push him, push her, pushes him, pushes her, pushed him, pushed her, shove, shoves, "
            "shoved, shoving, pushes past, knocks him, knocks her",
            "推倒,推了他,推了她,推搡,一把推,把他推,把她推,猛推",
            "empuja, empujan, empujó, le da un empujón",
        ),
        Gesture.GRAB: Words(
            "lunge, lunges, lunged, lunging, grabs him, grabs her, grabbed him, grabbed her, "
            "grabs his arm, grabs his shoulder, grabs his collar, grabs his wrist, grabs his hand, "
            "seizes him, seizes her, pounces",
            "扑向,扑过,扑上,抓住他,抓住她,一把抓住他,一把抓住她,揪住,拽住他,拽住她,扯住他,扯住她",
            "se abalanza, se lanza sobre, lo agarra, la agarra, lo sujeta, la sujeta",
        ),
        Gesture.EMBRACE: Words(
            "embrac*, hug, hugs, hugged, hugging, holds her close, holds him close, kiss, kisses, "
            "kissed, throws her arms, throws his arms, cradles, in his arms, in her arms",
            "拥抱,抱住,相拥,搂,抱紧,揽入怀,吻,扑进",
            "abraz*, besa, besan, estrecha entre",
        ),
        Gesture.KNEEL: Words(
            "kneel, kneels, kneeling, knelt, falls to her knees, falls to his knees, "
            "drops to her knees, drops to his knees, sinks to her knees, on his knees, "
            "on her knees, crawls, crouches, on one knee",
            "跪,跪下,下跪,单膝,爬",
            "se arrodilla, arrodillad*, de rodillas, cae de rodillas",
        ),
        Gesture.FAINT: Words(
            "faint, faints, fainted, collapse, collapses, collapsed, passes out, falls, "
            "blacks out, "
            "drops dead, crumples to, slumps, stumbles",
            "晕倒,昏倒,倒下,倒地,摔倒,昏过去,瘫倒,跌倒,跌坐,倒在",
            "se desmaya, desmay*, se desploma, cae, tropieza",
        ),
        Gesture.POINT: Words(
            "point, points, pointed, pointing, accuses, jabs a finger, aims, aiming, takes aim, "
            "levels a",
            "指着,指向,一指,举枪,瞄准",
            "señala, apunta, señalando",
        ),
        Gesture.OFFER: Words(
            "offer, offers, lays, hands her, hands him, hands over, gives, holds out, passes, "
            "slides, "
            "presents, reaches out, extends, tosses, throws, drops, puts down, slams, flings",
            "递,递给,交给,伸出手,拿出,掏出,扔,甩,推到,放下,摆在,拍在,丢,抛",
            "entrega, ofrece, da, tiende, le pasa, extiende, lanza, arroja, tira, saca",
        ),
        Gesture.HOLD: Words(
            "hold, holds, holding, held, clutch*, grip*, grips, carries, carrying, picks up, "
            "grabs, "
            "in his hand, in her hand, in hand, takes out, pulls out, grasps, lifts, raises, "
            "opens, reaches into, phone buzzes, phone rings, phone vibrates, phone lights up, "
            "looks at it, stares at it, reads it",
            "手机震,手机响,手机亮,抱着,撑着,撑起,握,握着,拿着,攥,捧,举起,捡起,拎,端,抓,拿起,打开,撕,翻开,提着",
            "sostiene, agarra, lleva, toma, coge, aprieta, levanta, recoge, abre, rompe, sujeta",
        ),
        Gesture.DRAW_BACK: Words(
            "recoil*, flinch*, backs away, draws back, drew back, backs off, "
            "steps back, step back, stepped back, shrinks, jumps, "
            "startles, staggers, retreats, pulls away, jerks, ducks, cowers, raises his hands, "
            "raises her hands, raises their hands, hands up, hands in the air",
            "后退,退后,往后退,缩,躲,退了一步,踉跄,闪开,挣脱,举起双手,举起手来",
            "levanta las manos, manos arriba, retrocede, se echa atrás, da un paso atrás, "
            "se aparta, salta",
        ),
        Gesture.CLENCH: Words(
            "clench*, fist, fists, grits, tightens, crumples the, crumples it, crumples a, "
            "crushes the",
            "揉成一团,揉皱,攥紧,握拳,拳头,咬牙,捏紧",
            "aprieta el puño, puño, puños, aprieta los",
        ),
        Gesture.COVER_FACE: Words(
            "covers her face, covers his face, covers her mouth, covers his mouth, "
            "buries her face, "
            "buries his face, head in her hands, head in his hands, wipes her eyes, "
            "wipes his eyes, wipes her face, wipes his face, wipes her tears, wipes his tears, "
            "wipes away, "
            "wipes a tear, wipes the tears, weeps, sobs, sobbing",
            "捂住嘴,捂脸,捂住脸,掩面,捂着脸,擦泪,抹泪,捂嘴",
            "se cubre, se tapa, esconde la cara, se seca",
        ),
        Gesture.FOLD_ARMS: Words(
            "folds her arms, folds his arms, crosses her arms, crosses his arms, arms crossed, "
            "arms folded",
            "抱臂,双手抱胸,抱着手臂,环抱双臂",
            "cruza los brazos, brazos cruzados, se cruza de brazos",
        ),
        Gesture.PHONE: Words(
            "on the phone, picks up the phone, answers the phone, into the phone, dials, calls, "
            "hangs up, checks her phone, checks his phone, answers, phone to her ear, "
            "phone to his ear",
            "打电话,接电话,接起,拨打,拨通,挂断,挂了电话,看手机,接通",
            "al teléfono, contesta, llama por, cuelga, marca, mira el móvil, mira el celular",
        ),
        Gesture.BOW: Words(
            "bow, bows, bowed, bowing, curtsies, curtsy",
            "鞠躬,行礼,叩首,磕头,躬身,作揖,欠身",
            "se inclina, reverencia",
        ),
        Gesture.RUN: Words(
            "run, runs, running, ran, sprint*, chase, chases, chased, chasing, rush*, rushes, "
            "races, bolts, flees, dashes, "
            "bursts in, storms in, charges, hurries, bursts through",
            "跑,奔,冲,追,逃,狂奔,冲进,飞奔",
            "corre, corren, corriendo, huye, persigue, irrumpe, se lanza, se precipita",
        ),
        Gesture.WALK: Words(
            "walk, walks, walking, walked, step, steps, stepping, enter, enters, entering, exits, "
            "leaves, leaving, approaches, approach, crosses, strides, hikes, wanders, paces, "
            "pacing, "
            "comes, arrives, heads, follows, climbs, shuffles, descends, marches, storms out, "
            "moves",
            "走,走进,走出,走来,走向,迈,进来,进门,离开,上前,靠近,踱,步入,走过,出来,起身离,下楼,"
            "上楼,逼近",
            "camina, caminan, entra, entran, sale, salen, se acerca, se va, avanza, cruza, "
            "sube, baja, llega, se marcha, sigue, pasea",
        ),
        Gesture.TURN_AWAY: Words(
            "turns away, turns her back, turns his back, looks away, turns to leave, turns to go, "
            "turns around, averts",
            "转身,背过身,别过脸,扭头,转过头,转身离开,猛地转身离开,背对",
            "se da la vuelta, da la espalda, aparta la mirada, se gira para irse, se voltea",
        ),
        Gesture.TURN_TO: Words(
            "turns to, turns back, glances at, glances over, peers at, "
            "glares at, "
            "faces, turns and, looks at, looks back, spins, "
            "whirls, "
            "looks around, searches, scans, whirls around, stares at, staring at, staring, "
            "stares, watches, notices, sees, looks, gazes",
            "转向,看向,看了一眼,猛地转身,猛然转身,回头,望着,看着,盯着,回过头,注视,望向,看见,发现",
            "se vuelve, mira, se gira, voltea, observa, ve a, contempla",
        ),
        Gesture.LOOK_UP: Words(
            "looks up, glances up, lifts her head, lifts his head, raises her head, "
            "raises his head, lifts her eyes, lifts his eyes, raises her eyes, raises his eyes",
            "抬头,抬起头,仰起头,抬眼,抬起眼",
            "levanta la vista, levanta la cabeza, alza la vista",
        ),
        Gesture.LOOK_DOWN: Words(
            "looks down, stares down, gazes down, glances down, lowers her eyes, "
            "lowers his eyes, lowers her head, lowers his head, hangs her head, hangs his head",
            "低头,低下头,垂下头,垂眼,垂下眼",
            "baja la vista, baja la mirada, baja la cabeza",
        ),
        Gesture.CLOSE_EYES: Words(
            "closes her eyes, closes his eyes, closes their eyes, close their eyes, "
            "close her eyes, close his eyes, closing her eyes, closing his eyes, "
            "closed her eyes, closed his eyes, "
            "shuts her eyes, shuts his eyes, shuts their eyes, shut her eyes, shut his eyes, "
            "shutting her eyes, shutting his eyes, closes both eyes, eyes close, eyes closed, "
            "eyes shut, eyes flutter shut, eyes flutter closed, closed eyes, "
            "squeezes her eyes, squeezes his eyes",
            "闭上眼,闭上了眼,闭上双眼,闭上了双眼,闭眼,闭着眼,闭着双眼,闭了闭眼,合上眼,阖上眼,双目紧闭,"
            "紧闭双眼,双眼紧闭,闭目",
            "cierra los ojos, cerrando los ojos, cerró los ojos, cierran los ojos, ojos cerrados",
        ),
        Gesture.HAND_ON_HEART: Words(
            "hand on her heart, hand on his heart, hand over her heart, hand over his heart, "
            "hand to her heart, hand to his heart, hand on her chest, hand on his chest, "
            "hand to her chest, hand to his chest, clutches her chest, clutches his chest",
            "捂住胸口,捂着胸口,按住胸口,按着胸口,按在胸口,抚着胸口,手放在心口,捂住心口,捂着心口",
            "mano en el pecho, mano al pecho, mano en el corazón, mano sobre el corazón",
        ),
        Gesture.PLEAD: Words(
            "plead, pleads, pleading, begs, begging, implor*, beseech*, prays, praying, "
            "clasps her hands, clasps his hands, hands clasped, wrings her hands, "
            "wrings his hands",
            "哀求,恳求,央求,乞求,祈求,双手合十,祈祷,求饶",
            "suplica, suplicando, ruega, implora, reza, rezando",
        ),
        Gesture.REFUSE: Words(
            "holds up a hand, holds up her hand, holds up his hand, puts up a hand, "
            "raises a hand, raises her hand, raises his hand, raises a palm, palm out, "
            "waves him off, waves her off, waves them off, waves it away, pushes him away, "
            "pushes her away, stops him, stops her, blocks his way, blocks her way",
            "摆手,摆了摆手,抬手制止,伸手拦住,拦住,推开他,推开她,制止",
            "levanta la mano, alza la mano, lo detiene, la detiene, lo aparta, la aparta",
        ),
        Gesture.COUNT: Words(
            "counts on her fingers, counts on his fingers, counts off, holds up a finger, "
            "holds up one finger, holds up two fingers, holds up three fingers, raises a finger",
            "掰着手指,掰着指头,竖起手指,竖起一根手指,伸出一根手指,伸出两根手指,伸出三根手指",
            "cuenta con los dedos, levanta un dedo",
        ),
        Gesture.THINK: Words(
            "ponders, pondering, muses, strokes his chin, strokes her chin, rubs his chin, "
            "rubs her chin, taps her chin, taps his chin, scratches his head, "
            "scratches her head, lost in thought, deep in thought, thinks it over, "
            "bites her lip, bites his lip, bites her nails, bites his nails",
            "沉思,思索,若有所思,托着下巴,摸着下巴,挠头,思考,思忖,咬着嘴唇,咬住嘴唇,咬唇",
            "piensa, pensativ*, reflexiona, medita, se rasca, se muerde el labio",
        ),
        Gesture.NOD: Words("nod, nods, nodded, nodding", "点头,颔首", "asiente, asiente con"),
        Gesture.SHAKE_HEAD: Words(
            "shakes her head, shakes his head, shakes their head, wobbles his head",
            "摇头,摇了摇头",
            "niega con la cabeza, sacude la cabeza",
        ),
        Gesture.SHRUG: Words("shrug, shrugs, shrugged", "耸肩", "se encoge de hombros"),
        Gesture.LAUGH: Words(
            "laugh, laughs, laughed, laughing, giggles, chuckles, cackles, bursts out",
            "大笑,哈哈,狂笑,笑出声,笑起来,仰头笑",
            "ríe, ríen, se ríe, carcajada, carcajadas",
        ),
        Gesture.DANCE: Words(
            "dance, dances, dancing, danced, twirls, sways, waltz*, shuffles his feet, ",
            "跳舞,起舞,舞动,翩翩,旋转",
            "baila, bailan, bailando, danza",
        ),
    }
)

POSTURES = Lexicon(
    {
        Posture.SIT: Words(
            "sit, sits, sitting, seated, sat, sinks into, slumps in, behind the wheel, drives, "
            "at the table, at her desk, at his desk, on the sofa, on the throne",
            "坐,坐在,坐下,开车,端坐,瘫坐",
            "sentad*, se sienta, conduce, maneja",
        ),
        Posture.KNEEL: Words(
            "kneel*, knelt, to her knees, to his knees, on her knees, on his knees, crouch*, "
            "crawls, "
            "on one knee",
            "跪,单膝,蹲,爬",
            "rodillas, arrodill*, agachad*, gatea",
        ),
        Posture.LIE: Words(
            "lies on, lies in, lying, lies unconscious, in bed, collapses, is on the floor, "
            "are on the floor, still on the floor, falls to the floor, falls on the floor, "
            "falls to the ground, drops to the floor, flat on the floor, sprawl*, unconscious, "
            "faints, passes out, comatose, asleep, sleeps, lies still, lies dying",
            "躺,昏迷,病床上,倒地,倒在,晕倒,昏倒,趴,沉睡,睡着",
            "acostad*, tumbad*, yace, inconsciente, duerme, en la cama, se desmaya, se desploma",
        ),
        Posture.STAND: Words(
            "stand, stands, standing, stood, gets up, rises, rising, stands up, gets to her feet, "
            "gets to his feet, jumps up, walks, walk, runs, run, paces, dances, strides, hikes, "
            "leaps",
            "站,起身,站起,爬起来,站在,走,跑,冲,起来",
            "de pie, se levanta, se pone de pie, camina, corre, parad*, baila",
        ),
    }
)


class Coming(StrEnum):
    ENTER = "enter"
    EXIT = "exit"


COMINGS = Lexicon(
    {
        Coming.ENTER: Words(
            "enters, enter, comes in, bursts in, walks in, arrives, appears, steps in, storms in, "
            "rushes in, strides in, bursts through, emerges, steps out of",
            "走进,进来,进门,冲进,闯入,推门,出现,到来,赶到,步入",
            "entra, entran, irrumpe, aparece, llega",
        ),
        Coming.EXIT: Words(
            "exits, exit, leaves, walks out, storms out, runs out, walks away, drives away, "
            "disappears, vanishes, is gone, drives off, runs off, slams the door behind",
            "离开,走出,离去,出去,跑出,消失,扬长而去,远去,退下",
            "sale, salen, se va, se marcha, desaparece, se aleja",
        ),
    }
)

SINGS = Lexicon(
    {True: Words("sing, sings, singing, sung, belts", "唱,唱歌,哼唱", "canta, cantando")}
)

# Looks the viewer in the eye.
TO_LENS = Lexicon(
    {
        True: Words(
            "at us, to us, at the camera, into the camera, to camera, into the lens, "
            "at the audience, breaks the fourth wall",
            "看向镜头,对着镜头,看着镜头,面对镜头,直视镜头",
            "a cámara, a la cámara, nos mira",
        )
    }
)
