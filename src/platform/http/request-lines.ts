import type { FastifyInstance } from 'fastify'

/** A line for each answer, save for kept pages: writing it would cost half as much again as the page, and they tell little. */
export function addRequestLines(fastify: FastifyInstance): void {
  const { level } = fastify.log
  const tellsKept = level === 'debug' || level === 'trace'
  if (level !== 'info' && !tellsKept) return
  fastify.addHook('onResponse', (request, reply, done) => {
    if (reply.isKept && !tellsKept) return done()
    const route = request.routeOptions.url ?? 'none'
    const facts = {
      id: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    fastify.log.info(facts, 'answered')
    done()
  })
}
