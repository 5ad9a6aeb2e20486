"""Words that stand before a name, and words that show that a name is nobody's.

Courtesy titles, roles and ranks follow AP's table of abbreviated titles and the forms that British
papers use without a full point. Everything is in lower case and without a full point.
"""

from __future__ import annotations

from copydesk.language.lists import closed_classes as english


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COURTESY = _words("mr mrs ms miss mx dr messrs mses mme monsieur madame mlle")
"""Titles that say nothing but politeness, and Dr."""

NAMED_WITH_TITLE = frozenset(
    """
    dr seuss, dr dre, dr phil, dr evil, dr oz, dr pepper, dr martens, dr marten, dr strange, dr strangelove,
    dr who, dr watson, dr jekyll, dr zhivago, dr no, dr doom, dr octopus, dr frankenstein, dr moreau,
    dr ruth, dr demento, dr dolittle, dr doolittle, mr bean, mr kipling, mr whippy, mr robot, mr hyde,
    mr darcy, mr rogers, mr spock, mr burns, mr peanut, mr clean, mr big, mr potato, mr magoo, mr universe,
    mr olympia, dr johnson, mr pickwick, mr chips, mr ed, mr porter, mr cub, mr october, mrs doubtfire,
    mrs dalloway, mrs claus, mrs robinson, mrs maisel, mrs danvers, miss marple, miss piggy, miss havisham,
    miss daisy, miss saigon, ms marvel, ms magazine, ms pac-man
    """.replace(",\n    ", ", ")
    .strip()
    .split(", ")
)
"""What is called so by everybody: stage names, characters, brands. No title and surname of somebody."""

STYLED = _words("sir dame lord lady baroness baron viscount viscountess earl marquess")
"""Titles that belong to the name itself, at the first reference and later."""

ROLES = STYLED | _words(
    """
    president presidents pres president-elect mayor-elect governor-elect vp premier chancellor minister
    ministers secretary secretaries undersecretary senator senators sen sens representative
    representatives rep reps congressman congresswoman congressmen delegate governor governors gov govs
    mayor councilman councilwoman councillor cllr alderman assemblyman assemblywoman commissioner judge
    judges justice justices magistrate chief sheriff attorney solicitor prosecutor general gen colonel
    col major maj captain capt commander cmdr admiral adm brigadier marshal sergeant sgt corporal cpl
    private pvt pfc specialist spc lieutenant lt airman seaman ensign officer constable pc det detective
    inspector superintendent supt trooper deputy director chairman chairwoman chair chairperson chairmen
    ceo cfo coo cto professor prof doctor rabbi imam ayatollah sheikh sheik mullah mufti pope cardinal
    archbishop bishop father fr pastor reverend rev monsignor msgr sister brother king queen prince
    princess emperor empress sultan emir shah tsar czar duke duchess coach manager ambassador envoy
    speaker leader whip spokesman spokeswoman spokesperson adviser advisor aide analyst editor reporter
    correspondent comptroller treasurer democrat republican mp mep msp nominee candidate pm lawmaker rapper
    mla mk mlc    actor actress singer director famer founder principal provost chaplain
    """
)
"""Roles and ranks that copy puts before a name with a capital."""

ROLE_NOUNS = ROLES | _words(
    """
    activist administrator agent ally analysts anchor architect artist assistant astronaut attorneys
    author authors banker billionaire biologist blogger boss boyfriend businessman businesswoman
    campaigner champion chef citizen colleague columnist comedian commentator composer conservative
    consultant contractor cousin critic daughter defender defendant dentist designer diplomat doctor
    driver drummer economist economists engineer entrepreneur epidemiologist executive expert experts
    farmer father fellow filmmaker firefighter former founder friend geologist girlfriend goalkeeper
    grandfather grandmother guitarist heiress historian host housewife husband instructor investigator
    inventor investor journalist lawyer lawyers lecturer liberal lobbyist magnate manager mathematician
    midfielder model mogul mother musician nurse owner painter parent partner philosopher photographer
    physician physicist pilot player poet policeman policewoman politician pollster producer programmer
    prisoner psychologist publisher quarterback refugee resident researcher researchers retiree rival
    scholar scientist scientists screenwriter staffer sculptor singer sociologist soldier son star
    strategist striker student successor supporter surgeon survivor suspect teacher teammate technician
    teenager then-president trainer translator tycoon veteran victim victims volunteer widow wife winger
    winner witness worker writer advocate advocates brother brothers comrade countryman daughter grandson
    granddaughter husband influencer nephew niece opponent predecessor sister sisters sons twins uncle aunt
    undergraduate villager vlogger youtuber
    """
)
"""Lower-case nouns that a person's name follows: spokesman Jay Roe, witness Ann Poe."""

TRADES = _words(
    """
    accountant agronomist alderman anaesthetist anesthesiologist anthropologist apprentice arborist
    archaeologist archeologist archivist astronomer auditor bailiff ballerina barber barista baritone
    barrister bartender baseman bassist batsman batter beekeeper biochemist bookkeeper botanist bowler
    boxer breeder bricklayer busker butcher bystander cameraman cardiologist carer caretaker carpenter
    cartographer cartoonist cashier catcher cellist choreographer cinematographer clarinetist classmate
    cleaner clergyman clerk climatologist co-worker conservationist constituent convict cook cornerback
    coroner councilor counsellor counselor courier coworker craftsman criminologist curator custodian
    cyclist dancer deacon dean defenseman demographer dermatologist detainee dietician dietitian diver
    docent doorman ecologist educator electrician employee entomologist essayist ethicist evacuee fiddler
    financier fireman fisherman fishmonger flautist flutist forager forecaster forester freshman fullback
    gardener geneticist geographer gerontologist goaltender goldsmith golfer graduate grandparent guide
    gymnast gynaecologist gynecologist hairdresser halfback handyman headmaster headmistress headteacher
    herder hiker homeowner hydrologist hygienist illustrator immunologist infielder inmate interpreter
    janitor jockey joiner keeper landscaper lawman lecturer librarian lifeguard linebacker lineman
    linguist locksmith logger longshoreman luthier machinist mason mechanic mediator meteorologist
    microbiologist midwife milliner monk mortician motorist naturalist neighbor neighbour nephrologist
    neurologist neuroscientist novelist nun nutritionist obstetrician oceanographer official ombudsman
    oncologist optician organiser organist organizer ornithologist outfielder paediatrician
    palaeontologist paleontologist paralegal paramedic parishioner passenger pathologist pediatrician
    pensioner pharmacist phlebotomist physiotherapist pianist pitcher planner plasterer playmaker
    playwright plumber podcaster poll-worker potter preacher priest printmaker psychiatrist
    psychotherapist puppeteer radiologist rancher receiver receptionist referee registrar reliever
    restorer rider roofer rookie roommate rower sailor salesman saleswoman saxophonist schoolteacher
    seamstress seismologist serviceman servicewoman sexton shepherd shopkeeper shortstop skater skier
    skipper slugger smallholder sommelier soprano sprinter statesman statistician stepfather stepmother
    stonemason stylist surveyor swimmer tailor taxidermist tenor theologian therapist toxicologist
    treasurer trucker trustee umpire undertaker urologist usher vet veterinarian vicar videographer
    violinist virologist volcanologist waiter waitress warden weaver welder wicketkeeper widower
    woodworker wrestler yachtsman zookeeper zoologist
    """
)
"""More of them; many are surnames as well, so that a capital alone says nothing."""

JOBS = ROLE_NOUNS | TRADES | _words("head heads chief member members deputy academic vice-president scholar")
"""Nouns that an appositive says somebody's job with."""

OFFICES = _words(
    "president premier chancellor minister secretary senator governor mayor congressman congresswoman judge"
    " attorney lawyer spokesman spokeswoman reporter correspondent detective prosecutor professor councilman"
    " councilwoman"
)
"""Offices that stand in lower case before a surname: president Roe."""

NOT_A_NAME = frozenset(english.WEEKDAYS) | _words(
    """
    academy accord accords act administration agency agreement air airlines airport airways alliance
    amendment apartments arena army association associates authority avenue bancorp bank bay beach bill board
    boulevard brewery bridge brigade broadcasting brothers building bureau caliphate campaign canal canyon
    capital castle cathedral center centre chamber championship championships channel charity church circle
    city clinic club coalition coast code college comedy commission committee commons communications
    communities community companies company conference confederation congress constitution convention
    cooperative corp corporation corps council county court courthouse creek cup daily data day days deal
    defense democrats department desert district division drive dynasty east economy education election
    embassy empire energy enterprises era estate euro europe exchange expo express facility faculty fair
    family federation fellowship festival field fields fighters financial firm first flag fleet force forces
    forest forum foundation fund games garden gardens gate gazette globe government governorate grand grill
    group guard guards guild gulf hall harbor harbour headquarters health heights herald heritage high
    highway hill hills hospital hotel house human inc index industries initiative inn institute institution
    insurance intelligence international internet investigation investments island islands jail journal jr
    kingdom labs laboratories laboratory lake lakes land law league legion liberation library lines llc llp
    lodge lords ltd magazine mall management manor march market markets marine marines media medical medicine
    memorial mill mills mine ministry mission monument mosque motor motors mount mountain mountains movement
    museum music nation national nations navy network networks news newspaper newspapers north ocean office
    oil open opera orchestra organisation organization palace parade park parliament partners partnership
    party patrol peninsula people petroleum pharmaceuticals plain plan plaza plc point police policy pond
    port post press prison prize productions program programme project projects province publishing radio
    railroad railway ranch range records region reports republic republicans research reserve resort
    restaurant restaurants review revolution revolutionary ridge rights river road room route sachs school
    schools sea security senate series service services settlement shore show society solutions south space
    speedway sports springs square stadium standard state states station stock store stores strait strategy
    street studio studios summit super supreme survey system systems task tavern team technologies technology
    telegraph television territory terrace theater theatre times today tower towers trade trail transit
    treaty tribe tribune troops trust tunnel union unit united university valley village volcano brexit tory
    tories labour senate assembly nato opec unesco unicef isis hamas hezbollah taliban interpol war watch
    water west white wing world zone hurricane uss hms hmcs rms prefecture hamlet garrison hypermarket
    supermarket secretariat colloquium report tourism qaeda prix trophy bowl derby
    reuters xinhua tass interfax kyodo yonhap airline zoo compound train card cards aid welle
    township townships borough boroughs ln tempore
    politics facebook twitter instagram youtube tiktok google netflix linkedin
    """
)
"""A capitalised run that holds one of these is an organisation, a place, a law, a team or a day."""

CALENDAR = frozenset(english.MONTHS + english.SHORT_MONTHS + english.WEEKDAYS) - {
    "jul",
    "jun",
    "may",
} | _words("christmas easter halloween ramadan thanksgiving")

NAMED_FOR_MONTHS = english.MONTHS_THAT_NAME_PEOPLE
"""Months that people are called."""

PLACE_STARTS = _words(
    """
    new north south east west northern southern eastern western san santa los las fort mount st saint
    cape lake port el upper lower greater central great
    """
)
"""A run that begins with one of these is a place more often than a person."""

DEMONYMS = _words(
    """
    afghan african albanian algerian american angolan arab arabic argentine argentinian armenian asian
    australian austrian azerbaijani bahraini bangladeshi belarusian belgian bolivian bosnian brazilian
    british briton bulgarian burmese cambodian cameroonian canadian catalan chechen chilean chinese
    christian colombian congolese croatian cuban cypriot czech danish dane dutch ecuadorean egyptian
    english emirati eritrean estonian ethiopian european filipino finnish french gazan georgian german
    ghanaian greek guatemalan haitian hawaiian hispanic honduran hungarian icelandic indian indonesian
    iranian iraqi irish islamic islamist israeli italian jamaican japanese jewish jew jordanian kazakh
    kenyan korean kosovan kurdish kuwaiti latin latino latvian lebanese liberian libyan lithuanian
    macedonian malaysian malian maltese mexican moldovan mongolian moroccan mozambican muslim nepalese
    nicaraguan nigerian norwegian omani pakistani palestinian panamanian persian peruvian polish
    portuguese protestant catholic qatari romanian russian rwandan salvadoran saudi scottish scot
    senegalese serbian shia shiite sikh singaporean slovak slovenian somali spanish sri sudanese sunni
    swedish swede swiss syrian taiwanese tanzanian thai tibetan tunisian turk turkish ugandan ukrainian
    uruguayan uzbek venezuelan vietnamese welsh yemeni yemenite zambian zimbabwean californian texan
    floridian latina democrat republican conservative liberal libertarian soviet nepali hoosier hindu lankan
    inuit maori māori kurd rohingya uyghur uighur tamil sinhalese hutu tutsi buddhist mormon alawite druze
    """
)

DOTTED_PLACES = frozenset("U.S. U.K. U.N. D.C. E.U. U.S.A. N.Y. N.J. L.A. U.A.E.".split())
"""Places that look like initials."""

FAMILY_NAMES = frozenset(
    """
    Ahn Bae Bai Bui Cai Cao Chang Chen Cheng Chiang Cho Choe Choi Chun Chung Cui Dai Dang Deng Ding Dong
    Du Duan Duong Fan Fang Feng Fu Gao Gu Guo Han Hao He Ho Hoang Hong Hou Hu Huang Hwang Jang Jeong Ji
    Jia Jiang Jin Jo Jung Kang Kim Ko Kong Kwon Lai Lee Li Liang Liao Lim Lin Liu Long Lu Luo Ma Mao
    Meng Min Moon Nam Ngo Nguyen Oh Pak Pan Park Peng Pham Phan Qian Qiao Qin Qiu Ren Roh Seo Shao Shen
    Shi Shin Sohn Son Song Su Sun Tan Tang Tao Tian Tong Tran Tsai Wan Wang Wei Wen Wu Xi Xia Xiang Xiao
    Xie Xiong Xu Xue Yan Yang Yao Ye Yeon Yi Yim Yin Yoo Yoon Yu Yuan Zeng Zhang Zhao Zheng Zhong Zhou
    Zhu Zou
    """.split()
)
"""Chinese, Korean and Vietnamese family names, which stand before the given name."""

SUFFIXES = _words("jr sr ii iii iv v qc kc mp mep msp obe cbe mbe oam am sc phd md esq")
"""Words that may follow a name: Jr., III, and letters after it (QC, MP)."""

PARTICLES = _words(
    "de da di du del della der den van vanden von la le al el bin bint ibn ben dos das ter zu af av"
)
"""Lower-case words inside a name: Ursula von der Leyen, Osama bin Laden."""

ABBREVIATED = _words(
    """
    mr mrs ms mx dr messrs mses st sen sens rep reps gov govs gen lt col maj capt cmdr adm sgt cpl pvt
    pfc spc prof rev fr hon jr sr det supt insp msgr pres atty asst dep brig cllr ft mt
    """
)
"""Words whose full point belongs to them."""

RANKS_IN_FULL = {
    "adm": "admiral",
    "amb": "ambassador",
    "atty": "attorney",
    "capt": "captain",
    "cllr": "councillor",
    "cmdr": "commander",
    "col": "colonel",
    "cpl": "corporal",
    "det": "detective",
    "gen": "general",
    "gov": "governor",
    "govs": "governor",
    "lt": "lieutenant",
    "maj": "major",
    "pres": "president",
    "prof": "professor",
    "rep": "representative",
    "reps": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sens": "senator",
    "sgt": "sergeant",
    "supt": "superintendent",
}
"""Short ranks before a name, without their full point, and what they stand for."""

FOLLOWS_A_NAME = (
    (english.DETERMINERS - {"its", "my", "your"})
    | (english.QUANTIFIERS - {"another", "enough", "other"})
    | (english.SUBJECT_PRONOUNS - {"i"})
    | (english.AUXILIARIES | english.CONJUNCTIONS | english.QUESTION_WORDS | english.MASCULINE)
    | (english.PREPOSITIONS - {"past"})
    | english.PARTICLES
    | _words(
        """
        according again ago already also always asked became began besides brought came
        cannot cut done drew drove earlier else even ever except fell felt first flew fought
        found gave get gets goes gone got grew held here however hit instead itself just kept knew
        knows last late later led left less lets lost made makes maybe meanwhile met needs never next
        not now often once one only paid perhaps put quit ran read rather rose said sat saw says
        seems sees sent set shot shows sings sold soon spent spoke still stood swore takes taught them
        themselves then there thinks thought threw thus today tomorrow tonight too took twice
        us wants way well went won wore wrote yes yesterday comes gives keeps leads loses leaves
        stands sits works lives plays wins runs hopes feels remains appears looks turns faces believes
        plans opens moves begins starts enters returns arrives aims seeks vows tries struggles herself
        beat bent blew bought broke built caught chose clung crept dealt dug drank fled forgave forgot froze
        hid hung knelt laid lay leapt lent lit meant overcame overtook oversaw rang rode sang sank shone
        shook shrank slept slid slung sought sped sprang stole strode struck strove stuck swam swept swore
        swung tore threatens threw understood undertook upheld wept withdrew woke wove writes
        """
    )
)
"""Words that go on with the sentence after a surname; before any other, the surname is attributive."""

THINGS = _words(
    """
    airline airport album area band bank bar bistro boat boutique brand brands brewery broadcaster cafe camp
    campus carmaker chain charity church city clothing club college company conglomerate county daily dam
    department disease district employees estate farm festival film firm foundation giant group hospital hotel
    island jeans journal label lake magazine maker mall manufacturer market mine mosque mountain movie
    musical neighborhood neighbourhood newspaper novel opera outlet park platform play portfolio prefecture
    producer products program programme project province publisher region reservoir resort restaurant
    retailer river school series shares ship shop show site song start-up startup state station stock store
    stores street suburb supermarket team syndrome temple theorem town tribe university valley
    vessel village volcano website winery
    """
)
"""Nouns beside a name that say that it is a company's, a place's or a work's."""

LIVES = _words(
    """
    abdicated acted aged apologised apologized argued arrested assassinated born charged confessed convicted
    cried died divorced drowned educated elected emigrated fled graduated grew hospitalised hospitalized
    impeached inaugurated indicted jailed killed knew laughed lives lived married murdered nodded pleaded
    recalled remarried resigned retired sang scored sentenced shrugged slept smiled starred stepped studied
    survived swore tackled testified thanked told thought walked wed wept wondered wore wrote
    """
)
"""Verbs that only people, or few things else, are the subject of."""

RELATIVES = _words(
    """
    son sons daughter daughters wife husband brother brothers sister sisters mother father uncle aunt cousin
    nephew niece grandson granddaughter grandmother grandfather stepson stepdaughter fiance fiancee fiancé
    fiancée girlfriend boyfriend twins
    """
)
"""Nouns after which a given name stands alone: his daughter, Ada."""
