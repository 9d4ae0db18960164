import { flushCompileCache } from 'node:module'
import { setTimeout } from 'node:timers/promises'

/** Says that this process listens, and once it has idled how much memory it holds; then ends it. */
export async function tellWeight(): Promise<void> {
  console.log('listening')
  // The next start finds compiled what this one compiled, as users meet it.
  flushCompileCache()
  await setTimeout(300)
  console.log(`${process.memoryUsage.rss()} bytes`)
  process.exit(0)
}
