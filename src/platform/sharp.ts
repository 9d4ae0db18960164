import { Refusal } from '#platform/refusal.ts'

export type Sharp = (typeof import('sharp'))['default']

let loaded: Promise<Sharp> | undefined

/** The library that reads and writes pictures, loaded when one first comes. Throws a Refusal (503) where this machine has no build of it. */
export const sharpOfThisMachine = (): Promise<Sharp> => (loaded ??= load())

async function load(): Promise<Sharp> {
  try {
    const { default: sharp } = await import('sharp')
    // One thread a picture, and nothing remembered: pages are served by the same processor at the same time.
    sharp.concurrency(1)
    sharp.cache(false)
    return sharp
  } catch {
    throw new Refusal('This machine cannot read pictures just now: keep yours, and send it again later.', 503)
  }
}
