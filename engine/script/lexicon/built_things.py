"""Things that the name of a place may speak of, and that are put into its set."""

from engine.script.lexicon.match import Lexicon, Words

# Names as engine.rehearsal.sets.parts knows them.
THINGS = Lexicon(
    {
        "flowers": Words(
            "flower, flowers, rose, roses, lily, lilies, floral", "花", "flor, flores, rosas"
        ),
        "machine": Words(
            "machine, machines, machinery, engine, engines, generator, boiler, "
            "industrial, robot, robots",
            "机器,发动机,锅炉,机器人,引擎",
            "máquina*, motor*, caldera",
        ),
        "barrels": Words(
            "barrel, barrels, wine, cask, casks, beer, oil, rum",
            "酒,桶,油",
            "barril*, vino, bodega, ron",
        ),
        "crates": Words(
            "crate, crates, box, boxes, storage, cargo, storeroom, warehouse",
            "箱,货,储藏,仓库",
            "caja*, carga, almacén",
        ),
        "books": Words("book, books, archive, archives", "书,档案", "libro*, archivo"),
        "lantern": Words("lantern, lanterns, lamp, lamps", "灯笼,油灯", "farol*, lámpara*"),
        "candles": Words("candle, candles, candlelit, altar", "蜡烛,烛,祭坛", "vela*, altar"),
        "statue": Words(
            "statue, statues, idol, sculpture, sculptures",
            "雕像,石像,雕塑,佛像",
            "estatua*, escultura*",
        ),
        "fireplace": Words(
            "fireplace, hearth, stove, forge, furnace",
            "壁炉,火炉,灶,熔炉",
            "chimenea, hogar, fragua, horno",
        ),
        "screens": Words(
            "computer, computers, screen, screens, control, monitor, monitors, server, servers, "
            "surveillance, hacker",
            "电脑,屏幕,控制,监控,服务器",
            "ordenador*, pantalla*, control, servidor*",
        ),
        "tank": Words(
            "aquarium, fish tank, tank, tanks, fish", "水族,鱼缸,鱼", "acuario, pecera, peces"
        ),
        "throne": Words("throne, king, queen", "王座,宝座", "trono, rey, reina"),
        "clock": Words("clock, clocks, clockwork", "钟,钟表", "reloj, relojes"),
        "mirror": Words("mirror, mirrors", "镜", "espejo*"),
        "paintings": Words(
            "painting, paintings, portrait, art, artist, painter",
            "画,肖像",
            "cuadro*, pintura*, arte",
        ),
        "plants": Words(
            "plant, plants, greenhouse, jungle, vine, vines, botanical",
            "植物,温室,藤",
            "planta*, invernadero, enredadera*",
        ),
        "trees": Words(
            "tree, trees, orchard, pine, cherry, apple, oak", "树,松,樱,果", "árbol*, pino*, huerto"
        ),
        "well": Words("well, fountain", "井,喷泉", "pozo, fuente"),
        "boat": Words(
            "boat, boats, shipyard, fishing, sailboat", "小船,渔,帆船", "bote*, barca*, pesca*"
        ),
        "vehicle": Words(
            "car, cars, truck, wreck, junkyard, scrapyard, mechanic, taxi",
            "汽车,卡车,修车,废车",
            "coche*, camión, taller mecánico, chatarra",
        ),
        "tower": Words(
            "lighthouse, tower, watchtower, clock tower", "灯塔,塔楼,塔,瞭望", "faro, torre"
        ),
        "windmill": Words("windmill, mill", "风车", "molino"),
        "ruin": Words(
            "ruins, castle, fortress, wall, pyramid, tomb",
            "废墟,遗址,城墙,要塞,城堡",
            "ruinas, castillo, muralla, fortaleza",
        ),
        "house": Words(
            "house, hut, shack, cabin, cottage, barn, motel, gas station",
            "屋,房,加油站",
            "casa, cabaña, granero, gasolinera",
        ),
        "tent": Words(
            "tent, tents, camp, circus", "帐篷,营,马戏", "tienda de campaña, campamento, circo"
        ),
        "rocket": Words("rocket, launch, spaceship", "火箭,发射", "cohete"),
        "bed": Words("bed, bunk, bunks", "床", "cama, litera*"),
        "sofa": Words("sofa, couch, lounge", "沙发", "sofá"),
        "desk": Words("desk, study, writer", "书桌,桌", "escritorio, mesa"),
        "piano": Words("piano, music, conservatory, rehearsal", "钢琴,琴,音乐", "piano, música"),
        "instruments": Words(
            "microphone, recording, radio, podcast",
            "录音,电台,麦克风",
            "micrófono, radio, grabación",
        ),
        "weapons": Words(
            "weapon, weapons, armory, armoury, sword, swords, dojo",
            "武器,兵器,剑,刀,武",
            "arma*, espada*, arsenal",
        ),
        "bones": Words(
            "skeleton, bones, skull, dinosaur, fossil*",
            "骷髅,骨,化石,恐龙",
            "esqueleto, huesos, dinosaurio",
        ),
        "toys": Words("toy, toys, doll, dolls, nursery", "玩具,娃娃,婴儿", "juguete*, muñeca*"),
        "hay": Words(
            "hay, stable, horse, horses, farm",
            "谷仓,马厩,马,稻草",
            "heno, establo, caballo*",
        ),
        "chains": Words(
            "chain, chains, dungeon, torture, cage, cages, zoo",
            "锁链,地牢,笼,刑",
            "cadena*, mazmorra, jaula*",
        ),
    }
)
