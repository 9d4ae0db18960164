import { deskOfYear } from '#contract-year/contract-year-at.ts'
import { inWords } from '#platform/day.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { toBeDone, type YearStep } from './year-step.ts'

/** Steps that one mail lists; the others are counted. */
export const mostListed = 20

/** The mail to one person of what contracts wait for; it names nobody. */
export function yearMail(
  to: { readonly personId: string; readonly email: string },
  steps: readonly YearStep[],
  site: string,
): Mail {
  const lines = steps.slice(0, mostListed).map((step) => lineOf(step, site))
  const isLate = steps.some(({ dueOn, today }) => dueOn < today)
  return {
    to: to.email,
    about: `person/${to.personId}`,
    subject: isLate ? 'A step of a contract’s year is overdue' : 'A step of a contract’s year is due',
    text: `${lines.join('\n\n')}
${steps.length > lines.length ? `\nAnd ${steps.length - lines.length} more.\n` : ''}
Once the step is taken, or somebody else has it in hand, this is settled.
`,
  }
}

function lineOf(step: YearStep, site: string): string {
  const { teamId, teamName, year, dueOn, today } = step
  const when = dueOn < today ? `It was due by ${inWords(dueOn)}.` : `By ${inWords(dueOn)}.`
  return `Contract ${year} of ${teamName} ${toBeDone(step)}.\n${when}\n${site}${deskOfYear(teamId, year)}`
}
