import { html, type Html } from '#platform/html.ts'
import { networkOf } from '../keeper-at.ts'

type Asked = {
  readonly teamId: string
  readonly id: string
  readonly mayManage: boolean
  readonly maySeeSensitive: boolean
}

/** What the desk can do for the data of one key individual, as far as whoever looks may. */
export function careLinks({ teamId, id, mayManage, maySeeSensitive }: Asked): Html {
  const address = `${networkOf(teamId)}/individuals/${id}`
  const links = [
    ...(maySeeSensitive ? [['Sensitive facts', 'sensitive']] : []),
    ['Tell them that we hold this', 'letter'],
    ...(mayManage
      ? [
          ['Give them a link to their own record', 'own-record'],
          ['Keep the record for longer', 'keep'],
          ['Erase what is held', 'erase'],
        ]
      : []),
  ]
  return html`<h2 class="govuk-heading-m">Care for their data</h2>
<ul class="govuk-list">
${links.map(([words = '', part = '']) => html`<li><a class="govuk-link" href="${address}/${part}">${words}</a></li>\n`)}</ul>`
}
