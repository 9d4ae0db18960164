import { audit } from '#platform/audit.ts'
import { transaction, type Database } from '#platform/database/database.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { lapseMail } from './lapse-mail.ts'
import { compareStandings, saveTold, takeComparing, untoldLapses, type Untold } from './lapses.sql.ts'

/**
 * Each day, once the standings of the day are kept: finds what lapsed since they were last compared, and writes to those of the
 * commissioner’s office who follow it (R49), each once for each lapse. Answers how many mails were written.
 */
export const findLapses = (
  database: Database,
  { at, site }: { readonly at: Date; readonly site: string },
): Promise<number> =>
  transaction(database, async (sql) => {
    await takeComparing(sql)
    await compareStandings(sql, at)
    const found = (await untoldLapses(sql)).filter(({ email }) => isAddress(email))
    const noted = new Set((await saveTold(sql, found, at)).map(({ id, personId }) => `${id} ${personId}`))
    const anew = found.filter(({ id, personId }) => noted.has(`${id} ${personId}`))
    const byPerson = [...Map.groupBy(anew, ({ personId }) => personId).values()].filter(isSome)
    await writeMail(sql, byPerson.map((lapses) => lapseMail(lapses, site)), at) // prettier-ignore
    for (const [{ personId }, ...others] of byPerson) {
      const detail = { lapses: others.length + 1 }
      await audit(sql, { at, personId: null, verb: 'tell of lapses', about: `person/${personId}`, detail })
    }
    return byPerson.length
  })

const isSome = (lapses: Untold[]): lapses is [Untold, ...Untold[]] => lapses.length > 0
