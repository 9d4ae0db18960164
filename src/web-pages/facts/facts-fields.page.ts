import { input, radios, textarea } from '#platform/govuk.ts'
import { joined, type Html } from '#platform/html.ts'
import { contactInputs, fieldOf, placeInput, type Asked } from './facts-frame.page.ts'

/** The questions of a link to more. */
export const linkFields = (asked: Asked): Html =>
  joined([
    input({ ...fieldOf(asked)('title'), label: 'What is found there?' }),
    urlInput(asked),
    textarea({ ...fieldOf(asked)('description'), label: 'More about it (optional)', rows: 2 }),
    placeInput(asked),
  ])

const urlInput = (asked: Asked): Html =>
  input({ ...fieldOf(asked)('url'), label: 'Address', hint: 'Begins with https://', type: 'url', autocomplete: 'off' })

/** The questions of a place where a team can be visited. */
export function locationFields(asked: Asked): Html {
  const field = fieldOf(asked)
  return joined([
    input({ ...field('name'), label: 'What is it called?', hint: 'Such as Bridport police station' }),
    radios({
      ...field('type'),
      legend: 'What is it?',
      choices: [
        { value: 'station', words: 'Police station' },
        { value: 'office', words: 'Office' },
        { value: 'other', words: 'Somewhere else' },
      ],
      small: true,
    }),
    textarea({ ...field('address'), label: 'Address', rows: 3 }),
    input({ ...field('postcode'), label: 'Postcode (optional)', width: '10' }),
    input({ ...field('telephone'), label: 'Telephone (optional)', type: 'tel', width: '20' }),
    textarea({ ...field('description'), label: 'When it is open, and what can be done there (optional)', rows: 2 }),
    input({ ...field('latitude'), label: 'Latitude (optional)', hint: 'Such as 50.7336', width: '10' }),
    input({ ...field('longitude'), label: 'Longitude (optional)', hint: 'Such as -2.7587', width: '10' }),
    placeInput(asked),
  ])
}

/** The questions of a way to engage with a whole force. */
export const methodFields = (asked: Asked): Html =>
  joined([
    input({
      ...fieldOf(asked)('type'),
      label: 'What kind of way?',
      hint: 'Such as newsletter, facebook or web',
      width: '20',
    }),
    linkFields(asked),
  ])

/** The questions of a chief officer. */
export function seniorOfficerFields(asked: Asked): Html {
  const field = fieldOf(asked)
  return joined([
    input({ ...field('name'), label: 'Name', autocomplete: 'off' }),
    input({ ...field('rank'), label: 'Rank', width: '20' }),
    textarea({ ...field('bio'), label: 'What they answer for (optional)', rows: 3 }),
    contactInputs(asked, ['email', 'telephone', 'web', 'twitter']),
    placeInput(asked),
  ])
}
