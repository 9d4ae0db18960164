import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { inWords } from '#platform/day.ts'
import { isAddress, type Mail } from '#platform/mail/mail.ts'
import { withdrawMail } from '#platform/mail/mail.sql.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { areLinksOver, type Sitting } from '../sittings/sitting.ts'
import { convenersOf, keepForgotten, sittingsNotClosed, type ToTell } from '../sittings/sittings.sql.ts'
import { endLinksOf, forgetNames } from './members.sql.ts'

/**
 * Each day: where nobody has closed a sitting until its links show nothing any more, they are ended and who its members were is
 * forgotten; whoever convened it is told once. Votes stay. Answers how many sittings there were; run twice it finds none again.
 */
export const forgetMembers = (
  database: Database,
  { at, site }: { readonly at: Date; readonly site: string },
): Promise<number> =>
  transaction(database, async (sql) => {
    const over = (await sittingsNotClosed(sql, at)).filter((each) => areLinksOver(each, each.today))
    const ids = over.map(({ id }) => id)
    if (ids.length === 0) return 0
    const ended = await endLinksOf(sql, ids, at)
    await withdrawMail(
      sql,
      ended.map((id) => `community-link/${id}`),
    )
    await forgetNames(sql, ids)
    await keepForgotten(sql, over)
    await tellConveners(sql, over, { at, site })
    for (const id of ids)
      await audit(sql, { at, personId: null, verb: 'forget the members of a sitting', about: `sitting/${id}` })
    return over.length
  })

async function tellConveners(sql: Sql, over: readonly Sitting[], { at, site }: { at: Date; site: string }) {
  const told = await convenersOf(
    sql,
    over.map(({ id }) => id),
  )
  const mails = told.flatMap((to) => {
    const sitting = over.find(({ id }) => id === to.sittingId)
    return sitting === undefined || !isAddress(to.email) ? [] : [notClosedMail(sitting, to, site)]
  })
  await writeMail(sql, mails, at)
}

const notClosedMail = ({ id, forceId, panel, heldOn }: Sitting, { email, personId }: ToTell, site: string): Mail => ({
  to: email,
  about: `person/${personId}`,
  subject: `The ${panel} of ${inWords(heldOn)} is not closed`,
  text: `Nobody has closed the ${panel} of ${inWords(heldOn)}, so the links of its members have ended, and their names and addresses are forgotten. Their votes are kept.

Close it to publish what it said:

${site}/desk/${forceId}/sittings/${id}
`,
})
