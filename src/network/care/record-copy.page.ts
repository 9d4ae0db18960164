import { html, raw, type Html } from '#platform/html.ts'
import { english } from '#platform/language/say.ts'
import { csv, file, type Reply } from '#platform/http/answers.ts'
import type { RecordHeld } from './record-held.ts'
import { recordSections } from './record-sections.page.ts'

type Copy = { readonly record: RecordHeld; readonly timeZone: string; readonly teamName: string; readonly at: Date }

/**
 * A copy of a record in one file: a page that any browser reads without this site, and the same as JSON within it for
 * programs (UK GDPR articles 15 and 20). Its name names nobody.
 */
export const recordAsPage = (copy: Copy): Reply =>
  file(copyPage(copy).text, { type: 'text/html; charset=utf-8', filename: 'what-is-held.html' })

export const recordAsJson = ({ record }: Copy): Reply =>
  file(JSON.stringify(record, null, 2), { type: 'application/json; charset=utf-8', filename: 'what-is-held.json' })

/** The contacts alone, for a spreadsheet. */
export const contactsAsCsv = ({ record }: Copy): Reply =>
  csv('contacts.csv', [
    ['with', 'day', 'how', 'told us', 'told you', 'promised', 'promised by', 'kept on', 'answered on'],
    ...record.contacts.map((one) => [
      one.with,
      one.on,
      one.how,
      one.heard,
      one.voiced,
      one.promised,
      one.promisedBy,
      one.promiseKeptOn,
      one.answeredOn,
    ]),
  ])

function copyPage({ record, timeZone, teamName, at }: Copy): Html {
  const title = `What ${teamName} neighbourhood policing team holds about you`
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body><main>
<h1>${title}</h1>
<p>As at ${at.toISOString().slice(0, 10)}. You may complain to the Information Commissioner’s Office: ico.org.uk.</p>
${recordSections(record, { timeZone, say: english })}
</main>
<script type="application/json" id="record">${raw(JSON.stringify(record).replaceAll('<', '\\u003c'))}</script>
</body></html>
`
}
