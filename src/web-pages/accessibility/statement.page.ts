import { inWords } from '#platform/day.ts'
import { details, table } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { failuresOf, pagesOf, type Audit } from './audit.ts'

/** Who these pages shut out, as far as is known: what was tested, when, with what, and whom to tell. */
export function statementPage(site: SiteChrome, audit: Audit): Html {
  const title = 'Accessibility statement'
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${title}</h1>
<p class="govuk-body-l">Everybody should be able to read these pages, with whatever they use to do so.</p>
<p class="govuk-body">You can make the words twice as large, read on a screen of 320 pixels without scrolling sideways, go through every page by keyboard, print it, and use it without JavaScript. Each map has a list and each chart a table.</p>
${statusPart(audit)}
${faultsPart(audit)}
${testedPart(audit)}
${complaintPart}
<p class="govuk-body">This statement was prepared on ${inWords(audit.preparedOn)}. It was last reviewed on ${inWords(audit.on)}, by the tests that it tells of.</p>
</div></div>`
  return page({ title, body, site })
}

function statusPart(audit: Audit): Html {
  const failures = failuresOf(audit)
  const found =
    failures === 0
      ? 'The tests found nothing that fails it'
      : `The tests and what we know name ${failures} things that fail it`
  return html`<h2 class="govuk-heading-l">How far it is accessible</h2>
<p class="govuk-body">This website is partially compliant with the Web Content Accessibility Guidelines version 2.2, level AA. ${found}, but not everything was tested: see below.</p>`
}

const faultsPart = ({ walks, faults, notTested }: Audit): Html => {
  const found = walks.flatMap((walk) => walk.faults.map(({ page: at, fault }) => `${at}: ${fault}`))
  const all = [...faults, ...found]
  return html`<h2 class="govuk-heading-l">What does not work</h2>
${all.length === 0 ? html`<p class="govuk-body">We know of nothing that does not work.</p>` : list(all)}
<h2 class="govuk-heading-l">What was not tested</h2>
${list(notTested)}`
}

const list = (lines: readonly string[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`

function testedPart(audit: Audit): Html {
  const rows = audit.walks.map(({ of, pages, faults }) => [
    capital(of),
    { words: String(pages.length), numeric: true },
    { words: String(faults.length), numeric: true },
  ])
  const open = audit.walks.find(({ of }) => of === 'any public page')?.pages ?? []
  return html`<h2 class="govuk-heading-l">What was tested</h2>
<p class="govuk-body">On ${inWords(audit.on)} a browser opened ${pagesOf(audit).toLocaleString('en-GB')} pages and forms, mistakes in them among it, as wide as ${audit.widths.join(' and ')} pixels. axe-core ${audit.axe} looked at each by its rules for level A and AA, html-validate ${audit.htmlValidate} at its markup.</p>
${table({ caption: 'What was looked at', head: ['What', { words: 'Pages', numeric: true }, { words: 'Faults', numeric: true }], rows })}
${details('The public pages among them', list(open))}`
}

const capital = (words: string): string => (words[0] ?? '').toUpperCase() + words.slice(1).replace(/,$/, '')

const law = 'https://www.legislation.gov.uk/uksi/2018/952/contents'
const advice = 'https://www.equalityadvisoryservice.com/'

const complaintPart = html`<h2 class="govuk-heading-l">If something shuts you out</h2>
<p class="govuk-body">Tell the team whose page it is: each team’s page says how. Say what you wanted to read, and in what way you can: large print, easy read, on paper, by ear or in another language. Do not use this for emergencies: call <strong>999</strong>, or text 999 if you have <a class="govuk-link" href="https://www.emergencysms.net/">registered for it</a>; otherwise <strong>101</strong>.</p>
<p class="govuk-body">If the answer does not satisfy you, the <a class="govuk-link" href="${advice}">Equality Advisory and Support Service</a> helps. The Equality and Human Rights Commission enforces the <a class="govuk-link" href="${law}">Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018</a>.</p>`
