import type { Sql } from '#platform/database/database.ts'
import type { DueMail, Mail } from './mail.ts'

/** Keeps mails in one statement, in the caller's transaction; with its commit the senders are woken. */
export async function saveMail(sql: Sql, mails: readonly Mail[], at: Date): Promise<void> {
  const rows = mails.map((mail) => ({ ...mail, sendAfter: (mail.sendAfter ?? at).toISOString() }))
  await sql`
    insert into mail (to_address, subject, body_text, body_html, reply_to, leave_at, about, written_at, send_after, asks_first)
    select m."to", m.subject, m.text, m.html, m."replyTo", m."leaveAt", m.about, ${at}, m."sendAfter",
      coalesce(m."asksFirst", false)
    from jsonb_to_recordset(${sql.json(rows)}) as m ("to" text, subject text, text text, html text, "replyTo" text,
      "leaveAt" text, about text, "sendAfter" timestamptz, "asksFirst" boolean)`
  await sql`select pg_notify('mail', '')`
}

/** Keeps one request at a time for an address. */
export const takeAddress = (sql: Sql, address: string) => sql`
  select pg_advisory_xact_lock(hashtextextended(${address}, 4716206))`

/** How many mails that ask first were written to an address since an instant. */
export async function askedSince(sql: Sql, address: string, since: Date): Promise<number> {
  const [row] = await sql<[{ count: number }]>`
    select count(*)::int as count from mail where to_address = ${address} and asks_first and written_at > ${since}`
  return row.count
}

/** The mail that is due longest, held for this transaction so that no other worker sends it meanwhile; null: none is due. */
export async function takeDueMail(sql: Sql, at: Date): Promise<DueMail | null> {
  const [mail] = await sql<DueMail[]>`
    select id, to_address as "to", subject, body_text as text, body_html as html, reply_to as "replyTo",
      leave_at as "leaveAt", attempts, written_at as "writtenAt"
    from mail where sent_at is null and given_up_at is null and send_after <= ${at}
    order by send_after, id limit 1 for update skip locked`
  return mail ?? null
}

/** Its words go with it: the links in them work for whoever reads them. */
export const markSent = (sql: Sql, id: string, at: Date) => sql`
  update mail set sent_at = ${at}, attempts = attempts + 1, last_fault = null, body_text = '', body_html = null, leave_at = null
  where id = ${id}`

export const markGivenUp = (sql: Sql, id: string, at: Date, fault: string) => sql`
  update mail set given_up_at = ${at}, attempts = attempts + 1, last_fault = ${fault}, body_text = '', body_html = null,
    leave_at = null
  where id = ${id}`

export const putOff = (sql: Sql, id: string, until: Date, fault: string) => sql`
  update mail set send_after = ${until}, attempts = attempts + 1, last_fault = ${fault} where id = ${id}`

/** Gives up what did not go since `before`, forgets the addresses of what is older, and answers how many those were. */
export async function forgetAddresses(sql: Sql, before: Date, at: Date): Promise<number> {
  const forgotten = await sql`
    update mail set to_address = null, reply_to = null, body_text = '', body_html = null, leave_at = null,
      given_up_at = case when sent_at is null then coalesce(given_up_at, ${at}) end
    where to_address is not null and coalesce(sent_at, given_up_at, written_at) < ${before} returning id`
  return forgotten.length
}

/** Takes back what was not sent yet about these things, and forgets the address of what was. */
export async function withdrawMail(sql: Sql, about: readonly string[]): Promise<void> {
  await sql`delete from mail where about in ${sql([...about])} and sent_at is null and given_up_at is null`
  await sql`update mail set to_address = null, reply_to = null where about in ${sql([...about])}`
}

export type OutboxStanding = {
  readonly waiting: number
  /** When the mail that waits longest was written. */
  readonly since: Date | null
  readonly sentInADay: number
  readonly givenUpInAWeek: number
  /** The newest fault of a mail that still waits. */
  readonly fault: string | null
}

/** How the outbox stands, without a word of what is in it. */
export async function outboxOf(sql: Sql, at: Date): Promise<OutboxStanding> {
  const [row] = await sql<[OutboxStanding]>`
    select count(*) filter (where waits)::int as waiting, min(written_at) filter (where waits) as since,
      count(*) filter (where sent_at > ${at}::timestamptz - interval '1 day')::int as "sentInADay",
      count(*) filter (where given_up_at > ${at}::timestamptz - interval '7 days')::int as "givenUpInAWeek",
      (array_agg(last_fault order by send_after desc, id) filter (where waits and last_fault is not null))[1] as fault
    from (select *, sent_at is null and given_up_at is null as waits from mail) as m`
  return row
}
