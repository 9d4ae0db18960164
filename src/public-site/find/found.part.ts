import type { FoundPlace } from '#areas/areas.sql.ts'
import type { Near, Policed } from '#areas/neighbourhood-at.ts'
import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import type { Found } from './find-team.ts'
import { noTeam, turnTo, type Told } from './found-nowhere.part.ts'

/** What was found, in words: a team, those that it may be, or why there is none and where to turn to. */
export function foundPart(found: Found, words: string, say: Say): Html {
  const { heading, body } = told(found, words, say)
  return html`<div class="results" role="status"><h2 class="govuk-heading-m">${heading}</h2>
${body}</div>`
}

function told(found: Found, words: string, say: Say): Told {
  if (found.kind === 'here') return here(found, say)
  if (found.kind === 'outside') return outside(found, say)
  if (found.kind === 'area') return area(found, say)
  if (found.kind === 'places') return places(found, words, say)
  return noTeam(found, words, say)
}

function here({ postcode, policed }: Extract<Found, { kind: 'here' }>, say: Say): Told {
  const { name, forceName, teamName: team } = policed
  if (team === null) {
    const force = html`<a class="govuk-link" href="/${policed.forceId}">${forceName}</a>`
    return {
      heading: postcode === null ? say`This place is in ${name}` : say`${postcode} is in ${name}`,
      body: html`<p class="govuk-body">${say`${name} is a neighbourhood of ${force}. It has no team here yet.`}</p>
${turnTo(say)}`,
    }
  }
  return {
    heading: postcode === null ? say`This place is policed by ${team}` : say`${postcode} is policed by ${team}`,
    body: html`<p class="govuk-body-l"><a class="govuk-link" href="/${policed.teamId}">${say`Go to the ${team} team`}</a></p>
<p class="govuk-body">${say`It covers the neighbourhood ${name}, ${forceName}.`}</p>
`,
  }
}

function outside({ postcode, near }: Extract<Found, { kind: 'outside' }>, say: Say): Told {
  const none = html`<p class="govuk-body">${say`No team with a boundary here is within 40 kilometres.`}</p>\n`
  const nearest = html`<p class="govuk-body">${say`The nearest teams, none of them certainly yours:`}</p>\n${nearList(near, null, say)}`
  return {
    heading:
      postcode === null
        ? say`This place lies outside every boundary that we know`
        : say`${postcode} lies outside every boundary that we know`,
    body: html`<p class="govuk-body">${say`It may lie over the border, with another police force, or with a team whose boundary is not here yet.`}</p>
${near.length === 0 ? none : nearest}${turnTo(say)}`,
  }
}

function area(found: Extract<Found, { kind: 'area' }>, say: Say): Told {
  const { postcode, outcode, near, named } = found
  const whole =
    postcode !== null &&
    html`<p class="govuk-body">${say`We know only the first half of ${postcode}, so this is not one certain team.`}</p>\n`
  const list = near.length > 0 ? nearList(near, outcode, say) : namedList(named, say)
  return {
    heading: say`Teams that may police ${postcode ?? outcode}`,
    body: html`${whole}<p class="govuk-body">${areaTold(found, say)}</p>\n${list}${near.length > 0 ? knowSurely(say) : turnTo(say)}`,
  }
}

function areaTold({ outcode, place, near, named }: Extract<Found, { kind: 'area' }>, say: Say): Html {
  if (near.length > 0)
    return place === null
      ? say`${outcode} is a wide area, and more than one team may police it. The nearest to its middle first:`
      : say`${outcode} is a wide area, and more than one team may police it. Its middle is near ${place}. The nearest to there first:`
  return named.length > 0
    ? say`No team near ${outcode} has a boundary here; these are called after ${place}.`
    : say`No team near ${outcode} has a boundary here.`
}

const knowSurely = (say: Say): Html => {
  const map = html`<a class="govuk-link" href="/find/map">${say`look at the map`}</a>`
  return html`<p class="govuk-body">${say`To be sure, use the name of your town or village, or ${map}.`}</p>
`
}

/** The nearest first; how far each is from a point, or from the middle of an outcode where one is given. */
const nearList = (near: readonly Near[], outcode: string | null, say: Say): Html =>
  html`<ul class="govuk-list results__list">${near.map(
    ({ metres, ...policed }) =>
      html`<li>${policedLink(policed)} <span class="results__team">${teamTold(policed, say)}, ${distance(metres, outcode, say)}</span></li>\n`,
  )}</ul>
`

const policedLink = ({ name, teamId, forceId }: Policed): Html =>
  html`<a class="govuk-link" href="/${teamId ?? forceId}">${name}</a>`

function distance(metres: number, outcode: string | null, say: Say): Html {
  const kilometres = Math.round(metres / 1_000)
  if (outcode === null) return metres < 1_000 ? say`less than a kilometre away` : say`about ${kilometres} km away`
  if (metres === 0) return say`where the middle of ${outcode} lies`
  return metres < 1_000
    ? say`less than a kilometre from the middle of ${outcode}`
    : say`about ${kilometres} km from the middle of ${outcode}`
}

function places({ places: all, isAlike }: Extract<Found, { kind: 'places' }>, words: string, say: Say): Told {
  if (all.length === 0)
    return {
      heading: say`Nothing found for “${words}”`,
      body: html`<p class="govuk-body">${say`Check how it is spelt, try a larger place nearby, or choose from all teams below.`}</p>
${turnTo(say)}`,
    }
  const found = say.count(all.length, { one: '{n} place', other: '{n} places' })
  const heading = isAlike ? say`Nothing is called “${words}”. Did you mean:` : say`${found} found for “${words}”`
  return { heading, body: namedList(all, say) }
}

const namedList = (named: readonly FoundPlace[], say: Say): Html =>
  html`<ul class="govuk-list results__list">${named.map(
    ({ place, ...team }) =>
      html`<li><a class="govuk-link" href="/${team.teamId ?? team.forceId}">${place}</a> <span class="results__team">${
        team.teamName === place ? say`team, ${team.forceName}` : teamTold(team, say)
      }</span></li>\n`,
  )}</ul>
`

const teamTold = ({ teamName, forceName }: Pick<FoundPlace, 'teamName' | 'forceName'>, say: Say): Html =>
  teamName === null ? say`no team here yet, ${forceName}` : say`${teamName} team, ${forceName}`
