import type { Role } from '#people/person.ts'
import type { Contact } from '#web-pages/facts/contact.ts'
import type { EngagementMethod, SeniorOfficer } from '#web-pages/facts/force-facts.sql.ts'
import type { Officer } from '#web-pages/facts/officer.ts'
import type { TeamLink, TeamLocation } from '#web-pages/facts/team-facts.sql.ts'

/** An officer as the demonstration tells of them; fictional, and called so. */
export type OfficerTold = Pick<Officer, 'name' | 'rank' | 'bio' | 'contact'> & {
  /** Whose fictional person they are, where they sign in. */
  readonly role?: Role
  readonly neighbourhoodIds?: readonly string[]
  readonly contactable?: boolean
}

type TeamTold = {
  readonly forceId: string
  readonly teamId: string
  readonly officers: readonly OfficerTold[]
  readonly contact: Contact
  readonly links: readonly Omit<TeamLink, 'id' | 'place'>[]
  readonly locations: readonly Omit<TeamLocation, 'id' | 'place'>[]
}

/** Numbers are those kept for drama, and addresses those kept for examples: nobody is called by mistake. */
const westDorset: TeamTold = {
  forceId: 'dorset',
  teamId: 'dorset/west-dorset',
  officers: [
    {
      name: 'Robin Fictional',
      rank: 'PCSO',
      role: 'pcso',
      bio: 'Walks Bridport and its market, and knows most of the traders by name. Ask about anything that worries you.',
      contact: { email: 'robin.fictional@example.org', mobile: '07700 900101' },
      neighbourhoodIds: ['55.DT3001'],
      contactable: true,
    },
    {
      name: 'Alex Fictional',
      rank: 'Sergeant',
      role: 'sergeant',
      bio: 'Leads the team, and answers for what it promises.',
      contact: { email: 'alex.fictional@example.org' },
    },
    {
      name: 'Morgan Fictional',
      rank: 'Constable',
      bio: 'Looks after farms and villages in the west of the area.',
      contact: { email: 'morgan.fictional@example.org' },
    },
    {
      name: 'Kit Fictional',
      rank: 'PCSO',
      bio: 'Works with the schools and the watch schemes of the coast.',
      contact: { email: 'kit.fictional@example.org' },
    },
  ],
  contact: {
    email: 'west-dorset.team@example.org',
    telephone: '01632 960101',
    report: 'https://dorset.example.org/report',
    facebook: 'https://social.example.org/bridport-police',
    twitter: 'https://social.example.org/westdorsetpolice',
  },
  links: [
    {
      title: 'Dorset Alert',
      url: 'https://alert.example.org/dorset',
      description: 'Messages about crime near you, by e-mail, text or telephone.',
    },
    { title: 'Neighbourhood Watch in Dorset', url: 'https://watch.example.org/dorset', description: '' },
  ],
  locations: [
    {
      name: 'Bridport police station (fictional desk)',
      type: 'station',
      address: 'Demonstration House, Bridport',
      postcode: '',
      location: { latitude: 50.7336, longitude: -2.7587 },
      telephone: '01632 960102',
      description: 'The desk is open on weekdays from 10am to 2pm.',
    },
  ],
}

const launceston: TeamTold = {
  forceId: 'devon-and-cornwall',
  teamId: 'devon-and-cornwall/launceston',
  officers: [
    {
      name: 'Jamie Fictional',
      rank: 'PCSO',
      bio: 'In Launceston on most days, and at the market on Saturdays.',
      contact: { email: 'jamie.fictional@example.org' },
      contactable: true,
    },
  ],
  contact: { email: 'launceston.team@example.org', telephone: '01632 960201' },
  links: [],
  locations: [],
}

export const teamsTold: readonly TeamTold[] = [westDorset, launceston]

export const engagementMethods: readonly Omit<EngagementMethod, 'id' | 'place' | 'url'>[] = [
  { type: 'web', title: 'Website of the force', description: 'News, advice and reporting online.' },
  { type: 'facebook', title: 'Facebook', description: '' },
]

export const chiefOfficers: readonly Omit<SeniorOfficer, 'id' | 'place'>[] = [
  {
    name: 'Devon Fictional',
    rank: 'Chief Constable',
    bio: 'Answers for the whole force.',
    contact: { email: 'chief.fictional@example.org' },
  },
]
