package corpus

// What names of areas and rare words are made of.
const (
	beginnings = "Elder Fern Heron Larch Marl Otter Plover Quarry Rowan Sedge Thistle Umber Wren Yarrow Bracken Copper"
	endings    = "ham mere wick combe borough ford stead bridge thorpe ness ley hurst"
	syllables  = "ba bel cor da den el fa fin gal har il jo kel lan lo mar mel nor ol pen qui ra ren sal sten ta tel um va ven wil yor zan thra sho cle bri"
)

var (
	days        = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	needs       = []string{"autism", "ADHD", "speech and language", "hearing loss", "sight loss", "physical disability", "learning disability", "dyslexia", "dyspraxia", "mental health", "anxiety", "Down syndrome", "epilepsy", "cerebral palsy", "sleep", "sensory processing", "eating and feeding", "selective mutism", "continence"}
	ages        = []string{"under 5", "5 to 11", "12 to 15", "16 to 25"}
	communities = []string{"forces families", "Gypsy, Roma and Traveller families", "kinship carers", "foster carers", "single parents", "young carers"}
	languages   = []string{"Urdu", "Polish", "Somali", "Bengali", "Arabic", "Romanian", "British Sign Language"}
	support     = []string{"advice", "meetings", "appeals", "short breaks", "equipment", "transport", "training"}
	channels    = []string{"phone", "email", "text", "visit", "video call"}
	activities  = []string{"swimming", "trampolining", "drama", "music", "cooking", "gardening", "climbing", "football", "dance", "riding", "sailing", "archery", "baking", "chess", "pottery", "singing", "drumming", "camping", "judo", "rugby", "cricket", "surfing", "messy play", "storytelling", "sewing"}
)

// kinds: id = titles = sentences = label.
var kinds = []string{
	"iass = {area} SENDIASS; {area} SEND Information, Advice and Support Service; {brand} IASS = We give free and impartial advice about special educational needs and disabilities; We help you get ready for meetings with the school or the council; We explain EHC plans, annual reviews and appeals to the tribunal; Ring us if the school says no = Advice service",
	"ehc-team = {area} EHC Needs Assessment Team; Statutory Assessment, {area} = We make decisions about EHC needs assessments; We write EHC plans and hold annual reviews; Parents and schools can ask for an assessment with our form = Council team",
	"short-breaks = {brand} Short Breaks; {place} Saturday Club; {brand} Weekend Breaks = Short breaks give disabled children a good time away from home; We offer {activity}, {activity} and {activity} with trained staff; Sessions run every {day} at {place} = Short breaks",
	"club = {brand} {activity} club; {activity} for all in {place}; {place} Youth Group = A club for children with {need}; We do {activity} on {day} and {activity} on {day}; Brothers and sisters are welcome = Club",
	"forum = {area} Parent Carer Forum; {brand} Voices = A group of parents and carers who speak with the council; We meet on {day} in {place}; Join us for coffee and a talk about {need} = Parents' group",
	"therapy = {area} Speech and Language Therapy; {place} Occupational Therapy; {brand} Physiotherapy = Our therapists see children with {need}; Waiting takes about {number} weeks; Your doctor or school can refer you; We visit schools in {place} = Therapy",
	"charity = {brand} Trust; The {brand} Project; {brand} {brand} Foundation = We support families of children with {need}; Our helpline is open on {day}; We lend {word} equipment and give small grants; Our centre is in {place} = Charity",
	"school = {place} School; {brand} Academy; {place} Nursery School = A special school for pupils with {need}; Ask for a visit on {day}; We have {number} places; Our {word} room is quiet = School",
	"transport = {area} Travel Training; {area} School Transport = Free transport to school for children who cannot walk there; We teach young people to go by bus; Apply before {day} = Transport",
	"sleep = {brand} Sleep Support; {place} Family Hub = Help when your child does not sleep; We talk about {need} and routines; Groups of {number} families on {day} = Family support",
}

// topics: title = summary = more.
var topics = []string{
	"School says no = The school will not ask for help for your child = refusal refused turned down decision",
	"EHC plans = What an EHC plan is and who can ask for one = education health and care plan statutory assessment",
	"Asking for an assessment = How to ask for an EHC needs assessment = request letter council weeks",
	"Appeals = What to do when you disagree with a decision = tribunal mediation court judge disagree",
	"Out of school = Your child is not in school, or only part of the day = excluded exclusion suspended attendance refusal anxious",
	"Waiting for a diagnosis = You are waiting to be seen = autism ADHD waiting list assessment paediatrician",
	"Short breaks = A rest for you and a good time for your child = respite holiday club weekend",
	"Money = Help with money when your child is disabled = benefit disability living allowance grant",
	"Moving area = You are moving to another council = transfer plan new school forces posting",
	"Leaving school = What comes after school = college work training adult",
	"Getting to school = When the council pays for transport = bus taxi travel miles",
	"Autism = A different way of being in the world = autistic Asperger sensory",
	"ADHD = When attention, sitting still or waiting are hard = attention hyperactivity",
	"Speech and language = When talking or understanding is hard = stammer late talker words therapy",
	"Sleep = When nights are hard = tired bed melatonin awake",
	"Toilet training = When using the toilet comes late = continence nappies wetting",
}

// common are sentences of any service.
const common = `
The building has no steps and there is parking for blue badge holders
Please ring before your first visit so that we can meet you at the door
Easy read and large print are there if you ask
We can find an interpreter if you tell us when you book
Our staff are trained and checked
Write to the {brand} {word} desk on {day}
We meet in {place} near the {word} library
All children are welcome and nobody needs a diagnosis
The next {word} meeting is on {day}
Families say that the {word} room is calm
`

// synonyms: typed = means = title of the help page, and "everyday" if the typed
// words are everyday words too.
const synonyms = `
EHCP = EHC plan = EHC plans
EHC plan = EHC plan = EHC plans
statement of SEN = EHC plan = EHC plans
statement = EHC plan = EHC plans
SENDIASS = impartial advice = School says no
respite = short breaks = Short breaks
turned down = refusal = School says no
the plan = EHC plan = EHC plans
salt = speech and language therapy = Speech and language
not going to school = out of school = Out of school
won't sleep = sleep = Sleep
nappies = continence toilet = Toilet training
DLA = disability living allowance = Money
CAMHS = mental health = Out of school
autistic = autism = Autism
to be seen = waiting = Waiting for a diagnosis
what now = where to start = Asking for an assessment
who can help me = impartial advice = School says no
ADD = attention hyperactivity = ADHD = everyday
the unit = special school = Autism = everyday
SLEEP = bed routines = Sleep = everyday
money = benefit grant = Money = everyday
meeting = mediation = Appeals = everyday
school says no = refusal = School says no
school refuser = out of school = Out of school
school taxi = transport = Getting to school
bus pass = transport = Getting to school
blue badge = parking = Money
changing nappies = continence = Toilet training
college = leaving school = Leaving school
day off = short breaks = Short breaks
école = school = Out of school
excluded = out of school = Out of school
forces family = moving area = Moving area
going to court = tribunal = Appeals
hyper = attention hyperactivity = ADHD
in limbo = waiting = Waiting for a diagnosis
judge = tribunal = Appeals
kept home = out of school = Out of school
late talker = speech and language = Speech and language
new council = moving area = Moving area
OT = occupational therapy = Speech and language
potty = toilet training = Toilet training
żłobek = nursery = Getting to school
`

// slips: typed = means, and "offer" if the typed word is one of its own.
const slips = `
ECHP = EHCP
E.H.C.P = EHCP
EHPC = EHCP
SENDIAS = SENDIASS
send i ass = SENDIASS
CAHMS = CAMHS
cams = CAMHS = offer
ad = ADD
hyperr = ADHD
kids taxi = bus pass
mony = money
austism = autism
dislexia = dyslexia
`

// crises: typed = kind.
const crises = `
kill myself = self-harm
hurting my child = hurt
not safe at home = danger
zabić się = self-harm
`
