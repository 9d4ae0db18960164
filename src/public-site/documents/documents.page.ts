import type { Contract } from '#contracts/contract.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import type { Day } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { contractAddress } from '../addresses.ts'
import type { TeamFound } from '../find.ts'
import { contractTrail } from '../trails.ts'

type Shown = TeamFound & {
  readonly site: SiteChrome
  readonly contract: Contract
  /** What was frozen for the panel; null where nothing was. */
  readonly frozen: { readonly on: Day; readonly hash: string } | null
  readonly isRated: boolean
}

/** All that can be taken along of a contract, and how an outsider checks what its panel was given. */
export function documentsPage(shown: Shown): Html {
  const { site, force, team, contract, frozen, isRated } = shown
  const say = sayIn(site.language)
  const years = yearsInWords(contract.span, say)
  const to = contractAddress(team.id, contract.year)
  const title = say.text`Documents of the contract ${years}`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${say`${team.name} neighbourhood policing team`}</span> ${title}</h1>
<h2 class="govuk-heading-m">${say`The contract, and how it stands`}</h2>
${kinds(to, say.text`The contract`, say)}
<p class="govuk-body"><a class="govuk-link" href="${to}.json" download>${say`The contract as JSON, for programs`}</a></p>
${frozen !== null && html`<h2 class="govuk-heading-m">${say`What the team says of its year`}</h2>\n${kinds(`${to}/self-evaluation`, say.text`The self evaluation`, say)}`}
${isRated && html`<h2 class="govuk-heading-m">${say`What the panel wrote to the team`}</h2>\n${kinds(`${to}/rating`, say.text`The letter`, say)}`}
<h2 class="govuk-heading-m">${say`The pack of the year`}</h2>
${frozen === null ? html`<p class="govuk-body">${say`There is none yet: it is made when the team gives the contract to its panel.`}</p>` : packPart(frozen, to, `${team.slug}-${contract.year}.zip`, say)}
</div></div>`
  return page({
    title: `${title} – ${team.name}`,
    body,
    site,
    trail: contractTrail({ force, team, contract }, say),
    description: say.text`The engagement contract of ${team.name} for ${years} to take along and to check.`,
  })
}

/** Each link names its document, since it may be read out of its place. */
const kinds = (to: string, name: string, say: Say): Html =>
  html`<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="${to}.pdf">${say`${name} as a PDF`}</a></li>
<li><a class="govuk-link" href="${to}.docx" download>${say`${name} for Word`}</a></li>
<li><a class="govuk-link" href="${to}.pdf?size=large">${say`${name} in large print, as a PDF`}</a></li>
<li><a class="govuk-link" href="${to}.docx?size=large" download>${say`${name} in large print, for Word`}</a></li>
</ul>`

const packPart = ({ on, hash }: NonNullable<Shown['frozen']>, to: string, filename: string, say: Say): Html =>
  html`<p class="govuk-body">${say`On ${say.day(on)} all that the panel judges was frozen: the contract, how it stood, and every entry of the ledger behind it. Small figures that could point at somebody are left out of the pack that anybody can have.`}</p>
<p class="govuk-body"><a class="govuk-link" href="${to}/pack.zip" download>${say`The pack (ZIP)`}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/verify-pack.mjs" download>${say`The program that checks it`}</a></p>
<p class="govuk-body">${say`It needs Node 18 or later, no account and nothing else:`}</p>
<p class="govuk-body"><code class="seal">node verify-pack.mjs ${filename} ${hash}</code></p>
<p class="govuk-body">${say`The last word of it is the seal (SHA-256) of what was frozen. It also stands in the panel’s letter, so a pack with another one is not the pack that was judged.`}</p>`
