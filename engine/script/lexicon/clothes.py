"""What people wear, in the words of scripts, and the one thing that names a person."""

from engine.contracts import Wardrobe
from engine.script.lexicon.match import Lexicon, Words

# How wardrobe kinds are coloured when the kind fixes it; others take a person's own colour.
FIXED_WARDROBE: dict[str, Wardrobe] = {
    kind: Wardrobe(kind=kind, color=color, second=second, accent=accent)
    for kind, color, second, accent in (
        ("scrubs", "#5fb3b3", "#e8f4f4", "#2d7d8a"),
        ("doctor_coat", "#f2f4f5", "#4a6fa5", "#c0d6df"),
        ("uniform", "#22304f", "#141c30", "#d4af37"),
        ("police", "#2b4a80", "#16233f", "#d4af37"),
        ("security", "#39404e", "#1f242e", "#d9b44a"),
        ("soldier", "#6b7048", "#4a4c32", "#8f8258"),
        ("nurse", "#eef3f3", "#c4dcdc", "#c0392b"),
        ("chef", "#eeebe6", "#3f434c", "#c0392b"),
        ("waiter", "#2a2830", "#1a181f", "#8e2f2a"),
        ("maid", "#26242c", "#15141a", "#8e2f2a"),
        ("judge", "#1f1c24", "#121016", "#8e2f2a"),
        ("priest", "#232128", "#15141a", "#8e2f2a"),
        ("wedding", "#f3efe7", "#d9cebb", "#c9a24a"),
        ("tuxedo", "#1b1a20", "#101116", "#8e2f2a"),
        ("imperial", "#d99a1f", "#8e2f2a", "#c0392b"),
        ("eunuch", "#31506b", "#1a2c3d", "#c9a24a"),
        ("patient", "#bcd3e6", "#7f9fbc", "#eef3f3"),
        ("gothic", "#25232b", "#4a1f3c", "#b23a48"),
        ("leather", "#2a262a", "#4a4448", "#8e2f2a"),
        ("frock_coat", "#2d2a3a", "#1a1822", "#b58a4a"),
        ("rags", "#6b5b4b", "#4a3f35", "#8a7a66"),
    )
}

# What someone is said to wear.
WORN = Lexicon(
    {
        "suit": Words(
            "suit, business attire, driver's uniform, chauffeur's uniform, butler's uniform",
            "西装,西服,礼服男",
            "traje",
        ),
        "gown": Words(
            "gown, evening dress, ball gown",
            "礼服,晚礼服,长裙",
            "vestido de noche",
        ),
        "dress": Words(
            "dress, skirt, sundress, cheerleader uniform, nightgown",
            "连衣裙,裙子,裙",
            "vestido, falda",
        ),
        "coat": Words(
            "coat, trench coat, overcoat, raincoat, cloak",
            "大衣,风衣,外套,雨衣,斗篷",
            "abrigo, gabardina, capa",
        ),
        "hoodie": Words("hoodie, sweatshirt", "卫衣,连帽衫", "sudadera"),
        "sweater": Words("sweater, pullover, jumper", "毛衣,针织衫", "suéter, jersey"),
        "jacket": Words("jacket, denim jacket, bomber jacket", "夹克,牛仔", "chaqueta, chamarra"),
        "tshirt": Words("t-shirt, tee", "T恤", "camiseta"),
        "shirt": Words("shirt, dress shirt", "衬衫,衬衣", "camisa"),
        "blouse": Words("blouse", "衬衫女,上衣", "blusa"),
        "school_uniform": Words("school uniform", "校服", "uniforme escolar"),
        "uniform": Words("uniform, badge", "制服", "uniforme"),
        "hanfu": Words(
            "hanfu, silk robe",
            "汉服,古装,长袍",
            "túnica de seda",
        ),
        "robe": Words(
            "robe, bathrobe, lotus position",
            "浴袍,睡袍",
            "bata, túnica, camisón",
        ),
        "apron": Words("apron", "围裙", "delantal"),
        "tuxedo": Words("tuxedo, tux, dinner jacket", "燕尾服", "esmoquin"),
        "wedding": Words(
            "wedding dress, wedding gown, bridal gown", "婚纱", "vestido de novia, vestida de novia"
        ),
        "cardigan": Words("cardigan", "开衫", "cárdigan"),
        "leather": Words(
            "leather jacket, biker jacket, leathers", "皮衣,皮夹克", "chaqueta de cuero"
        ),
        "tank": Words("tank top, vest top, singlet", "背心", "camiseta sin mangas"),
        "vest": Words("waistcoat, vest", "马甲", "chaleco"),
        "tracksuit": Words(
            "tracksuit, gym clothes, sportswear, pajamas, pyjamas", "运动服,睡衣", "chándal, pijama"
        ),
        "overalls": Words(
            "overalls, dungarees, boiler suit", "工装,背带裤", "overol, mono de trabajo"
        ),
        "scrubs": Words("scrubs", "手术服,刷手服", "pijama quirúrgico"),
        "doctor_coat": Words("white coat, lab coat, doctor's coat", "白大褂", "bata blanca"),
        "police": Words("police uniform", "警服", "uniforme de policía"),
        "soldier": Words("army uniform, fatigues, camouflage", "军装,迷彩服", "uniforme militar"),
        "qipao": Words("qipao, cheongsam", "旗袍", "qipao"),
        "sari": Words("sari, saree", "纱丽", "sari"),
        "kurta": Words("kurta, sherwani, tunic", "库尔塔", "kurta"),
        "kimono": Words("kimono, yukata", "和服,浴衣", "kimono"),
        "imperial": Words("imperial robe, dragon robe", "龙袍", "túnica imperial"),
        "court_gown": Words("phoenix robe, court dress", "凤袍,宫装,凤冠霞帔", ""),
        "armour": Words("armor, armour", "铠甲,盔甲,战甲", "armadura"),
        "victorian": Words(
            "victorian dress, crinoline, corseted dress", "维多利亚", "vestido victoriano"
        ),
        "frock_coat": Words("frock coat, tailcoat, morning coat", "长礼服", "levita, frac"),
        "patient": Words(
            "hospital gown, hospital pajamas", "病号服", "bata de hospital, camisón de hospital"
        ),
        "gothic": Words("corset, gothic dress, black lace", "哥特裙", "corsé"),
        "business": Words("skirt suit, pencil skirt", "职业装,套裙", "traje de falda"),
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
        "hat": Words("hat, fedora", "帽子,斗笠", "sombrero"),
        "cap": Words("cap, baseball cap", "鸭舌帽,棒球帽", "gorra"),
        "crown": Words("crown", "皇冠,王冠", "corona"),
        "tiara": Words("tiara, diadem", "头冠", "tiara"),
        "beret": Words("beret", "贝雷帽", "boina"),
        "headphones": Words("headphones, earphones", "耳机", "auriculares, audífonos"),
        "choker": Words("choker", "颈链,项圈", "gargantilla"),
        "bindi": Words("bindi", "眉心痣,吉祥痣", "bindi"),
        "headband": Words("headband, bandana, bandage", "头带,绷带", "diadema, venda"),
        "bag": Words("satchel, handbag, backpack", "背包,挎包", "bolso, mochila"),
    }
)
