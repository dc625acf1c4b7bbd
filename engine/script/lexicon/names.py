"""Given names by who usually bears them."""

_WOMEN_NAMES = """
    aarti abigail ada adaeze addison adela adelaide adele adeline aditi adriana agnes agustina aiko
    aisha aishwarya aitana akiko akua alba alejandra alexa alexandra alexis alice alicia alina
    alison allison alma almudena alyssa ama amaka amalia amanda amara amber ambika amelia amina
    amita amparo amrita amy ana anabel ananya anastasia andrea angela angelica angelina anika
    anisha anita anjali ankita anna anne annie antonia anushka anya aparna april arabella araceli
    archana ariana ariel aruna asha ashley astrid audrey aurelia aurora autumn ava ayesha ayumi
    azucena barbara beatrice beatrix becky begona belen belinda bella belén bernadette bernarda
    bertha beth beverly bhavana bianca bina blanca blanche bonnie brenda briana brianna bridget
    britney brittany brooke bryony callie camila candace candela candice caridad carla carlota
    carly carmen carol carolina caroline carrie cassandra cassie catalina catherine cecilia cecily
    celeste celia celina chandni charlotte chelsea cheryl chioma chitra chiyo chloe christina
    christine cindy claire clara clarissa claudia clementine clover colette concha constance
    consuelo cora cordelia corinne courtney cristina crystal cynthia dahlia daisy dalia dana
    daniela daphne darcy darlene debbie deborah deepa deepika deirdre delfina delia demi denise
    destiny devi devika diana divya diya dolores donna doris dorothy dottie dulce durga edith edna
    effie efua eileen elaine eleanor eleanora elena elinor elisa elisabeth elise eliza elizabeth
    ella ellen eloise elsa elsie elvira emilia emily emma emmeline encarna enid erica erin
    ernestine esme esperanza estefania estela estelle esther etta eugenia eun-ji eunice eva
    evangeline eve evelyn fabiola faith fang fatima fatou fay faye felicity felisa fen fern
    fernanda fiona flora florence florencia folake frances francesca francisca freya fumiko
    gabriela gauri gayatri geeta gemma genevieve georgia georgina geraldine gertrude gillian gimena
    gina ginny giselle gita gladys glenda gloria grace graciela greta guadalupe guinevere gwen
    gwendolyn hailey hana hanako hannah harper haruka hayley hazel heather heidi helen hema
    henrietta hilary hilda hillary holly hope hui-min ida imelda imogen indira ines ingrid
    inmaculada inés iona ione irene iris isabel isabella isadora isha ishani isla isolde itziar
    ivana ivy jacinta jackie jacqueline jane janet janice janis jasmin jasmine jaya jean jeanette
    jemima jen jenna jennifer jenny jeri jessica jia jill jimena jing joan joanna jocelyn jodie
    johanna jolene josefa josefina josephine josie joy joyce juana judith judy julia juliana
    julianna juliet julieta juliette june jyoti kaitlyn kajal kalpana kamala kara kareena karen
    karina kate katherine kathleen kathryn kathy katie katy kavita kavya kayla kaylee keiko keira
    kelly kendra khadija kiara kim kimberly kirsten kirsty krista kristen kristina kriti lacey
    lakshmi lalita lan lana lara larissa lata latoya laura laurel lauren layla lea leah leanne
    leela leila lena leona leonor leonora leslie leticia letitia li-na lian liana lidia lihua lila
    lillian lillie lily linda linnea lisa lisbeth liz liza lois lola lorelei lorena loretta lorna
    lorraine lottie louisa louise lourdes lucero lucia lucille lucinda lucy lucía luella luisa lulu
    luna lupe lupita lydia lynda lynn mabel macarena mackenzie maddie madeleine madeline madhu
    madhuri madison maeve magdalena maggie mai-ling maisie maite mala malini mallory mamie mamta
    mandy manisha manuela mara marcela marcia margaret margarita margot marguerite maria mariana
    marianne maribel maricarmen maricela marie marilyn marina marisa marisol marjorie marlen
    marlene marsha marta martha martina mary maría matilda matilde maud maude maureen mavis maxine
    maya meena meera meg megan megumi mei mei-ling meihua melanie melinda melissa melody mercedes
    mercy meredith mia micaela michelle michiko midori mila milagros mildred millicent millie milly
    min-ji mindy minerva mingmei minnie mira miranda miriam mithila miyuki mohini moira molly mona
    monica montserrat morgana muriel myra myrtle nadia nadine namrata nancy nandini naoko naomi
    natalia natalie natasha neha nell nellie nettie ngozi nicola nicole nidhi nieves nikita nina
    nisha nkechi noelia noor nora noreen noriko norma nuria octavia olga olive olivia opal ophelia
    padma paige pallavi paloma pamela pansy paola paquita parvati patience patricia patsy patty
    paula paulette paulina pauline payal paz pearl peggy penelope penny perla petra philippa
    philomena phoebe pilar piper polly pooja poonam poppy portia prachi pragya preeti prerna
    primrose priya priyanka prudence puja qian rachael rachel radha radhika ramona rani raquel
    rashmi rebecca reese regina reiko rekha remedios renata renu reshma rhonda rita riya roberta
    robyn rochelle rocio rocío romy rosa rosalba rosalia rosalie rosalind rosamund rosanna rosario
    rosaura rose rosemary roshni rosie rowan rowena roxanne roxy ruby ruchi rupa ruth sabina
    sabrina sadhana sadie saira sakshi sakura sally salome samantha sandhya sandra sandy sangeeta
    sara sarah sarita saroja sasha savannah savita sayuri scarlett seema selina serena shabana
    shalini shannon shanti sharmila sharon sheila shelby shelley sherry sheryl shilpa shirley
    shivani shobha shreya shruti shu-fen shufen sibyl sienna sierra silvia simone simran sita skye
    smita sneha sofia sofía soledad sonali sonam sondra sonia soo-yeon sophia sophie stacey stacy
    stella stephanie sudha sue sujata summer sunita sunny supriya surabhi susan susana susanna
    sushma susie suzanne svetlana swati sybil sylvia tabitha tamara tammy tania tanvi tanya tara
    tatiana tatum teresa tess thea thelma theresa thuy tiffany tilda tilly tina tomasa tomoko toni
    tonya tori tracy trina trinidad trish trisha trudy twyla uma ursula usha valentina valeria
    valerie vandana vanesa vanessa vani vasudha veena velma vera verity verna veronica verónica
    vicky victoria vidya vimala viola violet violeta virginia viv vivian viviana wanda wanjiru
    wendy wilhelmina willow wilma winifred winnie winona xena xia xiaohong xiaoling xiaomei xiaoyan
    ximena xiulan xochitl xue yamini yan yasmin yelena yesenia yetunde ying yoko yolanda yoona yuki
    yumi yun yvette yvonne zainab zara zeenat zelda zhen zoe zoey zola zora zoraida
"""
WOMEN = frozenset(_WOMEN_NAMES.split())

_MEN_NAMES = """
    aarav aaron abe abel abelardo abhay abhishek abraham ace adam aditya adolf adolfo adrian
    agustin ahab ahmed aiden ajax ajay akash akira akshay alan alastair albert alberto albie aldo
    aldous alec alejandro aleksandr alex alexander alfie alfonso alfred alfredo algernon ali
    alistair alonso alonzo alton alvaro alvin amar ambrose amit amitabh amos anand andre andres
    andrew andrés andy angelo angus anibal anil anirudh ankit ansel anson anthony antonio anupam
    arcadio archer archibald archie ari arjun arlo armand armando arnold art arthur arturo arun
    arvind asa asher ashok ashwin atticus august augusto augustus aurelio austin axel babajide
    balraj baltasar bao barney barry bart bartholomew basil bautista beau ben benedict benito
    benjamin benji bennett benny bernard bernardo bert bertie bertram bharat bhushan bill billy
    bjorn blake bo bob bobby boris boyd brad braden bradley brady brandon braulio brendan brent
    brett brian brock brodie bruce bruno bryan bryce buck bud buddy burt buster byron cal caleb
    calvin cameron camilo carl carlos carlton carson carter cary casper cassius cayetano cecil
    cedric cesar chad chance chandler chandra chang chao charles charlie chase chen cheng chester
    chet chidi chip chirag chris christian christopher chuck chukwu clarence clark claude claudio
    clay clayton clement cliff clifford clint clinton clive clyde cody colby cole colin colton
    connor conor conrad cooper corey cornelius cory cosmo craig crispin cristian cristobal curt
    curtis cyril cyrus césar dae-jung dale dallas dalton damian damien damon dan daniel danny dante
    dario darius darrell darren darryl darwin dashiell dave davey david davis dawson dean declan
    deepak delbert demetrius dennis denny denzel derek desmond dev dexter dhruv dick diego dilip
    dillon dimitri dinesh dirk dmitri domingo dominic dominick don donald dong donnie donovan
    dorian doug douglas doyle drake drew duane dudley duke duncan dustin dwayne dwight dylan earl
    earnest easton ed eddie eddy edgar edison edmund eduardo edward edwin efraim efrain egbert
    eladio elbert eldon eli elias elijah eliot elliot ellis elmer eloy elroy elton elvis elwood
    emanuel emeka emerson emiliano emilio emmett enoch enrique enzo ephraim eric erik ernest
    ernesto ernie errol erwin esteban ethan eugene eugenio eusebio evan evander evaristo everett
    ewan ezekiel ezra fabian fabio facundo farhan faustino federico felipe felix feng ferdinand
    fergus fermin fernando fidel finley finn finnegan flavio fletcher floyd ford forrest foster
    francis francisco frank frankie franklin fraser fred freddie freddy frederic frederick fritz
    froilan gabe gabriel galen ganesh gang gareth garrett garth gary gaspar gaurav gavin gene geoff
    geoffrey george gerald gerard gerardo german gideon gil gilbert gilberto giles gino giovanni
    girish glen godfrey gonzalo gopal gordie gordon govind grady graham grant greg gregory griffin
    grover guillermo gunnar gunther guo gus gustavo guy hal hamilton hamish hamlet hank hans hari
    harish harlan harley harold harris harrison harry harsh haruto harvey hassan hayden heath
    hector heinrich hemant henry herb herbert heriberto herman hernan hipolito hiram hiro hiroshi
    homer horace horacio horatio houston howard hrithik hubert hugh hugo hui-bin humberto humphrey
    hunter héctor ian ibrahim ichabod ichiro ignacio ignatius igor ike imran ira irving irwin isaac
    isaiah ishaan ishmael isidore isidro ismael israel ivan iván jace jacinto jack jackson jacob
    jagdish jai jaime jake jamal james jamie jared jason jasper jatin javier jay jayant jayden jeb
    jed jedediah jeff jefferson jeffrey jeremiah jeremy jermaine jerome jeronimo jerry jesse jesus
    jethro jian jianguo jim jimmy jin-woo jisoo joaquin joaquín jock jody joe joel joey johan john
    johnny jonah jonas jonathan jonathon jordy jorge jose joseph josh joshua josiah josé juan jud
    judas jude julian julio julián jun junwei justin kabir kai kaleb kamal kane karan kareem karim
    karl karthik kartik kazuo keanu keaton keegan keith kelvin ken kendrick kenji kenneth kenny
    kent keshav kevin kieran kip kiran kirk kishore klaus knox kofi krishna kristian kumar kunal
    kurt kwame kyle lachlan lakshman lalit lamar lambert lance landon larry lars laurence lawrence
    lazarus leandro lee lei leif leland lenny leo leon leonard leonardo leonel leopold leopoldo
    leroy les lester levi lewis lex liam liang lincoln linus lionel lisandro lloyd logan lonnie
    lorenzo lou louis lowell lucas lucian luciano lucius luis luke luther lyle lyndon mac mack
    maddox madhav magnus mahesh malcolm mamadou manish manoj manuel marcel marcelo marco marcos
    marcus mariano mario marius mark marlon marshall martin martín marvin mason mateo mathew matt
    matthew matthias maurice mauricio maverick max maximilian maximiliano maximus maxwell mel
    melvin merlin merrick micah michael mick mickey miguel mike mikhail miles milo milton min-ho
    ming minh mitchell mohamed mohammed mohan mohit moises monty morgan morris mort moses mukesh
    murphy murray myron nahuel narendra naresh nat nate nathan nathaniel naveen ned neil nelson
    nestor neville newton nicanor nicholas nick nicky nico nicolas nicolás nigel nikhil nikolai
    nikolas nitin nnamdi noah noel nolan norbert norman obadiah obinna octavio octavius okonkwo
    olaf oleg oliver ollie olu om omar orlando orson osbert oscar osvaldo oswald otis otto owen
    pablo paco pancho pankaj paresh parth pascal patrick paul paulo paxton pedro peng pepe percival
    percy peregrine perry perseus pete peter phil philip pierce pierre placido porter pradeep
    prakash pranav prashant praveen prem preston qiang quentin quincy quinn rafa rafael raghav
    raghu rahul raj rajan rajat rajeev rajesh rajiv rakesh ralph ralphie ram ramesh ramiro ramon
    ranbir randall randolph randy ranjit raphael raul ravi ray raymond raúl reed reggie reginald
    reid reinaldo remy renato rene reuben rex rhett rhys ricardo rich richard richie rick ricky
    rigoberto riley rishi rob robbie robert roberto robin rocco rodney rodolfo rodrick rodrigo
    rogelio roger rohan rohit roland rolando rolf rollo roman romeo romualdo romulus ron ronald
    ronnie rory roscoe ross rowland roy ruben rubén rudolph rudy rufus rui rupert russ russell ryan
    sachin sahil sal salvador sam samir sammy samson samuel sandeep sanjay sanjiv santi santiago
    santosh satoshi saturnino saul saurabh sawyer scott sean sebastian sebastián sekou sergio seth
    seung-min severino shahid shane shashi shekhar sheldon sherlock sherman shinji shiv sho shyam
    sid siddharth sidney sigmund silas silvestre silvio simeon simon simón sinclair sohail sonny
    spencer spike stan stanley stefan stephan stephen sterling steve steven stewart stuart subhash
    sudhir sullivan sunil suraj suresh sven sylvester tad tadeo takeshi taro tarun tate ted teddy
    teodoro terence terrance terry tetsuo thaddeus thatcher theo theodor theodore thomas thor
    thornton tiberius tim timoteo timothy titus tobias tobin toby tod todd tom tomas tommie tommy
    tomás tony travis trent trevor trey tristan troy tucker tunde ty tyler tyrone uday ulises
    ulysses umar umesh uriah valentin van varun vaughn vernon vic vicente victor vijay vikas vikram
    vinay vince vincent vinod vipul virgil vishal vito vivek vlad vladimir wade waldo walker
    wallace wally walt walter ward warner warren wayne wei weimin wendell wes wesley weston wilbur
    wilfred wilfredo wilhelm will willard william willie willy wilson winslow winston winthrop
    wolfgang woodrow woody wyatt xander xavier xiaolong xiaoming yash yong yoshi yuri yusuf yusuke
    zach zachary zack zane zeke zeus zhiqiang zhiwei zhong álvaro ángel óscar
"""
MEN = frozenset(_MEN_NAMES.split())

WOMEN_ENDINGS = ("a", "ie", "elle", "ette", "lyn", "ine", "ah", "issa", "ita")
MEN_ENDINGS = ("o", "us", "son", "ert", "ard", "ick", "bert", "os")

# Characters of Chinese given names; the last one of a name weighs most.
WOMEN_HAN = frozenset(
    "婷娜丽芳晚雪梅兰燕玲娟秀英华慧巧美静淑惠珠翠雅芝玉萍红娥芬彩春菊凤洁琳素云莲真环荣爱妹霞"
    "香月莺媛艳瑞凡佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婉娴瑾颖露瑶怡婵雁蓓纨仪荷"
    "丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿澜纯悦昭冰爽琬茗希宁欣飘育滢馥筠柔竹霭凝晓欢枫"
    "芸菲寒伊亚宜可姬舒影荔枝思丝念微语诗漫暖夏鸢笙棠绾娇娆妙妮姗姝娉婧媚嫣嫦绮绫缦缨纱苒苓茉"
    "茵荞莘菀菡菱萌萱葵蔓蕙蕾薰藜杏桃梨棉樱沁汐沫沅涵淇渺漪玥玫珂珑珺琪瑛瑄璇璎甜盈碧筱翎翩聆"
    "裳谧钰铃鹃鸥鸾朵蝶娩依伶俏冉卉双夕如妤姣姿嫒宛忆恋恬惜愫慈情晴暄曦雯霏霓采迎清娘嬛嫄婳妗"
    "妘禾蓁芷芊芃茹苏荟蕴蘅薏绣绵缇"
)
MEN_HAN = frozenset(
    "伟刚勇毅俊峰强军平保东文辉力明永健世广志义兴良海山仁波贵福生龙元全国胜学祥才发武新利飞彬"
    "富顺信子杰涛昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会群豪心邦承乐绍功松善厚庆磊"
    "民友裕河哲江超浩亮政谦亨奇固之轮翰朗伯宏言鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德"
    "行时泰盛雄琛钧冠策腾楠榕风航弘沉夜霆深墨川野渊城阳昊轩默铭傅枭舟骁骏宸霖皓睿轲铮钊锋钢铁"
    "虎魁垒楷桓泓洋淮源晖曜烨煜炜焱燊骞骥骅凯恺锐铎镇钦铠衍衡徽律彦彧彰尧舜禹屹岳峻崇嵩巍岐宇"
    "寰寅宥聿肃胤臻谨越跃逸远迪逵靳颂司璟璋琮朔朝柏槐桥沐湛澈淳煦卓厉叙商坤奎孝孟定宗宪寿年序"
    "庭廷弋征御恒悍慎戎战拓捷挺敖方旻昂晏晟景智望本权材禄禧祁祺秉穆竣罡翊聪苍赫辽迅逊郎郑都铨"
    "镕长阔骐魏鲲麒麟霄"
)
