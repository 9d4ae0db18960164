import Fastify from 'fastify'
import { plannedBetween } from '#engagements/planned/planned-engagements.sql.ts'
import { eventLines } from '#open-data/files/events.sql.ts'
import { openDatabase } from '#platform/database/database.ts'
import { calendarFile, type InCalendar } from '#public-site/calendar-file.ts'

/** A bare Fastify that asks one query for a team's events and writes them as JSON or as a calendar. */
process.once('message', async (said) => {
  const { databaseUrl, base } = said as { databaseUrl: string; base: string }
  const server = Fastify()
  const database = openDatabase(databaseUrl)
  const licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'
  server.get('/json', async (_request, reply) => {
    const lines = await eventLines(database, { force: 'dorset', team: 'poole-north', base, now: new Date() })
    return reply.type('application/json; charset=utf-8').send(JSON.stringify({ licence, lines }))
  })
  server.get('/ics', async (_request, reply) => {
    const planned = await plannedBetween(database, 'dorset/poole-north', '2000-01-01', '2100-01-01')
    const addressOf = ({ teamId, id }: InCalendar) => `${base}/${teamId}/events/${id}`
    const name = 'Poole North neighbourhood policing team'
    const body = calendarFile({ name, planned, timeZone: 'Europe/London', now: new Date(), addressOf })
    return reply.type('text/calendar; charset=utf-8').send(body)
  })
  process.send?.(await server.listen({ port: 0, host: '127.0.0.1' }))
})
