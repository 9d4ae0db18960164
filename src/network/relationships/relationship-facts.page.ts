import { inWords, type Day } from '#platform/day.ts'
import { buttonLink, summaryList, tag } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { networkOf } from '../keeper-at.ts'
import { dueWord, levelInWords, reviewIsDue, type DueWord, type Relationship } from '../relationship.ts'
import type { RelationshipLine } from '../relationships.sql.ts'

/** How it stands with a relationship, in a word and a colour, never in a colour alone. */
export const dueTag = (relationship: Pick<Relationship, 'nextDue' | 'every'>, today: Day): Html => {
  const word = dueWord(relationship, today)
  return tag(word, colours[word])
}

const colours: Readonly<Record<DueWord, 'grey' | 'red' | 'yellow' | 'green'>> = {
  'not agreed': 'grey',
  lapsed: 'red',
  'due this week': 'yellow',
  'in touch': 'green',
}

/** What was agreed with somebody, when they were last in touch, and when they are next due, with what can be done about it. */
export function relationshipFacts(line: RelationshipLine, today: Day): Html {
  const address = `${networkOf(line.teamId)}/relationships/${line.id}`
  const about = `: ${line.label}`
  const nobody = line.postId !== null && line.name === null
  const facts = summaryList([
    ...(nobody ? [{ key: 'Who', value: tag('Nobody holds this post now', 'yellow') }] : []),
    { key: 'How it stands', value: dueTag(line, today) },
    {
      key: 'Level of contact',
      value: agreementOf(line),
      actions: [{ words: line.every === null ? 'Agree' : 'Change', href: `${address}#agree`, about }],
    },
    { key: 'Last contact', value: line.lastContactOn === null ? 'None yet' : inWords(line.lastContactOn) },
    { key: 'Next due', value: line.nextDue === null ? 'Nothing is agreed' : `by ${inWords(line.nextDue)}` },
    { key: 'Owner', value: line.owner },
    {
      key: 'Impact last reviewed',
      value: html`${line.reviewedOn === null ? 'Not yet' : inWords(line.reviewedOn)}${reviewIsDue(line, today) && html` ${tag('overdue', 'red')}`}`,
      actions: [{ words: 'Review', href: `${address}#review`, about }],
    },
  ])
  return html`${facts}
${line.endedOn === null && logButton(line)}`
}

const logButton = ({ id, teamId, label }: Pick<RelationshipLine, 'id' | 'teamId' | 'label'>): Html =>
  buttonLink(
    html`Log a contact<span class="govuk-visually-hidden">: ${label}</span>`,
    `${networkOf(teamId)}/contacts/new?with=${id}`,
  )

function agreementOf({ every, agreedOn, agreedWith }: Relationship): string {
  if (every === null || agreedOn === null) return 'Not agreed yet'
  return `${levelInWords(every)}, agreed ${agreedWith === 'both' ? 'with them' : 'by us alone'} on ${inWords(agreedOn)}`
}
