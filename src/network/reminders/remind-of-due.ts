import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { dueMail, type DueSoon } from './due-mail.ts'
import { dueSoon, saveDueReminders } from './due-reminders.sql.ts'

/** Days before an agreed level of contact lapses from which its owner is reminded. */
export const remindedWithin = 7

/**
 * Each day: writes to each owner which relationships fall due within the next days (D3.1), each once for each day by which it
 * is due. An owner whose address is none is told as soon as it is put right. Answers how many mails were written.
 */
export const remindOfDue = (
  database: Database,
  { at, site }: { readonly at: Date; readonly site: string },
): Promise<number> =>
  transaction(database, async (sql) => {
    const found = (await dueSoon(sql, at, remindedWithin)).filter(({ email }) => isAddress(email))
    const noted = await saveDueReminders(sql, found, at)
    const byOwner = Map.groupBy(found.filter(({ id }) => noted.has(id)), ({ ownerId }) => ownerId) // prettier-ignore
    const owners = [...byOwner.values()].filter(isSome)
    await writeMail(sql, owners.map((due) => dueMail(due, site)), at) // prettier-ignore
    for (const [{ ownerId }, ...others] of owners) {
      const detail = { relationships: others.length + 1 }
      await audit(sql, { at, personId: null, verb: 'remind of what falls due', about: `person/${ownerId}`, detail })
    }
    return owners.length
  })

const isSome = (due: DueSoon[]): due is [DueSoon, ...DueSoon[]] => due.length > 0
