import { flushCompileCache } from 'node:module'
import Fastify from 'fastify'

const server = Fastify()
server.get('/', () => 'ok')
await server.listen({ port: 0, host: '127.0.0.1' })
console.log('listening')
flushCompileCache()
