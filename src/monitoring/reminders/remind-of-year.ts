import { audit } from '#platform/audit.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { writeMail } from '#platform/mail/write-mail.ts'
import { yearMail } from './year-mail.ts'
import { momentOf, remindedAfter, rolesFor, stepOf, type Moment, type YearStep } from './year-step.ts'
import { readersOf, saveYearReminders, yearSteps, type Reader } from './year-steps.sql.ts'

type Near = YearStep & { readonly step: string; readonly moment: Moment }

/**
 * Each day: reminds whoever has the next step of a contract’s year in hand (R01), once before its day and once after it. Where
 * nobody has it in hand, or they left, those whose step it is are told. Answers how many mails were written; run twice, or in two
 * processes at once, it tells nobody twice.
 */
export const remindOfYear = (
  database: Database,
  { at, site }: { readonly at: Date; readonly site: string },
): Promise<number> =>
  transaction(database, async (sql) => {
    const near = (await yearSteps(sql, { at, teamId: null, days: remindedAfter })).flatMap(nearOf)
    const readers = await reached(sql, near)
    const told = new Set(readers.map(keyOf))
    const noted = await saveYearReminders(sql, near.filter((each) => told.has(keyOf(each))), at) // prettier-ignore
    const anew = new Map(near.map((each) => [keyOf(each), each]))
    const isNew = new Set(noted.map(keyOf))
    const byPerson = Map.groupBy(readers.filter((each) => isNew.has(keyOf(each))), ({ personId }) => personId) // prettier-ignore
    const mails = [...byPerson.values()].flatMap((own) => (own[0] ? [yearMail(own[0], stepsOf(own, anew), site)] : []))
    await writeMail(sql, mails, at)
    for (const { contractId, step, moment } of noted) {
      const about = `contract:${contractId}`
      await audit(sql, { at, personId: null, verb: 'remind of a step', about, detail: { step, moment } })
    }
    return mails.length
  })

function nearOf(step: YearStep): Near[] {
  const moment = momentOf(step)
  return moment === null ? [] : [{ ...step, step: stepOf(step), moment }]
}

const keyOf = ({ contractId, step }: { readonly contractId: string; readonly step: string }) => `${contractId} ${step}`

/** Whoever has no address to which mail can go is told once it is put right. */
async function reached(sql: Sql, near: readonly Near[]): Promise<Reader[]> {
  const addressed = near.map((each) => ({ ...each, roles: [...rolesFor(each)] }))
  return (await readersOf(sql, addressed)).filter(({ email }) => isAddress(email))
}

const stepsOf = (own: readonly Reader[], near: ReadonlyMap<string, Near>): Near[] =>
  own.flatMap((each) => near.get(keyOf(each)) ?? [])
