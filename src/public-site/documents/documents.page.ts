import { notJudgedInWords } from '#contract-year/freeze/not-judged-in-words.ts'
import type { DaysNotJudged } from '#contract-year/freezes.sql.ts'
import type { Contract } from '#contracts/contract.ts'
import { yearsInWords } from '#contracts/years-in-words.ts'
import type { Day } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { contractAddress } from '../addresses.ts'
import type { TeamFound } from '../find.ts'
import { contractTrail } from '../trails.ts'

/** What was frozen for a panel, and the pack of it that anybody can have. */
export type Frozen = {
  readonly on: Day
  readonly notJudged: DaysNotJudged | null
  /** The SHA-256 of what was frozen. */
  readonly seal: string
  /** False where the panel rated the contract by something else, as by the ledger before anything was frozen. */
  readonly isJudged: boolean
  /** The SHA-256 of the pack’s `verify.json`. */
  readonly pack: string
  readonly filename: string
}

type Shown = TeamFound & {
  readonly site: SiteChrome
  readonly contract: Contract
  /** Null where nothing was frozen. */
  readonly frozen: Frozen | null
  /** What was frozen before and sent back by the panel. */
  readonly superseded: readonly Pick<Frozen, 'on' | 'seal'>[]
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
${frozen !== null && html`<h2 class="govuk-heading-m">${say`What the team says of its year`}</h2>\n${kinds(`${to}/self-evaluation`, say.text`The self evaluation`, say)}`}
${isRated && html`<h2 class="govuk-heading-m">${say`What the panel wrote to the team`}</h2>\n${kinds(`${to}/rating`, say.text`The letter`, say)}`}
<h2 class="govuk-heading-m">${say`The pack of the year`}</h2>
${frozen === null ? html`<p class="govuk-body">${say`There is none yet: it is made when the team gives the contract to its panel.`}</p>` : packPart(frozen, to, say)}
${supersededPart(shown, say)}
</div></div>`
  return page({
    title: `${title} – ${team.name}`,
    body,
    site,
    trail: contractTrail({ force, team, contract }, say),
    description: say.text`The engagement contract of ${team.name} for ${years} to take along and to check.`,
  })
}

/** The page first; each link names its document, since it may be read out of its place. */
const kinds = (to: string, name: string, say: Say): Html =>
  html`<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="${to}">${say`${name} as a page`}</a></li>
<li><a class="govuk-link" href="${to}.pdf">${say`${name} as a PDF`}</a></li>
<li><a class="govuk-link" href="${to}.docx" download>${say`${name} for Word`}</a></li>
<li><a class="govuk-link" href="${to}.pdf?size=large">${say`${name} in large print, as a PDF`}</a></li>
<li><a class="govuk-link" href="${to}.docx?size=large" download>${say`${name} in large print, for Word`}</a></li>
<li><a class="govuk-link" href="${to}.json" download>${say`${name} as JSON, for programs`}</a></li>
</ul>`

const packPart = ({ on, notJudged, seal, isJudged, pack, filename }: Frozen, to: string, say: Say): Html =>
  html`<p class="govuk-body">${say`On ${say.day(on)} all that the panel judges was frozen: the contract, how it stood, and every entry of the ledger behind it. Small figures that could point at somebody are left out of the pack that anybody can have.`}</p>
${notJudged !== null && html`<p class="govuk-body">${notJudgedInWords(notJudged, say)}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${to}/pack.zip" download>${say`The pack (ZIP)`}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/verify-pack.mjs" download>${say`The program that checks it`}</a></p>
<p class="govuk-body">${say`It needs Node 18 or later, no account and nothing else:`}</p>
<p class="govuk-body"><code class="seal">${say.own(`node verify-pack.mjs ${filename} ${pack}`)}</code></p>
<p class="govuk-body">${say`The last word of it is the SHA-256 of the list in this pack (verify.json), which names every file, so it finds any change. It is another whenever the pack is, as when the panel’s letter joins it.`}</p>
<p class="govuk-body">${
    isJudged
      ? say`The seal (SHA-256) of what was frozen never changes, and stands in the panel’s letter. Whoever has a pack with all that was frozen checks it by the same command with this word in place of the last:`
      : say`The seal (SHA-256) of what was frozen never changes. The panel had scored this contract before, so its letter does not name it. Whoever has a pack with all that was frozen checks it by the same command with this word in place of the last:`
  }</p>
<p class="govuk-body"><code class="seal">${seal}</code></p>`

/** Whoever holds a pack of what was sent back finds its seal here. */
const supersededPart = ({ superseded }: Shown, say: Say): Html | false =>
  superseded.length > 0 &&
  html`<h3 class="govuk-heading-s">${say`Superseded packs`}</h3>
<p class="govuk-body">${say`The panel sent back what was frozen on these days. A pack with one of these seals is superseded:`}</p>
<ul class="govuk-list">${superseded.map(({ on, seal }) => html`<li>${say.day(on)}: <code class="seal">${seal}</code></li>\n`)}</ul>`
