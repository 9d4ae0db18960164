import { backLink, button, insetText, input, pagination, select } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { OnShelf } from './library.ts'
import { measuredInWords } from '#plans/measured-in-words.ts'
import { deskOfPlan, type PlanFound } from '#plans/plan-at.ts'

export type LibraryShown = {
  readonly site: SiteChrome
  readonly found: PlanFound
  readonly words: string
  readonly standard: string
  readonly all: number
  readonly shelf: readonly OnShelf[]
  readonly pageNumber: number
}

/** How many promises of the library stand on a page. */
export const onAPage = 30

/** Promises that a plan may take over, each with how it is measured and where it comes from. */
export function libraryPage({ site, found, words, standard, all, shelf, pageNumber }: LibraryShown): Html {
  const { team, contract, framework } = found
  const at = deskOfPlan(team.id, contract.year)
  const pages = Math.max(1, Math.ceil(shelf.length / onAPage))
  const current = Math.min(pageNumber, pages)
  const asked = new URLSearchParams({ words, standard })
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">Plan ${contract.year}, ${team.name}</span>
<h1 class="govuk-heading-l">Library of promises</h1>
<p class="govuk-body">What last year’s plan promised and this one does not, what the framework measures, and what other teams promise: ${all} in all. Whatever you take is yours to change before it is kept.</p>
<form method="get" action="${at}/library" novalidate>
${input({ name: 'words', label: 'Words in the promise', value: words, type: 'search' })}
${select({ name: 'standard', label: 'Standard', choices: [{ value: '', words: 'All standards' }, ...framework.standards.map(({ id, title }) => ({ value: id, words: `${id} ${title}` }))], value: standard })}
${button('Search', { kind: 'secondary' })}
</form>
<h2 class="govuk-heading-m">${shelf.length === 1 ? '1 promise' : `${shelf.length} promises`}</h2>
${shelf.length === 0 && insetText('Nothing in the library says that. Write the promise in your own words instead.')}
<ul class="plan-promises">${shelf.slice((current - 1) * onAPage, current * onAPage).map((each) => item(each, at))}</ul>
${pagination({ label: 'Pages of the library', current, pages, hrefOf: (n) => `${at}/library?${asked}&page=${n}` })}
</div></div>`
  const before = backLink(`${at}#part-2`, `Plan ${contract.year}`)
  return page({ title: `Library of promises – plan ${contract.year}`, body, site, before })
}

const item = ({ like, from, promise }: OnShelf, at: string): Html =>
  html`<li class="plan-promise"><p class="govuk-body plan-words">${promise.text}</p>
<p class="govuk-body-s">${from}. ${measuredInWords(promise.measures)}</p>
<p class="govuk-body"><a class="govuk-link" href="${at}/promises/new?like=${encodeURIComponent(like)}">Take it<span class="govuk-visually-hidden">: ${promise.text}</span></a></p></li>
`
