import { capitalised } from '#platform/capitalised.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { disclosed } from '#standings/disclosure.ts'
import type { VerdictShown } from './verdict.page.ts'

type Shown = Pick<VerdictShown, 'sitting' | 'attendance' | 'dissents'>

/** When the community sat, who came, what was said, and who saw it differently. */
export function sittingTold({ sitting, attendance, dissents }: Shown, say: Say): Html | false {
  if (sitting === null) return false
  return html`<h2 class="govuk-heading-l">${say`How the community sat`}</h2>
<p class="govuk-body">${capitalised(say.word(sitting.panel))}, ${say.day(sitting.heldOn)}: ${say.own(sitting.place)}.</p>
${attendanceTold(attendance, say)}
${dissents.length > 0 && html`<h3 class="govuk-heading-m">${say`Not all see it so`}</h3>\n${dissents.map(({ words }) => html`<p class="govuk-body received__words">${say.own(words)}</p>\n`)}`}
<h3 class="govuk-heading-m">${say`Minutes`}</h3>
${sitting.minutes === '' ? html`<p class="govuk-body">${say`No minutes were published.`}</p>` : sitting.minutes.split('\n').map((line) => html`<p class="govuk-body">${say.own(line)}</p>\n`)}`
}

/** Small numbers could point at somebody, so they are withheld, and others with them where those would give them away. */
function attendanceTold(attendance: Shown['attendance'], say: Say): Html {
  const { parts, total } = disclosed(attendance.map(({ people }) => people))
  if (attendance.length === 0) return html`<p class="govuk-body">${say`Nobody wrote down who came.`}</p>`
  const lines = attendance.map(({ community }, n) => {
    const people = parts[n] ?? null
    return html`<li>${capitalised(say.word(community))}: ${people === null ? say`withheld, since it is small or would give away one that is` : say.number(people)}</li>\n`
  })
  return html`<h3 class="govuk-heading-m">${say`Who came, by the community for which they spoke`}</h3>
<ul class="govuk-list govuk-list--bullet">
${lines}</ul>
${total !== null && html`<p class="govuk-body">${say.count(total, { one: '{n} person', other: '{n} people' })}</p>`}`
}
