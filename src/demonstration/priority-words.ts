/** What the demonstration's priorities are called in public, by what the ledger calls them. All of it is made up. */
export type PriorityWords = {
  readonly title: string
  readonly said: string
  /** Why each score is as it is. */
  readonly threat: string
  readonly risk: string
  readonly harm: string
  readonly plan: string
  /** What the public was told on the way, one for each action. */
  readonly updates: readonly string[]
  readonly report: string
}

// prettier-ignore
export const priorityWords: Readonly<Record<string, PriorityWords>> = {
  '2019-speeding-on-the-a35': { title: 'Speeding on the A35', said: 'People along the A35 say that cars and lorries go too fast through their villages.',
    threat: 'Speeds had crept up since the lorry route changed.', risk: 'Some 9,000 vehicles pass each day, past two school crossings.', harm: 'Two people were badly hurt there in three years.',
    plan: 'Check speeds with volunteers, and ask the council for signs.',
    updates: ['We checked speeds on six mornings, and wrote to 41 drivers.', 'The council agreed to new signs at both ends of the village.'], report: 'The signs are up, and the mean speed fell from 38 to 31 miles an hour.' },
  '2019-county-lines-in-dorchester': { title: 'Drug dealing in Dorchester', said: 'Neighbours told us of strangers who come and go at a flat at all hours.',
    threat: 'Dealers from a city were seen to look for a second flat.', risk: 'Three people who live alone let strangers in already.', harm: 'Those who are used are beaten and owe money they cannot pay.',
    plan: 'Visit those who may be used by dealers, with housing and health.', updates: ['We visited eleven people who may be at risk, and closed one flat with the council.'], report: 'Two people were charged. Dealing moved, and has not quite stopped: we keep visiting.' },
  '2019-bridport-bus-station': { title: 'Evenings at Bridport bus station', said: 'People avoid the bus station after dark because of shouting and broken glass.',
    threat: 'Groups came earlier each week, and glass was thrown twice.', risk: 'It happens on most Friday and Saturday evenings.', harm: 'Young workers were left without a safe way home.',
    plan: 'Be there on Friday and Saturday evenings, with the youth workers.', updates: ['We were there on eight evenings, and the youth bus came to four of them.'], report: 'Calls about the bus station halved over the winter, and the lights are mended.' },
  '2019-hare-coursing': { title: 'Hare coursing', said: 'Farmers around Sherborne find gates broken and crops driven over by hare coursers.',
    threat: 'The same cars came back armed with dogs and threats.', risk: 'Each field after harvest is open to it until spring.', harm: 'Farmers were threatened at home, and crops of a season lost.',
    plan: 'Patrol with the rural crime team at dawn, and share number plates with farmers.', updates: ['We patrolled at dawn on nine days, and turned back three cars.', 'Farmers now share what they see on one list.'], report: 'There were fewer cases than the winter before, though not none. We take it up again each autumn.' },
  '2019-doorstep-crime': { title: 'Rogue traders at the door', said: 'Older people in Dorchester were pressed into paying for work on their roofs.',
    threat: 'One group of traders works its way along the coast.', risk: 'Sheltered homes are called on first, and most there live alone.', harm: 'One woman lost her savings and no longer opens her door.',
    plan: 'Visit sheltered homes with trading standards.', updates: ['With trading standards we visited four sheltered homes.'], report: 'No new case was told to us for three months, and one trader was fined.' },
  '2019-shop-theft-in-sherborne': { title: 'Shop theft in Sherborne', said: 'Shopkeepers say that the same few people steal from them week after week.',
    threat: 'It is the same four people, and they do not hide it.', risk: 'Three small shops are hit each week.', harm: 'Nobody was hurt, but one shop thinks of closing.',
    plan: 'Tell shops how to pass on pictures, and call on those who steal.', updates: ['Twelve shops now pass on pictures within the day.'], report: 'Three people were banned from the centre, and thefts fell by a third.' },
  '2020-scams-by-telephone': { title: 'Scams by telephone', said: 'People were called by somebody who said they were the bank, or the police.',
    threat: 'Callers change their story faster than warnings spread.', risk: 'Everybody over 70 with a landline may be called.', harm: 'Six people lost between £400 and £9,000.',
    plan: 'Speak at clubs and send alerts.', updates: ['We spoke at five clubs and sent two alerts.'], report: 'We reached some 600 people. The calls come from abroad and go on: never give your card to anybody who calls.' },
  '2020-lyme-regis-seafront': { title: 'Evenings on the Lyme Regis seafront', said: 'People who live at the seafront cannot sleep for shouting and music in summer.',
    threat: 'It grows with each warm weekend and ends with the season.', risk: 'It returns on dry evenings from May to September.', harm: 'Sleep is lost and one window was broken, no more.',
    plan: 'Walk the seafront on warm evenings with the council’s wardens.', updates: ['We walked the seafront on seven evenings with the wardens.'], report: 'The summer ended with half the calls of its beginning.' },
  '2020-litter-and-parking-at-west-bay': { title: 'Litter and parking at West Bay', said: 'Visitors leave litter on the beach and park across drives.',
    threat: 'More visitors come than there are places for.', risk: 'It happens on every fine Sunday.', harm: 'Drives are blocked, and once an ambulance was late.',
    plan: 'Ask the council for bins and wardens.', updates: [], report: 'Litter and parking here are for the council, and we found no way to help that lasts. We passed on what you told us, and they answered you.' },
  'this-year-e-bikes-in-dorchester': { title: 'Electric bikes on the pavement in Dorchester', said: 'People are afraid of fast electric bikes and scooters among those who walk.',
    threat: 'Bikes that were changed to go faster are sold nearby.', risk: 'South Street is full of people on foot on market days.', harm: 'One man broke his wrist; others stay at home.',
    plan: 'Stop riders, speak with schools, take bikes that are not legal.', updates: ['We stopped 26 riders and took four bikes.'], report: 'Riders keep off South Street, and the schools told all parents what the law says.' },
  'this-year-shop-theft-in-bridport': { title: 'Shop theft in Bridport', said: 'Shops in Bridport lose goods every day, and their staff are threatened.',
    threat: 'Thieves have begun to threaten whoever speaks to them.', risk: 'Shops that stand alone are hit daily.', harm: 'Two members of staff are off sick with fear.',
    plan: 'A named officer for each shop, and calls on the few who steal most.', updates: ['Each shop in the centre has a named officer now.', 'Two people were charged with 19 thefts.'], report: 'Thefts told to us fell by a quarter, and staff say that they feel safer.' },
  'this-year-theft-of-farm-machinery': { title: 'Theft of farm machinery', said: 'Farmers lose quad bikes and satellite guides from tractors at night.',
    threat: 'An organised group takes what it was asked for.', risk: 'Yards near the main roads were visited twice.', harm: 'A farm without its guides loses days of harvest, and sleep.',
    plan: 'Mark machines, patrol lanes at night with the rural crime team, and work with neighbouring forces.', updates: ['We marked 37 machines at two evenings with the young farmers.', 'Two stolen quad bikes came back to their owners.'], report: 'Most farms marked their machines, and thefts are rare now.' },
  'this-year-fraud-against-older-people': { title: 'Fraud against older people', said: 'People over 75 were talked into handing their cards to couriers.',
    threat: 'Couriers come to the door within the hour.', risk: 'People over 75 who live alone are chosen from old lists.', harm: 'Savings of a lifetime went, and trust with them.',
    plan: 'Speak at coffee mornings and with bank staff.', updates: ['We spoke at six coffee mornings and with four banks.'], report: 'Three frauds were stopped by bank staff who had been at our talks.' },
  'this-year-evenings-at-borough-gardens': { title: 'Evenings at Borough Gardens', said: 'Families say that drinking and shouting keep them out of the gardens.',
    threat: 'It is loud, and seldom more than that.', risk: 'It comes on dry evenings, near the play area.', harm: 'Families stay away; nobody was hurt.',
    plan: 'Walk there each evening, and open the gardens to the youth club.', updates: ['We walked the gardens on twelve evenings.'], report: 'It is quieter until nine. Later in the evening there is still trouble now and then.' },
  'this-year-hare-coursing': { title: 'Hare coursing', said: 'With the harvest in, coursers are back on the fields around Sherborne.',
    threat: 'Cars come in convoys again, and film what they do.', risk: 'Every stubble field around Sherborne is open to it.', harm: 'Farmers who speak up were followed home.',
    plan: 'Dawn patrols with the rural crime team, and one list for what farmers see.', updates: ['Five cars were turned back, and one was taken away.'], report: 'Fewer fields were driven over than last winter.' },
  'this-year-speeding-through-chideock': { title: 'Speeding through Chideock', said: 'Cars do not slow down where the A35 goes through Chideock.',
    threat: 'Satellite guides send more cars through the village.', risk: 'There is one crossing, and no pavement beyond it.', harm: 'There were near misses, and no one hurt this year.',
    plan: 'Speed checks with volunteers.', updates: ['Volunteers checked speeds on four mornings.'], report: 'Speeds fell, and checks go on.' },
}
