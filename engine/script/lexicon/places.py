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
            "street, road, avenue, sidewalk, city, town, square, bus stop, crossing, bridge, "
            "market, intersection, downtown, highway, "
            "station, entrance, outside, gate, parking lot, parking, building, train station, "
            "plaza, harbor, harbour, dock, neighborhood",
            "街,马路,街道,路边,路口,城市,广场,桥,车站,门口,市场,街头,大街,停车场,码头,集市,"
            "公司楼下,楼下,大门外,校门口,十字路口,公路,高速,人行道,天桥,火车站,地铁站,汽车站,"
            "公交站,站台,月台,小镇,镇上,村口,门外,城门,港口,夜市,菜市场,入口,街区,大厦,"
            "大楼外",
            "calle, avenida, carretera, ciudad, plaza, puente, acera, mercado, estación, "
            "entrada, exterior, muelle, parada, estacionamiento",
        ),
        SetKind.BOARDROOM: Words(
            "boardroom, conference room, meeting room, board room, headquarters",
            "会议室,董事会,会议厅,总部,会客室,谈判室",
            "sala de juntas, sala de reuniones, consejo",
        ),
        SetKind.OFFICE: Words(
            "office, cubicle, reception, workplace, police station, precinct, "
            "interrogation room, lab, laboratory, library, classroom, school, newsroom, bank, "
            "control room, studio",
            "办公室,总裁办,办公,警局,派出所,审讯室,教室,图书馆,实验室,公司,学校,银行,前台,书房,"
            "工作室,警察局,公安局,警署,图书室,校长室,控制室,监控室,机房,报社,编辑部,演播室,工位,接待室,事务所,律所,画室,录音棚",
            "oficina, despacho, comisaría, aula, escuela, biblioteca, laboratorio, recepción, "
            "banco, estudio",
        ),
        SetKind.HOSPITAL: Words(
            "hospital, clinic, ward, icu, emergency room, operating room, e.r., er, "
            "nurse station, hospital room, hospital corridor, ambulance, morgue, "
            "operating theater, operating theatre",
            "医院,病房,手术室,急诊,走廊医院,诊室,重症,太平间,抢救室,产房,诊所,急救室,护士站,救护车,停尸房,卫生院,医馆,监护室",
            "hospital, clínica, urgencias, quirófano, sala de espera, morgue",
        ),
        SetKind.PALACE: Words(
            "palace, throne room, throne, castle, temple, great hall, imperial, royal, "
            "court of the king, shrine, cathedral, church, monastery, tabernacle, chapel",
            "皇宫,宫殿,大殿,御书房,金銮殿,寝宫,王府,皇,宫,殿,庙,寺,教堂,祠堂,城堡,朝堂,神殿,道观,修道院,佛堂,神社",
            "palacio, castillo, trono, templo, iglesia, catedral, capilla",
        ),
        SetKind.COURTYARD: Words(
            "courtyard, garden, backyard, yard, patio, estate, villa grounds, lawn, park, "
            "cemetery, graveyard, playground, pool",
            "院子,庭院,后院,花园,院,别墅外,公园,墓地,陵园,泳池,天井,草坪,操场,游乐场,墓园,坟地,坟场,坟前,游泳池,球场,校园",
            "patio, jardín, corral, parque, cementerio, piscina",
        ),
        SetKind.BEDROOM: Words(
            "bedroom, bed, hotel room, hotel suite, dormitory, dorm, nursery, chamber, motel, "
            "bathroom, dressing room, cell, prison",
            "卧室,房间,酒店房间,宿舍,闺房,新房,婚房,套房,客房,浴室,牢房,监狱,寝室,酒店,"
            "宾馆,旅馆,儿童房,婴儿房,更衣室,化妆间,衣帽间,卫生间,洗手间,厕所,淋浴间,囚室,"
            "看守所,地牢,厢房",
            "dormitorio, habitación, alcoba, cuarto, hotel, baño, celda",
        ),
        SetKind.LIVING_ROOM: Words(
            "living room, apartment, house, home, lounge, parlor, parlour, mansion, villa, "
            "sitting room, den, family room, penthouse, cabin, flat, cottage, attic, basement, "
            "suite",
            "客厅,家中,家,别墅,公寓,大厅家,豪宅,老宅,林家,顾家,屋内,出租屋,地下室,阁楼,"
            "起居室,休息室,屋里,屋子,小屋,木屋,茅屋,草屋,农舍,公馆,府邸,府上,侯府,将军府,"
            "相府,庄园,宅子,宅邸,宅院,复式",
            "sala, salón, casa, apartamento, piso, mansión, departamento, hogar, sótano, ático, "
            "cabaña",
        ),
        SetKind.KITCHEN: Words(
            "kitchen, dining room, pantry, diner kitchen",
            "厨房,餐厅家,饭厅,后厨,灶房,餐室,茶水间,储藏室",
            "cocina, comedor",
        ),
        SetKind.CAFE: Words(
            "café, cafe, coffee shop, restaurant, bar, diner, pub, bistro, tea house, teahouse, "
            "nightclub, club, shop, store, bakery, tavern, inn",
            "咖啡,咖啡厅,咖啡馆,餐厅,饭店,酒吧,茶馆,茶楼,酒楼,客栈,会所,夜店,商店,便利店,"
            "餐馆,店,面馆,饭馆,酒馆,小馆,馆子,茶室,茶坊,食堂,大排档,小吃摊,烧烤摊,面摊,"
            "超市,商场,铺子,当铺,夜总会,俱乐部,迪厅,网吧,KTV,美容院,发廊,面包房,酒肆,驿站",
            "cafetería, cafe, café, restaurante, bar, taberna, cantina, tienda, discoteca, "
            "panadería",
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
            "forest, woods, woodland, jungle, grove, meadow, field, swamp, stream, river, lake, "
            "riverbank, trail, camp, campsite, farm, beach, island, sea, ocean, shore",
            "森林,树林,竹林,林中,丛林,河边,湖边,田野,草地,溪边,海边,沙滩,农村,山林,野外,"
            "密林,果园,沼泽,小溪,河岸,河畔,湖畔,湖心,湖中,江边,大海,海上,海面,海滩,海岸,小岛,海岛,孤岛,岛上,"
            "草原,农场,田间,田里,营地,小径",
            "bosque, selva, campo, prado, río, lago, arroyo, playa, isla, mar, granja",
        ),
        SetKind.MOUNTAIN: Words(
            "mountain, mountains, mount, peak, cliff, summit, hill, hills, foothills, canyon, "
            "desert, cave, valley, ridge, saddle, chasm",
            "山,山顶,悬崖,峰,崖边,山洞,沙漠,峡谷,山谷,雪山,山坡,山脚,山路,山脊,丘陵,断崖,崖,洞穴,深渊,戈壁",
            "montaña, monte, cima, acantilado, colina, desierto, cueva, valle, sierra",
        ),
        SetKind.HALL: Words(
            "hall, funeral home, lobby, corridor, hallway, foyer, gym, warehouse, elevator, "
            "lift, stairs, "
            "stairwell, staircase, airport, museum, gallery, arena, stadium, conference center, "
            "auditorium, factory, garage, tunnel, vault",
            "大厅,大堂,灵堂,殡仪馆,走廊,过道,电梯,楼梯,楼道,机场,仓库,展厅,体育馆,工厂,"
            "车库,厅,门厅,玄关,博物馆,美术馆,画廊,展览馆,健身房,体育场,竞技场,武馆,拳馆,"
            "会展中心,报告厅,航站楼,候机,候车室,车间,厂房,隧道,金库,停车库",
            "vestíbulo, pasillo, corredor, lobby, almacén, ascensor, escalera*, aeropuerto, "
            "museo, gimnasio, garaje, fábrica, recibidor",
        ),
    }
)
