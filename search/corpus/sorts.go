package corpus

import "strings"

// A sort is what services of one kind of work say of themselves.
type sort struct {
	id, kind  string
	titles    []string
	purposes  []string
	sentences []string
	needs     []string // ids of the vocabulary of needs, of which a service names some
	support   []string // ids of the vocabulary of kinds of help, likewise
}

var sorts = func() []sort {
	var list []sort
	for _, text := range strings.Split(strings.TrimSpace(sortTexts), "\n\n") {
		part := lines(text)
		head := strings.Fields(part[0])
		list = append(list, sort{
			id: head[0], kind: head[1], needs: ids(head[2]), support: ids(head[3]),
			titles: strings.Split(part[1], "; "), purposes: strings.Split(part[2], "; "), sentences: part[3:],
		})
	}
	return list
}()

// ids reads a list of them; - is none.
func ids(s string) []string {
	if s == "-" {
		return nil
	}
	return strings.Split(s, ",")
}

// sortTexts: id, kind, needs and support; titles; purposes; then sentences.
const sortTexts = `
speech health speech-language,developmental-language-disorder,autism -
{area} Speech and Language Therapy; Children's Speech and Language Therapy, {place}; {brand} Communication Service
We help children who find talking, listening or understanding hard; Therapists for talking, understanding and swallowing
Our therapists work in clinics, nurseries and schools in {place}.
You can ask us to see your child yourself, or your health visitor can.
We run groups for toddlers who say few words, and courses for parents.
We see children who stammer, who are hard to understand, or who do not speak outside the home.
The wait for a first visit is about {number} weeks.

occupational-therapy health physical-disability,autism,dyslexia-dyspraxia-dyscalculia -
{area} Children's Occupational Therapy; {brand} Occupational Therapy; Paediatric OT, {place}
We help children to wash, dress, eat and write; Therapists for everyday skills and the senses
We look at how your child moves, holds a pencil and uses a knife and fork.
We advise on sensory needs: noise, touch, light and bright places.
Equipment for the bath, the bed and the stairs comes after a visit at home.
Schools in {place} can send us a form. Parents can book a call on {day}.

physiotherapy health physical-disability,profound-multiple -
{area} Children's Physiotherapy; {place} Physio for Children
We help children to move, stand and walk
We see babies who are late to sit, and children with cerebral palsy or muscle conditions.
Splints, walking frames and wheelchairs are measured at {place}.
We teach exercises that you can do at home.

autism-assessment health autism,not-sure -
{area} Autism Assessment Team; Neurodevelopmental Pathway, {place}; Social Communication Clinic, {area}
We find out whether a child is autistic; The team that assesses autism and tells you what comes next
A school, a doctor or a health visitor refers a child to us.
The waiting list is long: at present {number} months. You can get help while you wait.
We talk with you about early years, watch your child play, and ask the school.
After a diagnosis you are offered a course for parents in {place}.

adhd-clinic health adhd,feelings-behaviour -
{area} ADHD Clinic; {brand} Attention and Behaviour Clinic; Paediatric ADHD Service, {place}
We assess children for ADHD and look after their medicine
A child is seen by a paediatrician and a nurse.
We start, change and review medication, with blood pressure and weight at each visit.
We run workshops about attention, impulsive behaviour and homework.
Repeat prescriptions: ring the nurses' line on {day}.

mental-health health feelings-behaviour -
{area} Child and Adolescent Mental Health Service; {brand} Young Minds Clinic; {place} Wellbeing in Schools Team
We help with anxiety, low mood, eating and self-harm; Therapy for children and young people with big worries
A doctor, a school or you can refer. Young people of 16 can ask for themselves.
We offer talking therapy, family therapy, and groups for panic and low mood.
Our duty line is open from 9 am to 5 pm.
We work with schools when a pupil is too anxious to attend.

continence health physical-disability,learning-difficulty -
{area} Children's Bladder and Bowel Service; Continence Nurses, {place}
Nurses who help with toilets, bedwetting and constipation
We help children over four who are not dry, and children in pads or nappies.
A school nurse or a doctor refers. We supply pads after an assessment.
We teach toilet routines for children who are autistic or learn slowly.

sleep health autism,adhd -
{brand} Sleep Clinic; Children's Sleep Service, {area}; {place} Sleep Workshops
We help children to settle and to sleep through
We talk about bedtime routines, early waking and night fears.
Workshops for parents are on {day} in {place}, and online.
Our nurses keep a sleep diary with you for two weeks.

community-paediatrics health learning-difficulty,physical-disability,downs-syndrome -
{area} Community Paediatrics; Child Development Centre, {place}
Doctors for children whose development is slow or different
We see children under five with delay in more than one area.
We write the medical advice for EHC needs assessments.
We look after children with Down's syndrome, cerebral palsy and epilepsy.

portage family-information learning-difficulty,severe-learning-difficulty,downs-syndrome information
{area} Portage; {place} Home Learning for Little Ones
Play and learning at home for children under five with extra needs
A worker comes to your home each week with toys and ideas.
We set small steps together and write them down.
We help with the move to nursery, and with the forms for funding there.

early-years family-information not-sure information,signposting
{area} Early Years Inclusion Team; {place} Nursery Advice
We help nurseries and childminders to include every child
We tell you about free childcare for two, three and four year olds.
Disability Access Fund and inclusion funding are paid to the nursery.
Ask us about nurseries in {place} with trained staff.

hearing council-send-team deaf,deafblind advice
{area} Teachers of the Deaf; Hearing Support Team, {place}; {area} Sensory Service: Hearing
Teachers who visit deaf children at home and at school
We visit within two days after a baby's hearing is found to be low.
We check hearing aids and radio aids, and teach families to sign.
British Sign Language classes are on {day} in {place}.

vision council-send-team blind,deafblind advice
{area} Teachers of Visually Impaired Children; Vision Support Team, {place}
Teachers for children who see little or nothing
We teach Braille, touch typing and how to get about with a cane.
We adapt books and exams, and advise on lighting.
An eye clinic or a parent can refer.

ehc-team council-send-team - forms
{area} EHC Needs Assessment Team; Statutory SEN Team, {area}; {area} SEND Casework
The council's officers who decide about EHC plans; We assess needs, write plans and hold annual reviews
Parents, young people and schools can ask for an assessment with our form.
A decision whether to assess comes within six weeks; a final plan within twenty.
Each plan has a named caseworker. Please have your reference number ready.
If we decide not to assess or not to issue a plan, our letter says how to appeal.

transport council-send-team physical-disability,severe-learning-difficulty forms
{area} Home to School Travel; {area} Travel Assistance Team; Travel Training, {place}
Transport to school for children who cannot walk there; We decide about school transport and teach young people to travel
Apply on our form. We look at distance, needs and safe routes.
We use minibuses and taxis with a passenger assistant, or pay your mileage.
Appeals against a decision have two stages.
Travel trainers teach young people to use the bus on their own.

short-breaks council-send-team autism,severe-learning-difficulty,profound-multiple information
{area} Short Breaks; {brand} Short Breaks; {place} Saturday Club
A rest for parents and carers, and a good time for disabled children
We offer {activity}, {activity} and {activity} with trained staff.
Overnight stays are at our house in {place}.
Sessions run every {day} and in the school holidays.
Some breaks need an assessment by a social worker, others can be booked at once.

disabled-children council-send-team profound-multiple,severe-learning-difficulty keywork
{area} Disabled Children's Team; Children with Disabilities Social Work, {area}
Social workers for disabled children and their families
We assess what help a family needs at home, and a carer's own needs.
We arrange direct payments, personal assistants and adaptations to the house.
Anyone can ask for an assessment: ring the front door team.

preparing-adulthood council-send-team learning-difficulty,autism young-person-1to1
{area} Preparing for Adulthood; {place} Transition Team; Moving On, {area}
We help young people from 14 to 25 with college, work and a home
We come to the year 9 review and plan the next steps with you.
Supported internships in {place} lead to paid work.
We explain adult social care, benefits at 16 and who decides at 18.

family-hub family-information - information,signposting,drop-in
{place} Family Hub; {brand} Children's Centre; {area} Families Information Service
One place to ask about childcare, groups and help for families
Drop in on {day} from 9 am. Nobody needs an appointment.
We have stay and play, baby weighing, and help with forms.
Ask us for the list of childminders and holiday clubs in {place}.

mediation mediation - mediation-support
{brand} Mediation, {area}; {brand} Disagreement Resolution
Someone who takes no side helps you and the council to agree
You need our certificate before most appeals. Ring within two months of the letter.
A meeting takes half a day, on a screen or in {place}. It is free for families.

parent-group peer-group - peer,group
{brand} Parents; {place} SEND Parents' Group; Coffee and Chat, {place}
Parents of children with extra needs who meet and share what they know
We meet on {day} at the library in {place}. Little ones are welcome.
Our closed group online has {number} hundred members.
Each month there is a speaker: benefits, behaviour, schools or sleep.

autism-group peer-group autism peer,group,training
{brand} Autism Support; {area} Autism Families; {place} Spectrum Group
Families of autistic children and adults, for each other
Our evenings are about meltdowns, food, friends and school.
There are quiet hours for {activity} and {activity} on {day}.
We run a course for parents after a diagnosis.

downs-group peer-group downs-syndrome,learning-difficulty peer,group
{brand} Down's Syndrome Group; {area} Upside
Families of children and adults with Down's syndrome
New parents are visited at the hospital or at home.
We have signing classes, speech groups and {activity} on {day}.

club peer-group learning-difficulty,physical-disability group
{brand} {activity} club; Inclusive {activity}, {place}; {place} Youth Group
A club for disabled children and their brothers and sisters; {activity} for children of all abilities
We do {activity} on {day} and {activity} in the holidays.
The pool and the changing rooms have a hoist.
Carers come in free. Our helpers know sign language and pictures.

siblings peer-group - group,young-person-1to1
{brand} Young Carers; {place} Sibling Group
For children who look after someone, or whose brother or sister is disabled
A worker meets each young carer at school or in {place}.
There are trips, {activity}, and someone to talk to.

dyslexia user-led dyslexia-dyspraxia-dyscalculia training,advice
{brand} Dyslexia Centre; {area} Dyslexia Association
Help with reading, spelling and numbers
We test children from seven years on. A test has a fee, with bursaries.
Specialist teachers give lessons on {day} in {place}.
We lend coloured overlays, reading pens and books.

disabled-people user-led physical-disability advocacy,peer
{brand} Disabled People's Voice; Centre for Independent Living, {place}
Disabled people who help each other with rights and care
Advocates help with direct payments, housing and benefits.
We help with claims for Disability Living Allowance and Personal Independence Payment, and go to hearings with you.

deaf-club user-led deaf peer,group,interpreting
{brand} Deaf Club; {area} Deaf Children's Society
Deaf children, deaf adults and their families meet here
We sign, and interpreters come to our talks.
Family signing lessons are on {day}.

education-otherwise council-send-team feelings-behaviour,not-sure information
{area} Education Inclusion Team; {place} Medical Needs Teaching; {area} Attendance and Exclusions Team
We find education for children who are not in school
We teach at home or in small rooms when a child is ill or too anxious for school.
We advise on suspension and permanent exclusion, and on part-time timetables.
Home education: we write to families once a year.

charity-grants user-led - information,forms
{brand} Trust; The {brand} Project; {brand} {brand} Foundation
Small grants and equipment for families of disabled children
We pay for {word} equipment, washing machines and a holiday.
Our volunteers help to fill in forms on {day}.
Our centre is in {place}. Toys and sensory kits can be borrowed.
`
