import type { Reply } from '#platform/http/answers.ts'
import { isPackable, packed } from '#platform/http/packed.ts'
import type { Handler } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Unanswered } from './unanswered.ts'

/** The longest address that the national servers read, with the method and the version around it. */
const longestLine = 4_094

/**
 * A handler that answers as the national interface does: JSON, zipped where that is asked for, its own statuses where there
 * is no answer, and open to the pages of any site, since it knows nobody.
 */
export const answered =
  (answer: (visit: Visit) => Promise<unknown>): Handler =>
  async (visit) => {
    try {
      refuseUnreadable(visit)
      return await sent(Buffer.from(JSON.stringify(await answer(visit))), visit)
    } catch (fault) {
      if (fault instanceof Unanswered) return unanswered(fault)
      throw fault
    }
  }

function refuseUnreadable({ method, address, json }: Visit): void {
  const line = `${method} ${address} HTTP/1.1`
  if (method === 'GET' && line.length > longestLine) throw new Unanswered(400, tooLong)
  if (json !== undefined) throw new Unanswered(400)
}

const tooLong = `<!doctype html><title>400 Bad Request</title>
<h1>Bad Request</h1>
<p>The address is longer than ${longestLine} characters: send the corners of an area by POST.</p>`

const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

function unanswered({ status, body }: Unanswered): Reply {
  const type = body.startsWith('<') ? 'text/html; charset=utf-8' : 'text/plain'
  return { status, type, body, headers: open }
}

// The bytes, and not a text, to which Fastify would add what letters it is in.
async function sent(body: Buffer, visit: Visit): Promise<Reply> {
  const plain = { status: 200, type: 'application/json', body, headers: open }
  const accepted = visit.header('accept-encoding')
  // What is asked by address is packed for every page alike.
  if (visit.method !== 'POST' || !isPackable(accepted, plain.type, body.byteLength)) return plain
  return { ...plain, body: await packed(body), headers: { ...open, 'content-encoding': 'gzip' } }
}
