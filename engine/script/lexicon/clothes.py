"""What people wear, in the words of scripts, and the one thing that names a person."""

from engine.contracts import Wardrobe
from engine.script.lexicon.match import Lexicon, Words

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
