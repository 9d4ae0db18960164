import Fastify from 'fastify'
import { openDatabase } from '#platform/database/database.ts'

/** A bare Fastify that answers the bytes it is sent by its parent: from a buffer, and after asking the database once. */
process.once('message', async (said) => {
  const { body, databaseUrl } = said as { body: string; databaseUrl: string }
  const server = Fastify()
  const database = openDatabase(databaseUrl)
  const bytes = Buffer.from(body)
  const html = 'text/html; charset=utf-8'
  server.get('/', (_request, reply) => reply.type(html).send(bytes))
  server.get('/hello', (_request, reply) => reply.send('hello'))
  server.get('/asked', async (_request, reply) => {
    await database`select id, name from team where id = ${'dorset/west-dorset'}`
    return reply.type(html).send(body)
  })
  process.send?.(await server.listen({ port: 0, host: '127.0.0.1' }))
})
