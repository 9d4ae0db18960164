import Fastify from 'fastify'
import { eventLines } from '#open-data/files/events.sql.ts'
import { openDatabase } from '#platform/database/database.ts'
import { calendarOfTeam } from '#public-site/calendar.sql.ts'
import { bareCalendar } from './bare-calendar.ts'

/**
 * A bare Fastify that asks one query for a team's events, the program's own, and writes them as JSON or, by hand, as a
 * calendar, whose head it is told.
 */
process.once('message', async (said) => {
  const { databaseUrl, base, head } = said as { databaseUrl: string; base: string; head: string }
  const server = Fastify()
  const database = openDatabase(databaseUrl)
  const licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'
  server.get('/json', async (_request, reply) => {
    const lines = await eventLines(database, { force: 'dorset', team: 'poole-north', base, now: new Date() })
    return reply.type('application/json; charset=utf-8').send(JSON.stringify({ licence, lines }))
  })
  server.get('/ics', async (_request, reply) => {
    const planned = await calendarOfTeam(database, 'dorset/poole-north', new Date())
    const body = bareCalendar(planned, base, head)
    return reply.type('text/calendar; charset=utf-8').send(body)
  })
  process.send?.(await server.listen({ port: 0, host: '127.0.0.1' }))
})
