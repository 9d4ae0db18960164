/** The keys of the pages that addresses led to a moment ago, so that who asks again is answered without working it out. */
export type AskedAgain = {
  readonly keyOf: (address: string, now: Date) => string | undefined
  readonly remember: (address: string, now: Date, key: string) => void
}

/** Nobody can fill the memory with addresses that lead to one page. */
const most = 2_000
const longest = 200

/** Begins anew with each minute, since a key may name the day. */
export function askedAgain(): AskedAgain {
  const keys = new Map<string, string>()
  let minute = 0
  const turnTo = (now: Date) => {
    const current = Math.floor(now.getTime() / 60_000)
    if (current !== minute || keys.size >= most) keys.clear()
    minute = current
  }
  return {
    keyOf(address, now) {
      turnTo(now)
      return keys.get(address)
    },
    remember(address, now, key) {
      turnTo(now)
      if (address.length <= longest) keys.set(address, key)
    },
  }
}
