import { day } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import type { Found } from './find-team.ts'

export type Told = { readonly heading: Html; readonly body: Html }
type Nowhere = Exclude<Found, { kind: 'here' | 'outside' | 'area' | 'places' }>

/** A postcode that leads nowhere says why, since each has another remedy. */
export function noTeam(found: Nowhere, words: string, say: Say): Told {
  const paragraph = (told: Html, more: Html = turnTo(say)) => html`<p class="govuk-body">${told}</p>\n${more}`
  switch (found.kind) {
    case 'ended': {
      const month = say.month(day(`${found.month.slice(0, 4)}-${found.month.slice(4)}-01`))
      return {
        heading: say`${found.postcode} is no longer used`,
        body: paragraph(
          say`It ended in ${month}. Use the postcode that the address has now.`,
          areaLink(found.outcode, say),
        ),
      }
    }
    case 'no such postcode':
      return {
        heading: say`There is no postcode ${found.postcode}`,
        body: paragraph(
          say`Check it for a letter or figure gone wrong. A very new one may not be known yet.`,
          areaLink(found.outcode, say),
        ),
      }
    case 'without place':
      return {
        heading: say`Nobody has said where ${found.postcode} is`,
        body: paragraph(say`Use the name of your town or village instead.`),
      }
    case 'not known':
      return {
        heading: say`${found.outcode} is not among the postcodes that we know`,
        body: paragraph(say`It may be mistyped, or lie over the border with another police force.`),
      }
    case 'no outcodes':
      return {
        heading: say`We know no postcodes that begin with ${found.letters} yet`,
        body: paragraph(say`Use the name of your town or village instead.`),
      }
    case 'no area':
      return {
        heading: say`No postcode begins with ${found.letters}`,
        body: paragraph(say`Check its first letters, as DT in DT6 3RR.`),
      }
    case 'mistyped':
      return {
        heading: say`“${words}” is not a whole postcode`,
        body: paragraph(say`A postcode is written like DT6 3RR. Its first half, DT6, will do.`),
      }
  }
}

/** Whom to ask where we know no team. */
export const turnTo = (say: Say): Html => {
  const site = html`<a class="govuk-link" href="https://www.police.uk/" rel="external">www.police.uk</a>`
  return html`<p class="govuk-body">${say`To ask which team is yours, call 101, or look on ${site}.`}</p>
`
}

const areaLink = (outcode: string, say: Say): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/?q=${outcode}">${say`See the teams around ${outcode}`}</a></p>
`
