"""Sets by the words of a place."""

from engine.contracts import SetKind
from engine.script.lexicon.match import Lexicon, Words

# The word nearest the end of the heading usually names the place ("HOSPITAL ROOFTOP").
PLACES = Lexicon(
    {
        SetKind.ROOFTOP: Words(
            "rooftop, roof, terrace, balcony, skyscraper top, helipad",
            "天台,屋顶,楼顶,露台,阳台,房顶,顶楼,停机坪",
            "azotea, tejado, terraza, balcón",
        ),
        SetKind.ALLEY: Words(
            "alley, alleyway, back street, backstreet, side street, passage, underpass",
            "小巷,巷子,胡同,后巷,巷口,弄堂,巷,窄巷,陋巷,后街,地下通道",
            "callejón, pasaje",
        ),
        SetKind.STREET: Words(
            "street, road, avenue, sidewalk, city, town, square, bus stop, crossing, market,"
            " intersection, downtown, highway, entrance, outside, gate, building, plaza,"
            " harbor, harbour, dock, neighborhood",
            "街,马路,街道,路边,路口,城市,广场,门口,市场,街头,大街,码头,集市,"
            "公司楼下,楼下,大门外,校门口,十字路口,公路,高速,人行道,公交站,小镇,镇上,"
            "门外,城门,港口,夜市,菜市场,入口,街区,大厦,大楼外",
            "calle, avenida, carretera, ciudad, plaza, acera, mercado, entrada, exterior,"
            " muelle, parada",
        ),
        SetKind.BOARDROOM: Words(
            "boardroom, conference room, meeting room, board room, headquarters",
            "会议室,董事会,会议厅,总部,会客室,谈判室",
            "sala de juntas, sala de reuniones, consejo",
        ),
        SetKind.OFFICE: Words(
            "office, cubicle, reception, workplace, lab, laboratory, library, newsroom, bank,"
            " control room, studio",
            "办公室,总裁办,办公,图书馆,实验室,公司,银行,前台,书房,工作室,图书室,"
            "控制室,监控室,机房,报社,编辑部,演播室,工位,接待室,事务所,律所,画室,录音棚",
            "oficina, despacho, biblioteca, laboratorio, recepción, banco, estudio",
        ),
        SetKind.HOSPITAL: Words(
            "hospital, clinic, emergency room, operating room, e.r., er, nurse station,"
            " hospital corridor, ambulance, morgue, operating theater, operating theatre",
            "医院,手术室,急诊,走廊医院,诊室,太平间,抢救室,诊所,急救室,护士站,救护车,"
            "停尸房,卫生院,医馆",
            "hospital, clínica, urgencias, quirófano, sala de espera, morgue",
        ),
        SetKind.PALACE: Words(
            "palace, throne room, throne, castle, great hall, imperial, royal, court of the king",
            "皇宫,宫殿,大殿,御书房,金銮殿,寝宫,王府,皇,宫,殿,城堡,朝堂,神殿,太医院,翰林院,御膳房",
            "palacio, castillo, trono",
        ),
        SetKind.COURTYARD: Words(
            "courtyard, garden, backyard, yard, patio, estate, villa grounds, lawn, park,"
            " playground, pool",
            "院子,庭院,后院,花园,院,别墅外,公园,泳池,天井,御花园,草坪,操场,游乐场,游泳池,球场,校园",
            "patio, jardín, corral, parque, piscina",
        ),
        SetKind.BEDROOM: Words(
            "bedroom, bed, dormitory, dorm, nursery, chamber, bathroom, dressing room",
            "卧室,房间,宿舍,闺房,新房,婚房,浴室,寝室,儿童房,婴儿房,更衣室,化妆间,"
            "衣帽间,卫生间,洗手间,厕所,淋浴间,厢房",
            "dormitorio, habitación, alcoba, cuarto, baño",
        ),
        SetKind.LIVING_ROOM: Words(
            "living room, apartment, house, home, lounge, parlor, parlour, sitting room, den,"
            " family room, penthouse, cabin, flat, cottage, attic, basement",
            "客厅,家中,家,公寓,大厅家,老宅,林家,顾家,屋内,出租屋,地下室,阁楼,起居室,"
            "休息室,屋里,屋子,小屋,木屋,茅屋,草屋,农舍,府邸,府上,侯府,将军府,相府,宅子,"
            "宅邸,宅院,复式",
            "sala, salón, casa, apartamento, piso, departamento, hogar, sótano, ático, cabaña",
        ),
        SetKind.KITCHEN: Words(
            "kitchen, dining room, pantry, diner kitchen",
            "厨房,餐厅家,饭厅,后厨,灶房,餐室,茶水间,储藏室",
            "cocina, comedor",
        ),
        SetKind.CAFE: Words(
            "café, cafe, coffee shop, tea house, teahouse, bakery, inn",
            "咖啡,咖啡厅,咖啡馆,茶馆,茶楼,客栈,茶室,茶坊,面包房,面包店,驿站",
            "cafetería, cafe, café, panadería",
        ),
        SetKind.CAR: Words(
            "car, taxi, limousine, limo, van, truck, bus, cab, vehicle, train, plane, airplane, "
            "backseat, back seat, carriage, subway, jet, boat, ship, spaceship, cockpit",
            "车内,车里,轿车,出租车,豪车,车上,车厢,马车,飞机,地铁,火车,跑车,车,大巴,公交,"
            "卡车,面包车,高铁,后座,驾驶室,驾驶舱,机舱,船,船舱,游艇,飞船,直升机",
            "coche, carro, auto, taxi, limusina, camión, autobús, tren, avión, metro, barco",
        ),
        SetKind.BALLROOM: Words(
            "ballroom, banquet, banquet hall, gala, wedding hall, party, wedding, "
            "reception hall, auction, stage, theater, theatre, casino, red carpet",
            "宴会厅,宴会,婚礼,舞厅,晚宴,拍卖,婚礼现场,舞台,剧院,发布会,礼堂,酒会,婚宴,"
            "生日宴,寿宴,庆功宴,派对,典礼,会场,剧场,戏院,戏台,电影院,影院,赌场,红毯,秀场",
            "salón de baile, banquete, boda, gala, fiesta, teatro, escenario, subasta, "
            "salón de fiestas",
        ),
        SetKind.COURTROOM: Words(
            "courtroom, courthouse, court room, tribunal, court",
            "法庭,法院,审判庭,公堂,衙门,县衙,大理寺,裁判庭",
            "tribunal, juzgado, sala del tribunal, corte",
        ),
        SetKind.FOREST: Words(
            "forest, woods, woodland, jungle, grove, meadow, field, swamp, stream, river,"
            " lake, riverbank, trail, camp, campsite",
            "森林,树林,竹林,林中,丛林,河边,湖边,田野,草地,溪边,山林,野外,密林,果园,"
            "沼泽,小溪,河岸,河畔,湖畔,湖心,湖中,江边,草原,田间,田里,营地,小径",
            "bosque, selva, campo, prado, río, lago, arroyo",
        ),
        SetKind.MOUNTAIN: Words(
            "mountain, mountains, mount, peak, cliff, summit, hill, hills, foothills, canyon, "
            "desert, cave, valley, ridge, saddle, chasm",
            "山,山顶,悬崖,峰,崖边,山洞,沙漠,峡谷,山谷,雪山,山坡,山脚,山路,山脊,丘陵,断崖,崖,洞穴,深渊,戈壁",
            "montaña, monte, cima, acantilado, colina, desierto, cueva, valle, sierra",
        ),
        SetKind.HALL: Words(
            "hall, funeral home, lobby, foyer, warehouse, museum, gallery, arena, stadium,"
            " conference center, auditorium, factory, tunnel, vault",
            "大厅,大堂,灵堂,殡仪馆,仓库,展厅,工厂,厅,门厅,玄关,博物馆,美术馆,画廊,"
            "展览馆,体育场,竞技场,会展中心,报告厅,车间,厂房,隧道,金库",
            "vestíbulo, lobby, almacén, museo, fábrica, recibidor",
        ),
        SetKind.MANSION: Words(
            "mansion, villa, manor, staircase, grand staircase, stately home",
            "别墅,豪宅,公馆,庄园,旋转楼梯",
            "mansión, villa, escalinata, escalera*",
        ),
        SetKind.HOTEL_ROOM: Words(
            "hotel room, hotel suite, presidential suite, suite, motel, motel room, hotel",
            "酒店房间,酒店套房,总统套房,套房,客房,酒店,宾馆,旅馆",
            "habitación de hotel, habitación del hotel, suite, hotel, motel",
        ),
        SetKind.CORRIDOR: Words(
            "corridor, hallway, hotel corridor, landing, stairwell, stairs",
            "走廊,过道,楼道,酒店走廊,回廊,楼梯间,楼梯",
            "pasillo, corredor, rellano",
        ),
        SetKind.ELEVATOR: Words(
            "elevator, lift",
            "电梯",
            "ascensor, elevador",
        ),
        SetKind.POLICE: Words(
            "police station, precinct, police, interrogation room, interrogation,"
            " detective bureau, sheriff's office",
            "警局,派出所,审讯室,警察局,公安局,警署,刑警队",
            "comisaría, sala de interrogatorios, policía",
        ),
        SetKind.PRISON: Words(
            "cell, prison, jail, prison cell, holding cell, visiting room",
            "牢房,监狱,囚室,看守所,探监室,大牢,天牢",
            "celda, cárcel, prisión, calabozo",
        ),
        SetKind.CLASSROOM: Words(
            "classroom, school, lecture hall, lecture room, kindergarten",
            "教室,学校,课堂,校长室,幼儿园,学堂,私塾",
            "aula, escuela, colegio, salón de clases",
        ),
        SetKind.WARD: Words(
            "ward, icu, hospital room, hospital bed, patient room, recovery room, maternity ward",
            "病房,重症,重症监护室,监护室,产房,病床",
            "habitación del hospital, habitación de hospital, cuidados intensivos",
        ),
        SetKind.BAR: Words(
            "bar, pub, nightclub, club, tavern, cocktail bar, karaoke",
            "酒吧,夜店,会所,夜总会,俱乐部,迪厅,酒馆,酒肆,KTV",
            "bar, taberna, cantina, discoteca, pub",
        ),
        SetKind.RESTAURANT: Words(
            "restaurant, diner, bistro, private dining room, canteen, noodle shop",
            "餐厅,饭店,酒楼,餐馆,面馆,饭馆,小馆,馆子,食堂,大排档,小吃摊,烧烤摊,面摊,"
            "包厢,包间,火锅店",
            "restaurante, mesón",
        ),
        SetKind.AIRPORT: Words(
            "airport, terminal, departure hall, train station, station, subway station,"
            " bus station, platform, waiting hall",
            "机场,候机,航站楼,候车室,火车站,地铁站,汽车站,车站,站台,月台,候机厅",
            "aeropuerto, estación, estación de tren, andén, terminal",
        ),
        SetKind.CHURCH: Words(
            "church, cathedral, chapel, wedding chapel, altar, abbey, monastery, tabernacle,"
            " pulpit",
            "教堂,礼拜堂,修道院,圣坛",
            "iglesia, catedral, capilla, monasterio",
        ),
        SetKind.TEMPLE: Words(
            "temple, shrine, pagoda, ancestral hall",
            "庙,寺,祠堂,道观,佛堂,神社,佛殿,寺庙",
            "templo, santuario, pagoda",
        ),
        SetKind.SHOP: Words(
            "shop, store, boutique, mall, supermarket, pharmacy, grocery, department store",
            "商店,便利店,超市,商场,店,铺子,当铺,专卖店,婚纱店,服装店,药店,美容院,发廊,网吧",
            "tienda, supermercado, centro comercial, farmacia, boutique",
        ),
        SetKind.GYM: Words(
            "gym, dojo, boxing ring, boxing gym, fitness club, locker room",
            "健身房,武馆,拳馆,体育馆,拳击台,训练馆",
            "gimnasio, cuadrilátero, vestuario",
        ),
        SetKind.GARAGE: Words(
            "garage, parking garage, underground parking, parking lot, parking, car park",
            "车库,停车库,停车场,地下车库,地下停车场",
            "garaje, estacionamiento, aparcamiento",
        ),
        SetKind.VILLAGE: Words(
            "village, hamlet, farm, farmhouse, farmyard, ranch",
            "村,村口,村庄,村里,农村,农场,农家,乡下",
            "pueblo, aldea, granja, finca, rancho",
        ),
        SetKind.BEACH: Words(
            "beach, beaches, shore, seaside, seashore, coast, island, sea, ocean",
            "海边,沙滩,大海,海上,海面,海滩,海岸,小岛,海岛,孤岛,岛上",
            "playa, isla, mar, costa, orilla",
        ),
        SetKind.BRIDGE: Words(
            "bridge, footbridge, overpass, suspension bridge",
            "桥,大桥,天桥,桥上,桥头",
            "puente, pasarela",
        ),
        SetKind.CEMETERY: Words(
            "cemetery, graveyard, grave, graveside, burial ground",
            "墓地,陵园,墓园,坟地,坟场,坟前,公墓",
            "cementerio, tumba, camposanto",
        ),
    }
)
