import { may } from '#people/permissions.ts'
import type { Answer } from '#platform/http/answers.ts'
import { get, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { outboxOf } from './mail.sql.ts'
import { outboxPage } from './outbox.page.ts'

type Settings = { readonly sendsMail: boolean }

/** How the site's mail stands. */
export const outboxRoutes = ({ sendsMail }: Settings): readonly Route[] => [
  get('/desk/mail', may('see the outbox'), (visit) => showOutbox(visit, sendsMail)),
]

async function showOutbox({ db, site, now }: Visit, sendsMail: boolean): Promise<Answer> {
  return outboxPage({ site, outbox: await outboxOf(db, now), sendsMail })
}
