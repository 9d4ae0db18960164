import type { FastifyReply, FastifyRequest } from 'fastify'

/** Lets so many requests of one address through at once, and then so many a second; what it holds is of this process alone. */
export type LeakyBucket = {
  /** Whether a request that came at this time (milliseconds) is let through. */
  readonly admits: (address: string, at: number) => boolean
  /** How many addresses it still remembers. */
  readonly size: number
}

type Level = { drops: number; at: number }

/**
 * A bucket for each address: it holds `burst` requests beside the one that is answered, and loses `perSecond` of them each
 * second. Without that one, whoever asks exactly as often as told would be turned away when the network hurries one request.
 */
export function leakyBucket({ perSecond, burst }: { readonly perSecond: number; readonly burst: number }): LeakyBucket {
  const levels = new Map<string, Level>()
  const leaked = ({ drops, at }: Level, now: number) => Math.max(0, drops - ((now - at) / 1_000) * perSecond)
  const forgetEmpty = (now: number) => {
    for (const [address, level] of levels) {
      if (leaked(level, now) > 0) break
      levels.delete(address)
    }
  }
  return {
    admits(address, at) {
      forgetEmpty(at)
      const drops = leaked(levels.get(address) ?? { drops: 0, at }, at)
      const isLet = drops <= burst
      levels.delete(address)
      levels.set(address, { drops: isLet ? drops + 1 : drops, at })
      return isLet
    },
    get size() {
      return levels.size
    },
  }
}

/** Turns away what a bucket does not let through: 429 with nothing in it. */
export const turnAwayBy = (bucket: LeakyBucket) => (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
  if (bucket.admits(request.ip, performance.now())) done()
  else void reply.code(429).header('access-control-allow-origin', '*').send('')
}
