import type { FoundPlace } from '#areas/areas.sql.ts'
import type { Near, Policed } from '#areas/neighbourhood-at.ts'
import { day, monthInWords } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import type { Found } from './find-team.ts'

/** What was found, in words: a team, those that it may be, or why there is none and where to turn to. */
export function foundPart(found: Found, words: string): Html {
  const { heading, body } = told(found, words)
  return html`<div class="results" role="status"><h2 class="govuk-heading-m">${heading}</h2>
${body}</div>`
}

type Told = { readonly heading: string; readonly body: Html }

function told(found: Found, words: string): Told {
  if (found.kind === 'here') return here(found)
  if (found.kind === 'outside') return outside(found)
  if (found.kind === 'area') return area(found)
  if (found.kind === 'places') return places(found, words)
  return noTeam(found, words)
}

const turnTo = html`<p class="govuk-body">To ask which team is yours, call 101, or look on <a class="govuk-link" href="https://www.police.uk/" rel="external">www.police.uk</a>.</p>
`

function here({ postcode, policed }: Extract<Found, { kind: 'here' }>): Told {
  const { name, forceName } = policed
  const where = postcode ?? 'This place'
  if (policed.teamName === null)
    return {
      heading: `${where} is in ${name}`,
      body: html`<p class="govuk-body">${name} is a neighbourhood of <a class="govuk-link" href="/${policed.forceId}">${forceName}</a>. It has no team here yet.</p>
${turnTo}`,
    }
  return {
    heading: `${where} is policed by ${policed.teamName}`,
    body: html`<p class="govuk-body-l"><a class="govuk-link" href="/${policed.teamId}">Go to the ${policed.teamName} team</a></p>
<p class="govuk-body">It covers the neighbourhood ${name}, ${forceName}.</p>
`,
  }
}

function outside({ postcode, near }: Extract<Found, { kind: 'outside' }>): Told {
  const where = postcode ?? 'This place'
  return {
    heading: `${where} lies outside every boundary that we know`,
    body: html`<p class="govuk-body">It may lie over the border, with another police force, or with a team whose boundary is not here yet.</p>
${near.length === 0 ? html`<p class="govuk-body">No team with a boundary here is within 40 kilometres.</p>\n` : html`<p class="govuk-body">The nearest teams, none of them certainly yours:</p>\n${nearList(near, 'away')}`}${turnTo}`,
  }
}

function area({ postcode, outcode, place, near, named }: Extract<Found, { kind: 'area' }>): Told {
  const where = place === null ? outcode : `${outcode}, around ${place},`
  const whole =
    postcode !== null &&
    html`<p class="govuk-body">We know only the first half of ${postcode}, so this is not one certain team.</p>\n`
  const list = near.length > 0 ? nearList(near, `from the middle of ${outcode}`) : namedList(named)
  const lead =
    near.length > 0
      ? html`<p class="govuk-body">${where} is a wide area, and more than one team may police it. The nearest first:</p>\n`
      : html`<p class="govuk-body">No team near ${outcode} has a boundary here${named.length > 0 && html`; these are called after ${place}`}.</p>\n`
  return {
    heading: `Teams that may police ${postcode ?? outcode}`,
    body: html`${whole}${lead}${list}${near.length > 0 ? knowSurely : turnTo}`,
  }
}

const knowSurely = html`<p class="govuk-body">To be sure, use the name of your town or village, or <a class="govuk-link" href="/find/map">look at the map</a>.</p>
`

const nearList = (near: readonly Near[], from: string): Html =>
  html`<ul class="govuk-list results__list">${near.map(
    ({ metres, ...policed }) =>
      html`<li>${policedLink(policed)} <span class="results__team">${teamTold(policed)}, ${metres === 0 ? `${from.replace('from ', 'where ')} lies` : `${kilometres(metres)} ${from}`}</span></li>\n`,
  )}</ul>
`

const policedLink = ({ name, teamId, forceId }: Policed): Html =>
  html`<a class="govuk-link" href="/${teamId ?? forceId}">${name}</a>`

const kilometres = (metres: number): string =>
  metres < 1_000 ? 'less than a kilometre' : `about ${Math.round(metres / 1_000)} km`

function places({ places: all, isAlike }: Extract<Found, { kind: 'places' }>, words: string): Told {
  if (all.length === 0)
    return {
      heading: `Nothing found for “${words}”`,
      body: html`<p class="govuk-body">Check how it is spelt, try a larger place nearby, or choose from all teams below.</p>
${turnTo}`,
    }
  const heading = isAlike
    ? `Nothing is called “${words}”. Did you mean:`
    : `${all.length} ${all.length === 1 ? 'place' : 'places'} found for “${words}”`
  return { heading, body: namedList(all) }
}

const namedList = (named: readonly FoundPlace[]): Html =>
  html`<ul class="govuk-list results__list">${named.map(
    ({ place, ...team }) =>
      html`<li><a class="govuk-link" href="/${team.teamId ?? team.forceId}">${place}</a> <span class="results__team">${
        team.teamName === place ? `team, ${team.forceName}` : teamTold(team)
      }</span></li>\n`,
  )}</ul>
`

const teamTold = ({ teamName, forceName }: Pick<FoundPlace, 'teamName' | 'forceName'>): string =>
  teamName === null ? `no team here yet, ${forceName}` : `${teamName} team, ${forceName}`

type Nowhere = Exclude<Found, { kind: 'here' | 'outside' | 'area' | 'places' }>

/** A postcode that leads nowhere says why, since each has another remedy. */
function noTeam(found: Nowhere, words: string): Told {
  const paragraph = (text: string, more: Html = turnTo) => html`<p class="govuk-body">${text}</p>\n${more}`
  switch (found.kind) {
    case 'ended':
      return {
        heading: `${found.postcode} is no longer used`,
        body: paragraph(
          `It ended in ${monthOf(found.month)}. Use the postcode that the address has now.`,
          areaLink(found.outcode),
        ),
      }
    case 'no such postcode':
      return {
        heading: `There is no postcode ${found.postcode}`,
        body: paragraph(
          'Check it for a letter or figure gone wrong. A very new one may not be known yet.',
          areaLink(found.outcode),
        ),
      }
    case 'without place':
      return {
        heading: `Nobody has said where ${found.postcode} is`,
        body: paragraph('Use the name of your town or village instead.'),
      }
    case 'not known':
      return {
        heading: `${found.outcode} is not among the postcodes that we know`,
        body: paragraph('It may be mistyped, or lie over the border with another police force.'),
      }
    case 'no area':
      return {
        heading: `No postcode begins with ${found.letters}`,
        body: paragraph('Check its first letters, as DT in DT6 3RR.'),
      }
    case 'mistyped':
      return {
        heading: `“${words}” is not a whole postcode`,
        body: paragraph('A postcode is written like DT6 3RR. Its first half, DT6, will do.'),
      }
  }
}

const areaLink = (outcode: string): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/?q=${outcode}">See the teams around ${outcode}</a></p>
`

const monthOf = (month: string): string => monthInWords(day(`${month.slice(0, 4)}-${month.slice(4)}-01`))
