import { backLink } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page } from '#platform/page.ts'
import type { CommunityPack } from './community-pack.ts'
import { reachTold, standardTold, takenFrom } from './pack.part.ts'
import { whenToVote, type PanelShown } from '../members/panel.page.ts'
import type { ContractLine } from '../sittings/sittings.sql.ts'

type Shown = PanelShown & { readonly pack: CommunityPack; readonly contracts: readonly ContractLine[] }

/** A contract of a sitting in letters of 22 points and more, on the screen and on paper, with the way to the others. */
export function largePrintPage(shown: Shown): Html {
  const { site, path, sitting, pack } = shown
  const say = sayIn(site.language)
  const title = say.text`In large print: what teams promised in ${sitting.year}`
  const body = html`<div class="large-print">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${say`It is held on ${say.day(sitting.heldOn)}: ${say.own(sitting.place)}.`}</p>
<p class="govuk-body">${whenToVote(shown, say)}</p>
${othersTold(shown)}${contractTold(pack, say)}</div>`
  const before = backLink(path, say`Your place on the ${say.word(sitting.panel)}`, say)
  return page({ title, body, site, before })
}

const othersTold = ({ path, pack, contracts }: Shown): Html | false =>
  contracts.length > 1 &&
  html`<ul class="govuk-list no-print">${contracts.filter(({ slug }) => slug !== pack.slug).map(({ slug, teamName }) => html`<li><a class="govuk-link" href="${path}/large-print?contract=${slug}">${teamName}</a></li>\n`)}</ul>`

const contractTold = (pack: CommunityPack, say: Say): Html =>
  html`<h2 class="govuk-heading-m">${say`${pack.teamName}: the contract of ${pack.year}`}</h2>
<p class="govuk-body">${takenFrom(pack, say)}</p>
${pack.standards.map((standard) => html`<h3 class="govuk-heading-s">${say.own(standard.title)}</h3>\n${standardTold({ pack: standard, lastYear: pack.lastYear, say, isUnfolded: true })}`)}
<h3 class="govuk-heading-s">${say`Communities that are harder to reach`}</h3>
${reachTold(pack.reach, say)}`
