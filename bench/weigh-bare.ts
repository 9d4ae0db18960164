import Fastify from 'fastify'
import { tellWeight } from './tell-weight.ts'

const server = Fastify()
server.get('/', () => 'ok')
await server.listen({ port: 0, host: '127.0.0.1' })
await tellWeight()
