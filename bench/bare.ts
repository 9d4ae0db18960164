import Fastify from 'fastify'

/** A bare Fastify that answers the bytes it is sent by its parent. */
process.once('message', async (said) => {
  const { body, tag } = said as { body: string; tag: string }
  const server = Fastify()
  const bytes = Buffer.from(body)
  server.get('/', (request, reply) => {
    reply.header('etag', tag)
    if (tag !== '' && request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply.type('text/html; charset=utf-8').send(bytes)
  })
  process.send?.(await server.listen({ port: 0, host: '127.0.0.1' }))
})
