import type { Day } from '#platform/day.ts'
import { daysBetween } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import type { SectionAge, WebSection } from '#web-pages/facts/section.ts'

type Block = { readonly id: string; readonly title: Html; readonly age?: Html | false }

/** One part of the neighbourhood page under its heading, with how long ago somebody found it right. */
export const block = ({ id, title, age }: Block, inside: Html): Html =>
  html`<section class="plan__part" aria-labelledby="${id}"><h2 class="govuk-heading-l" id="${id}">${title}</h2>
${inside}
${age}</section>
`

type Aged = { readonly ages: readonly SectionAge[]; readonly today: Day; readonly say: Say }

/** When a section was last found right, quietly; nothing where nobody ever looked. */
export function ageOf(section: WebSection, { ages, today, say }: Aged): Html | false {
  const checkedOn = ages.find((age) => age.section === section)?.checkedOn ?? null
  return checkedOn !== null && html`<p class="block-age">${checkedTold(daysBetween(checkedOn, today), say)}</p>`
}

function checkedTold(days: number, say: Say): Html {
  if (days <= 0) return say`This part was checked today.`
  return days === 1 ? say`This part was checked yesterday.` : say`This part was checked ${say.count(days, daysAgo)}.`
}

/** As counted from the day on which a page is read. */
export const daysAgo = { one: '{n} day ago', other: '{n} days ago' }
