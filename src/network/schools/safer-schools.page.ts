import type { Team } from '#areas/area.ts'
import { addMonths, inWords, type Day } from '#platform/day.ts'
import { typed, typedDay, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, buttonLink, dateInput, errorSummary, radios, select, table } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { capitalised } from '#platform/capitalised.ts'
import { networkOf } from '../keeper-at.ts'
import { interventionAbouts, interventionOutcomes } from './safer-schools.ts'
import type { SchoolLine } from './schools.sql.ts'

export type SaferSchoolsShown = {
  readonly teams: readonly {
    readonly subjectId: string
    readonly label: string
    readonly relationshipId: string | null
  }[]
  /** Contacts and meetings with them, newest first. */
  readonly touches: readonly { readonly kind: string; readonly on: Day }[]
  readonly planOn: Day | null
  readonly interventions: readonly { readonly about: string; readonly count: number }[]
  readonly today: Day
}

/** How it stands with the Safer Schools and Communities Team: its plan, being in touch each quarter, opportunities found (D9). */
export function saferSchoolsPart(team: Team, shown: SaferSchoolsShown): Html {
  const { teams, interventions } = shown
  const total = interventions.reduce((sum, { count }) => sum + count, 0)
  return html`<h2 class="govuk-heading-m" id="safer-schools">Safer Schools and Communities Team</h2>
${teams.length === 0 ? html`<p class="govuk-body">Nobody has said which Safer Schools and Communities Team ${team.name} works with. Add it to the <a class="govuk-link" href="${networkOf(team.id)}">network</a> as an organisation.</p>` : workingWith(team, shown)}
<h3 class="govuk-heading-s">Opportunities for early intervention</h3>
<p class="govuk-body">${total === 0 ? 'None has been noted in the last 12 months.' : `${total} in the last 12 months.`}</p>
${total > 0 && table({ caption: 'What they were about', captionSize: 's', head: ['About', { words: 'How many', numeric: true }], rows: interventions.map(({ about, count }) => [capitalised(about), { words: String(count), numeric: true }]) })}
${buttonLink('Note an opportunity', `/desk/${team.id}/schools/early-intervention`, { kind: 'secondary' })}`
}

function workingWith(team: Team, { teams, touches, planOn, today }: SaferSchoolsShown): Html {
  const last = touches[0]
  const due = last && addMonths(last.on, 3)
  const relationshipId = teams.find((one) => one.relationshipId !== null)?.relationshipId
  const links = relationshipId
    ? html`<a class="govuk-link" href="${networkOf(team.id)}/contacts/new?with=${relationshipId}">Log a contact</a> · <a class="govuk-link" href="${networkOf(team.id)}/relationships/${relationshipId}">All that is kept up with it</a>`
    : ''
  return html`<dl class="facts">
<dt>Who</dt><dd>${teams.map(({ label }) => label).join(', ')}</dd>
<dt>Its plan</dt><dd>${planOn === null ? 'No plan is noted.' : `Completed on ${inWords(planOn)}.`} <a class="govuk-link" href="/desk/${team.id}/schools/plan">Note that the plan is complete</a></dd>
<dt>In touch</dt><dd>${last === undefined ? 'No contact or meeting is noted.' : `Last ${last.kind === 'meeting attended' ? 'met' : 'in touch'} on ${inWords(last.on)}; once a quarter means ${due !== undefined && due < today ? 'it was due' : 'again'} by ${inWords(due ?? today)}.`} ${links}</dd>
</dl>`
}

type FormShown = {
  readonly site: SiteChrome
  readonly team: Team
  readonly id: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** Noting an opportunity for early intervention: nothing on it is typed in words, so no child can be named. */
export function interventionFormPage({ schools, ...shown }: FormShown & { schools: readonly SchoolLine[] }): Html {
  const { values, errors } = shown
  const offered = schools.flatMap(({ organisationId: value, label: words }) =>
    value === null ? [] : [{ value, words }],
  )
  const choose = (all: readonly string[]) => all.map((value) => ({ value, words: capitalised(value) }))
  const field = (name: string) => ({ name, value: typed(values, name), error: errors[name], size: 's' as const })
  return formPage(shown, {
    title: 'Note an opportunity for early intervention',
    action: 'early-intervention',
    fields: html`<p class="govuk-body">It is counted. No child is named, and there is nowhere to do so.</p>
${dateInput({ name: 'foundOn', legend: 'When was it found?', value: typedDay(values, 'foundOn'), error: errors['foundOn'], size: 's' })}
${select({ ...field('school'), label: 'At which school? (optional)', choices: [{ value: '', words: 'No school, or not said' }, ...offered] })}
${radios({ ...field('about'), legend: 'What was it about?', choices: choose(interventionAbouts), small: true })}
${radios({ ...field('outcome'), legend: 'What came of it?', choices: choose(interventionOutcomes), small: true })}`,
  })
}

/** Noting that the safer schools team has its plan (D9.3). */
export function planFormPage({ teams, ...shown }: FormShown & Pick<SaferSchoolsShown, 'teams'>): Html {
  const { values, errors } = shown
  const [only] = teams
  const whose =
    teams.length === 1
      ? html`<input type="hidden" name="subject" value="${only?.subjectId ?? ''}">`
      : select({
          name: 'subject',
          label: 'Whose plan?',
          value: typed(values, 'subject'),
          choices: teams.map(({ subjectId, label }) => ({ value: subjectId, words: label })),
        })
  return formPage(shown, {
    title: 'The safer schools plan is complete',
    action: 'plan',
    fields: html`${whose}
${dateInput({ name: 'completedOn', legend: 'When was it completed?', value: typedDay(values, 'completedOn'), error: errors['completedOn'], size: 's' })}`,
  })
}

type Asked = { readonly title: string; readonly action: string; readonly fields: Html }

function formPage({ site, team, id, errors }: FormShown, { title, action, fields }: Asked): Html {
  const home = `/desk/${team.id}/schools`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors)}
<span class="govuk-caption-l">${team.name}</span>
<h1 class="govuk-heading-l">${title}</h1>
<form class="desk-form" method="post" action="${home}/${action}" novalidate>
<input type="hidden" name="id" value="${id}">
${fields}
${button('Note it')}
</form>
</div></div>`
  return page({ title, body, site, before: backLink(home, 'Schools'), mistaken: Object.keys(errors).length > 0 })
}
