import { dayAt, inWords } from '#platform/day.ts'
import { backLink, summaryList, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'
import { page, type SiteChrome } from '#platform/page.ts'
import type { OutboxStanding } from './mail.sql.ts'

type Shown = { readonly site: SiteChrome; readonly outbox: OutboxStanding; readonly sendsMail: boolean }

/** How the site's mail stands, for whoever runs it; what is in the mails is nobody's business here. */
export function outboxPage({ site, outbox, sendsMail }: Shown): Html {
  const { waiting, since, sentInADay, givenUpInAWeek, fault } = outbox
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Mail</h1>
${!sendsMail && warningText('No mail is sent: SMTP_URL and MAIL_FROM are not set. Mails wait here until they are, for 30 days.')}
${summaryList([
  { key: 'Waiting to be sent', value: String(waiting) },
  ...(since === null ? [] : [{ key: 'The first of them since', value: inWords(dayAt(since, 'Europe/London')) }]),
  ...(fault === null ? [] : [{ key: 'Why it waits', value: fault }]),
  { key: 'Sent in the last day', value: String(sentInADay) },
  { key: 'Given up in the last week', value: String(givenUpInAWeek) },
])}
<p class="govuk-body">A mail that cannot be sent is tried again, at first after a minute and then less often. After four days it is
given up. Addresses are deleted 30 days after a mail was sent.</p>
</div></div>`
  return page({ title: 'Mail', body, site, before: backLink('/desk', 'This week') })
}
