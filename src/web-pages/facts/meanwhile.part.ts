import { capitalised } from '#platform/capitalised.ts'
import { typed, type FormValues } from '#platform/form.ts'
import { insetText, summaryList, warningText } from '#platform/govuk.ts'
import { html, type Html } from '#platform/html.ts'

/** What somebody else wrote meanwhile, beside a form that keeps what was typed. */
export function meanwhilePart(now: FormValues, mine: FormValues): Html {
  const differs = Object.keys(now).filter((name) => !/^id$|Id$/.test(name) && typed(now, name) !== typed(mine, name))
  const lines = differs.map((name) => ({ key: inWords(name), value: typed(now, name) || 'Nothing' }))
  return html`${warningText('Somebody changed this while you wrote. Nothing of yours is lost: save again to put it in place of theirs.')}
${lines.length > 0 && insetText(html`<p class="govuk-body"><b>It stands now:</b></p>${summaryList(lines)}`)}`
}

/** `seniorOfficer` as `Senior officer`. */
const inWords = (name: string): string => capitalised(name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
