import { join } from 'node:path'
import { newestFreeze } from '#contract-year/freezes.sql.ts'
import { replayFreeze } from '#contract-year/freeze/replay-freeze.ts'
import { documentRoutes } from '#documents/documents.routes.ts'
import { loadDemonstration } from '#demonstration/load-demonstration.ts'
import type { Database } from '#platform/database/database.ts'
import { addDays, day } from '#platform/day.ts'
import { publicRoutes } from '#public-site/public.routes.ts'
import { buildServer } from '#platform/http/server.ts'
import { ownLook } from '#platform/look.ts'
import { siteChromeOf } from '../src/site.ts'
import { heading, line, middle, ms, times } from './measure.ts'

const year = '/dorset/west-dorset/contract/2019'
const at = new Date('2026-11-21T12:00:00Z')

/** A contract of 53 promises as PDF and Word, made anew each time, beside a sheet of one sentence by the bare library. */
export async function benchDocuments(database: Database): Promise<void> {
  await loadDemonstration(database, { now: at, root: join(import.meta.dirname, '..') })
  const server = await buildServer({
    db: database,
    routes: [...documentRoutes, ...publicRoutes],
    signedIn: async () => null,
    ready: async () => true,
    siteChrome: siteChromeOf({ demonstration: false, assetPath: (name) => name, lookOf: () => ownLook }),
    assets: null,
    secureCookies: false,
    rateLimits: false,
    keptPages: 0,
    clock: () => at,
  })
  const asked = async (path: string) => {
    const answer = await server.inject(`${year}${path}`)
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`)
    return answer.rawPayload.length
  }
  heading('Documents of a contract of 53 promises, each as at another day, so that nothing is remembered')
  for (const [kind, aim, bare] of [
    ['pdf', 150, barePdf],
    ['docx', 300, bareWord],
  ] as const) {
    let days = 0
    const another = () => asked(`.${kind}?as-at=${addDays(day('2020-01-01'), days++)}`)
    line(`${kind}: the first one`, ms(await first(another)))
    const sheet = await middle(15, await bare())
    line(`${kind}: one sentence by the bare library`, ms(sheet))
    const taken = await middle(15, another)
    line(
      `${kind}: the contract, from request to answer`,
      ms(taken),
      `${times(taken / sheet)} the bare one (aim < ${aim} ms)`,
    )
  }
  line(
    'the pack of its year',
    ms(await middle(5, () => asked('/pack.zip'))),
    `${Math.round((await asked('/pack.zip')) / 1024)} KB`,
  )
  line('the page that offers it, with its SHA-256', ms(await middle(5, () => asked('/documents'))))
  await benchReplay(database)
  await server.stop()
}

/** A frozen year built again from the ledger as it was then: every entry’s seal, and every standing. */
async function benchReplay(database: Database): Promise<void> {
  const freeze = await newestFreeze(database, 'dorset/west-dorset/2019')
  if (freeze === null) throw new Error('West Dorset’s year of 2019 is not frozen')
  const entries = freeze.content.chains.reduce((sum, { length }) => sum + length, 0)
  const replayed = async () => {
    if (!(await replayFreeze(database, freeze.id)).equal) throw new Error('the replay does not give what was frozen')
  }
  line('a frozen year of West Dorset replayed', ms(await middle(5, replayed)), `${entries} entries (aim < 1 s)`)
}

async function barePdf() {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [] }] })
  let n = 0
  return async () => compiler.pdf({ mainFileContent: `Sentence ${n++}.` })
}

async function bareWord() {
  const { Document, Packer, Paragraph } = await import('docx')
  return () => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('One sentence.')] }] }))
}

async function first(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
