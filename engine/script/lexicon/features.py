"""Hair, face, skin and body, in the words of scripts."""

from engine.script.lexicon.match import Lexicon, Words

HAIRS = Lexicon(
    {
        "bald": Words("bald, shaved head", "光头,秃头", "calvo, calva"),
        "receding": Words("balding, receding, thinning hair, comb-over", "谢顶,地中海", "entradas"),
        "buzz": Words("buzz cut, crew cut, cropped hair", "寸头,平头", "pelo rapado"),
        "ponytail": Words("ponytail, pony tail", "马尾", "coleta, cola de caballo"),
        "pigtails": Words("pigtails, bunches, twin tails", "双马尾", "coletas"),
        "bun": Words("bun, hair up", "发髻,丸子头,盘发", "moño"),
        "updo": Words("updo, chignon", "挽发", "recogido"),
        "half_up": Words("half-up, half up", "公主头", "semirrecogido"),
        "braid": Words("braid, braided, plait*", "辫子,麻花辫", "trenza*"),
        "box_braids": Words("box braids, braids, long braids", "脏辫子", "trenzas africanas"),
        "short_braids": Words("cornrows", "垄沟辫", "trenzas pegadas"),
        "locs": Words("locs, dreadlocks, dreads, locks", "脏辫", "rastas"),
        "bob": Words("bob, short hair", "短发,齐耳", "pelo corto, melena corta"),
        "pixie": Words("pixie, pixie cut, very short hair", "超短发,精灵短发", "corte pixie"),
        "long": Words("long hair, flowing hair", "长发,披肩", "pelo largo, melena"),
        "wavy": Words("wavy hair, waves", "卷发,波浪", "pelo ondulado"),
        "wavy_short": Words("tousled, shaggy, messy hair", "蓬乱", "despeinad*"),
        "slicked": Words("slicked, slicked-back, slicked back", "背头,油头", "engominad*"),
        "undercut": Words("undercut", "两侧铲青", ""),
        "mohawk": Words("mohawk, punk", "莫西干,朋克", "cresta, punk"),
        "curly": Words("long curls, ringlets, big hair", "长卷发", "rizos largos"),
        "curly_short": Words("curly, curls", "自来卷", "rizad*, rizos"),
        "coils": Words("coils, coily, short afro, twa", "", "pelo afro corto"),
        "afro": Words("afro", "爆炸头", "afro"),
        "afro_puff": Words("afro puff, puff", "", ""),
        "hijab": Words("hijab, headscarf", "头巾", "hiyab"),
        "turban": Words("turban", "包头巾", "turbante"),
        "veil": Words("veil, veiled, dupatta", "面纱,盖头", "velo"),
        "topknot": Words("topknot, man bun", "束发", "moño alto"),
        "court": Words("high coiffure", "高髻,云鬓", ""),
        "spiky": Words("spiky", "刺猬头", "de punta"),
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

# Where a face comes from: rows of engine.script.people.heritage.
HERITAGES = Lexicon(
    {
        "european": Words(
            "white, caucasian, european, scandinavian, irish, british, english, french, german, "
            "russian, ukrainian, polish, italian, greek, nordic",
            "白人,欧洲,欧美,俄罗斯,法国,英国,德国,意大利",
            "blanc*, europe*, frances*, italian*, rus*, aleman*, ingles*",
        ),
        "african": Words(
            "black, black man, black woman, african, african-american, afro-american, nigerian, "
            "kenyan, ghanaian, ethiopian, senegalese, jamaican, haitian, somali",
            "黑人,非洲,非裔,尼日利亚",
            "negr*, african*, afro*, nigerian*, haitian*",
        ),
        "east_asian": Words(
            "asian, east asian, chinese, korean, japanese, taiwanese, vietnamese, mongolian",
            "亚洲,华人,东亚,中国,韩国,日本,东方面孔",
            "asiátic*, chin*, corean*, japones*, japonés",
        ),
        "southeast_asian": Words(
            "southeast asian, thai, filipino, filipina, indonesian, malay, malaysian, cambodian",
            "东南亚,泰国,菲律宾,印尼,马来",
            "tailandes*, filipin*, indonesi*",
        ),
        "south_asian": Words(
            "indian, sikh, hindu, south asian, pakistani, tamil, bengali, "
            "punjabi, sri lankan, nepali, desi",
            "印度,南亚,巴基斯坦",
            "indio, india, hindú, pakistaní",
        ),
        "middle_eastern": Words(
            "middle eastern, muslim, arab, arabic, persian, iranian, turkish, "
            "egyptian, lebanese, moroccan",
            "中东,阿拉伯,波斯,伊朗,土耳其,埃及",
            "árabe*, persa, iraní, turc*, egipci*, marroquí",
        ),
        "latin": Words(
            "latina, latino, latin, hispanic, mexican, brazilian, colombian, puerto rican, cuban, "
            "argentine, peruvian",
            "拉丁,墨西哥,巴西,西班牙裔",
            "latin*, mexican*, brasileñ*, colombian*, cuban*, peruan*",
        ),
    }
)

SKINS = Lexicon(
    {
        "#f3d3bd": Words("pale, fair-skinned, porcelain", "白皙,苍白", "pálid*, de piel clara"),
        "#5b3826": Words("dark-skinned, ebony", "皮肤黝黑,黝黑", "de piel oscura, moren*"),
        "#c98f68": Words(
            "tan, tanned, olive-skinned, brown-skinned, sunburnt", "小麦色,古铜色", "broncead*"
        ),
    }
)

FACES = Lexicon(
    {
        "round": Words("round-faced, round face, baby-faced", "圆脸,娃娃脸", "cara redonda"),
        "square": Words(
            "square-jawed, square jaw, strong jaw", "国字脸,方脸", "mandíbula cuadrada"
        ),
        "heart": Words("heart-shaped face, pointed chin", "瓜子脸,尖下巴", "cara de corazón"),
        "long": Words("long face, long-faced", "长脸", "cara larga"),
    }
)

EYES = Lexicon(
    {
        "round": Words(
            "round eyes, big eyes, wide-eyed, doe-eyed", "大眼睛,圆眼,杏眼", "ojos grandes"
        ),
        "narrow": Words("narrow eyes, squinting", "丹凤眼,细长的眼,眯眯眼", "ojos rasgados"),
        "hooded": Words("hooded eyes, heavy-lidded", "肿眼泡", "párpados caídos"),
        "monolid": Words("monolid, monolids", "单眼皮", ""),
    }
)

EYE_COLORS = Lexicon(
    {
        "#4f7fa6": Words("blue eyes, blue-eyed", "蓝眼,碧眼", "ojos azules"),
        "#4d7a4a": Words("green eyes, green-eyed, emerald eyes", "绿眼", "ojos verdes"),
        "#6b7480": Words("grey eyes, gray eyes, grey-eyed, gray-eyed", "灰眼", "ojos grises"),
        "#9a6a2c": Words("hazel eyes, amber eyes", "琥珀色的眼", "ojos miel"),
        "#3b2b20": Words("brown eyes, brown-eyed, dark eyes, black eyes", "黑眼睛", "ojos negros"),
    }
)

# Of one who has not slept, 0 … 1.
TIRED = Lexicon(
    {
        0.8: Words(
            "tired, exhausted, weary, sleepless, haggard, overworked, worn out, drained, insomniac",
            "疲惫,疲倦,憔悴,熬夜,劳累,黑眼圈",
            "cansad*, agotad*, ojeros*, rendid*",
        )
    }
)

FRECKLES = Lexicon({True: Words("freckles, freckled", "雀斑", "pecas, pecos*")})

MAKEUP = Lexicon(
    {
        "dark": Words("goth, gothic, emo, witch", "哥特,暗黑系", "gótic*, bruja"),
        "bold": Words(
            "glamorous, femme fatale, made up, red lips, red lipstick, actress, singer, diva, "
            "showgirl",
            "浓妆,红唇,妖艳,女明星,歌女,舞女",
            "maquillad*, glamuros*, labios rojos, cantante, actriz",
        ),
        "none": Words("no makeup, plain-faced, bare-faced", "素颜", "sin maquillaje"),
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

# What of a person, besides themselves, has a colour.
COLOURED = Lexicon(
    {
        True: Words(
            "hair, haired, eyes, eyed, beard, moustache, skirt, trousers, pants, shoes, boots, "
            "gloves, tie, stockings, leather, clothes, clothing, lipstick, nails, tea, market",
            "发,眼,裤,鞋,手套,领带,衣,裙,袍",
            "pelo, cabello, ojos, barba, pantalón, pantalones, zapatos, botas, guantes, corbata",
        )
    }
)
