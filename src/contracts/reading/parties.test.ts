import assert from 'node:assert/strict'
import test from 'node:test'
import { counterpartiesOf } from './counterparty.ts'
import { doerOf } from './doer.ts'

const doers: Readonly<Record<string, string>> = {
  'We will hold a surgery': 'the team',
  'Our neighbourhood team will hold a surgery': 'the team',
  'The Neighbourhood Inspector will meet the clerks': 'Neighbourhood Inspector',
  'Once a quarter, the Sgts from across the Vale meet': 'Sergeants',
  'At least twice a year PCSOs will run an event': 'PCSOs',
  'The Sergeant and the NEO will meet': 'Sergeant and NEO',
  'A police volunteer to keep these pages up to date': 'police volunteer',
  'The page will be kept by a community volunteer': 'community volunteer',
  'Councils kept informed through Inspector or Sergeant attendance': 'Inspector or Sergeant',
  'Clerks receive an update from the beat manager': 'beat manager',
  'The Inspector dip-samples records': 'Inspector',
  'PCSO surgeries in the villages': 'the team',
  'Sherholt Town Council receive a report': 'the team',
}

test('who keeps a promise is the role named as its doer, else the team', () => {
  assert.deepEqual(Object.fromEntries(Object.keys(doers).map((text) => [text, doerOf(text, 'the team')])), doers)
})

const parties: Readonly<Record<string, readonly string[]>> = {
  'meet the council clerks at Sherholt, Easter Cross and St Ann every month': [
    'Sherholt council clerk',
    'Easter Cross council clerk',
    'St Ann council clerk',
  ],
  'meet the Sherholt, Wold and Fenny town clerks quarterly': [
    'Sherholt town clerk',
    'Wold town clerk',
    'Fenny town clerk',
  ],
  'schemes such as Shop Watch, Pub watch and Farm Watch, by naming a contact': [
    'Shop Watch',
    'Pub watch',
    'Farm Watch',
  ],
  'the following groups: the Deaf community, the Nepalese community and carers': [
    'Deaf community',
    'Nepalese community',
    'carers',
  ],
  'meetings with forces in Mercia and Fen & Isle every 8 weeks': ['Mercia', 'Fen & Isle'],
  'Work with Trading Standards, Fire and Rescue and Age UK to stop crime': [
    'Trading Standards',
    'Fire and Rescue',
    'Age UK',
  ],
  'attend the Vale Community Safety Partnership (VCSP) monthly': ['Vale Community Safety Partnership (VCSP)'],
  'Attendance at monthly Safer Schools meetings with the NEO to reassure pupils': ['Safer Schools', 'NEO'],
  'Sherholt Town Council receive a report for their monthly town council meeting': ['Sherholt Town Council'],
  'be in contact with each parish clerk/ town surveyor weekly': ['parish clerk', 'town surveyor'],
  'visit each primary school': ['primary school'],
  'meet the Portland Prison governor': ['Portland Prison governor'],
  'updates on Facebook, Twitter and Dorset Alert': [],
  'speak with our community every day': ['community'],
}

test('the other side of a promise is named, each clerk, group and force by itself', () => {
  assert.deepEqual(
    Object.fromEntries(Object.keys(parties).map((text) => [text, counterpartiesOf(text, 'the team')])),
    parties,
  )
})

test('whoever keeps a promise is not its other side', () => {
  assert.deepEqual(counterpartiesOf('The Sergeant and the NEO will meet every six weeks', 'Sergeant and NEO'), [])
})
