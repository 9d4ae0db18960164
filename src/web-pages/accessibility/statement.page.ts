import { details, table } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import { failuresOf, pagesOf, type Audit } from './audit.ts'

/** Who these pages shut out, as far as is known: what was tested, when, with what, and whom to tell. */
export function statementPage(site: SiteChrome, audit: Audit): Html {
  const say = sayIn(site.language)
  const title = say.text`Accessibility statement`
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${title}</h1>
<p class="govuk-body-l">${say`Everybody should be able to read these pages, with whatever they use to do so.`}</p>
<p class="govuk-body">${say`You can make the words twice as large, read on a screen of 320 pixels without scrolling sideways, go through every page by keyboard, print it, and use it without JavaScript. Each map has a list and each chart a table.`}</p>
${statusPart(audit, say)}
${faultsPart(audit, say)}
${testedPart(audit, say)}
${complaintPart(say)}
<p class="govuk-body">${say`This statement was prepared on ${say.day(audit.preparedOn)}. It was last reviewed on ${say.day(audit.on)}, by the tests that it tells of.`}</p>
</div></div>`
  return page({ title, body, site })
}

function statusPart(audit: Audit, say: Say): Html {
  const failures = failuresOf(audit)
  const found =
    failures === 0
      ? say`The tests found nothing that fails it, but not everything was tested: see below.`
      : say`The tests and what we know name ${failures} things that fail it, but not everything was tested: see below.`
  return html`<h2 class="govuk-heading-l">${say`How far it is accessible`}</h2>
<p class="govuk-body">${say`This website is partially compliant with the Web Content Accessibility Guidelines version 2.2, level AA.`} ${found}</p>`
}

/** What machines found is in their words; what people know is told in each language that has it. */
function faultsPart({ walks, faults, notTested }: Audit, say: Say): Html {
  const found = walks.flatMap((walk) => walk.faults.map(({ page: at, fault }) => say.own(`${at}: ${fault}`)))
  const all = [...faults.map(say.told), ...found]
  return html`<h2 class="govuk-heading-l">${say`What does not work`}</h2>
${all.length === 0 ? html`<p class="govuk-body">${say`We know of nothing that does not work.`}</p>` : list(all)}
<h2 class="govuk-heading-l">${say`What was not tested`}</h2>
${list(notTested.map(say.told))}`
}

const list = (lines: readonly Html[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`

function testedPart(audit: Audit, say: Say): Html {
  const rows = audit.walks.map(({ of, pages, faults }) => [
    say.told(capital(of)),
    { words: String(pages.length), numeric: true },
    { words: String(faults.length), numeric: true },
  ])
  const head = [say.text`What`, { words: say.text`Pages`, numeric: true }, { words: say.text`Faults`, numeric: true }]
  const open = audit.walks.find(({ of }) => of === 'any public page')?.pages ?? []
  return html`<h2 class="govuk-heading-l">${say`What was tested`}</h2>
<p class="govuk-body">${say`On ${say.day(audit.on)} a browser opened ${say.number(pagesOf(audit))} pages and forms, mistakes in them among it, as wide as ${say.list(audit.widths.map(String))} pixels. axe-core ${audit.axe} looked at each by its rules for level A and AA, html-validate ${audit.htmlValidate} at its markup.`}</p>
<section class="scrolls" tabindex="0" aria-label="${say.text`What was looked at`}">${table({ caption: say.text`What was looked at`, head, rows })}</section>
${details(say.text`The public pages among them`, list(open.map(say.own)))}`
}

const capital = (words: string): string => (words[0] ?? '').toUpperCase() + words.slice(1).replace(/,$/, '')

const law = 'https://www.legislation.gov.uk/uksi/2018/952/contents'
const advice = 'https://www.equalityadvisoryservice.com/'
const byText = 'https://www.emergencysms.net/'

function complaintPart(say: Say): Html {
  const link = (href: string, words: Html) => html`<a class="govuk-link" href="${href}">${words}</a>`
  const [emergency, otherwise] = [html`<strong>999</strong>`, html`<strong>101</strong>`]
  return html`<h2 class="govuk-heading-l">${say`If something shuts you out`}</h2>
<p class="govuk-body">${say`Tell the team whose page it is: each team’s page says how. Say what you wanted to read, and in what way you can: large print, easy read, on paper, by ear or in another language. Do not use this for emergencies: call ${emergency}, or text 999 if you have ${link(byText, say`registered for it`)}; otherwise ${otherwise}.`}</p>
<p class="govuk-body">${say`If the answer does not satisfy you, the ${link(advice, say`Equality Advisory and Support Service`)} helps. The Equality and Human Rights Commission enforces the ${link(law, say`Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018`)}.`}</p>`
}
