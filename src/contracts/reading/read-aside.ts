import { Worker } from 'node:worker_threads'
import { Refusal } from '#platform/refusal.ts'
import type { Block } from './block.ts'
import type { Format } from './format.ts'

/** What the thread that reads hands back: the blocks, or why it would not read. */
export type Answer = { blocks: Block[] } | { refused: string; status: Refusal['status'] }

const longest = 30_000

/** Reads in a thread of its own with bounded memory and time, so that no document can stop or slow the program. */
export function readAside(bytes: Uint8Array, format: Format, filename: string): Promise<Block[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
      workerData: { bytes, format, filename },
      resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 8 },
      stdout: true,
      stderr: true,
    })
    const refuse = (words: string) => reject(new Refusal(words))
    const clock = setTimeout(() => {
      refuse(`“${filename}” took too long to read.`)
      void worker.terminate()
    }, longest)
    worker.on('message', (answer: Answer) => {
      if ('blocks' in answer) resolve(answer.blocks)
      else reject(new Refusal(answer.refused, answer.status))
    })
    worker.on('error', () => refuse(`“${filename}” is broken: it could not be read.`))
    worker.on('exit', () => {
      clearTimeout(clock)
      refuse(`“${filename}” could not be read.`)
    })
  })
}
