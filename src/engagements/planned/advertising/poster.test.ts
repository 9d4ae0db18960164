import assert from 'node:assert/strict'
import { registerHooks } from 'node:module'
import test from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Force } from '#areas/area.ts'
import { day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { drawPoster } from './draw-poster.ts'
import type { PlannedEngagement } from '../planned-engagement.ts'
import { posterOf, type Announced } from './poster.ts'
import { asReply } from '#platform/http/answers.ts'
import { pdfRead } from '../../../../test/support/read-documents.ts'
import {
  librarySurgery as planned,
  librarySurgeryAddress as address,
  westDorset as team,
} from '../../../../test/support/library-surgery.ts'

const force: Force = { id: 'dorset', name: 'Dorset Police', timeZone: 'Europe/London' }
const shortAddress = 'example.org/dorset/west-dorset/events'

/** A poster as whoever opens it finds it: its pages, words, title, language and tags. */
async function readPoster(changes: Partial<PlannedEngagement>, more: Partial<Announced> = {}) {
  const one = { ...planned, ...changes }
  const drawn = posterOf({ force, team, planned: one, dates: [], colour: '#14315f', address, shortAddress, ...more })
  const { body, type } = asReply(await drawPoster(drawn, 'poster.pdf'))
  const document = await getDocumentProxy(new Uint8Array(Buffer.from(body)))
  const { text } = await extractText(document, { mergePages: true })
  const { info, metadata } = await document.getMetadata()
  const tags = await (await document.getPage(1)).getStructTree()
  const read = await pdfRead(Buffer.from(body))
  return { type, document, text: text.replaceAll(/\s+/g, ' '), info, metadata, tags: JSON.stringify(tags), read }
}

test('a poster is one page that says where, when, how to ask, and that it is not for emergencies', async () => {
  const { type, document, text } = await readPoster({})
  assert.equal(type, 'application/pdf')
  assert.equal(document.numPages, 1)
  for (const words of [
    'Dorset Police West Dorset neighbourhood policing team Come and talk to us Library surgery',
    'When Wednesday 2 December 2026 10:30 to 12:00 Where Bridport library Getting in Level entrance.',
    'To ask about it Call 101 and ask for the neighbourhood policing team.',
    shortAddress,
    'This is not for emergencies: call 999 in an emergency, 101 otherwise.',
  ])
    assert.ok(text.includes(words), `${words} is not in: ${text}`)
})

test('a poster is read aloud as it is meant: PDF/UA with title, language, headings and the code in words', async () => {
  const { document, info, metadata, tags, read } = await readPoster({})
  const facts = info as Record<string, unknown>
  assert.deepEqual([facts['Title'], facts['Language'], facts['Author']], ['Library surgery', 'en-GB', undefined])
  assert.equal(metadata?.get('pdfuaid:part'), '1')
  assert.deepEqual(await document.getMarkInfo(), { Marked: true, UserProperties: false, Suspects: false })
  assert.match(tags, /"role":"H1"/)
  assert.match(tags, /"role":"H2"/)
  assert.match(tags, /"role":"Figure".*QR code of https:\/\/example\.org\/dorset/)
  assert.deepEqual([read.untold, read.picturesWithoutWords], [[], 0])
  const outline = (await document.getOutline())?.map(({ title }) => title)
  assert.deepEqual(outline, ['Library surgery'])
})

test('every word of a poster is a heading or a paragraph, whatever changed and however many dates it lists', async () => {
  const dates = Array.from({ length: 12 }, () => planned)
  for (const poster of [{}, { state: 'cancelled', reason: 'Storm.' }, { moved: true, reason: 'Training.' }] as const)
    for (const more of [{}, { dates }]) {
      const { tags, read } = await readPoster(poster, more)
      assert.deepEqual([read.untold, topRoles(tags)], [[], new Set(['H1', 'H2', 'P', 'Div'])])
    }
})

/** What stands directly in the document. */
const topRoles = (tags: string) => {
  const root = JSON.parse(tags).children[0]
  return new Set(root.children.map(({ role, type }: { role?: string; type: string }) => role ?? type))
}

test('a poster says boldly that a date was cancelled or moved, and why', async () => {
  const cancelled = await readPoster({ state: 'cancelled', reason: 'Storm.' })
  assert.match(cancelled.text, /We meant to be here Library surgery CANCELLED\. Storm\. When/)
  const moved = await readPoster({ moved: true, reason: 'Training.' })
  assert.match(moved.text, /MOVED: below are the new time and place\. Training\. When/)
})

test('a poster of a series lists its dates, with what of each differs', async () => {
  const dates = ['2026-12-02', '2026-12-09', '2026-12-16'].map((on) => ({ ...planned, heldOn: day(on) }))
  const [first, second, third] = dates as [PlannedEngagement, PlannedEngagement, PlannedEngagement]
  const { text } = await readPoster(
    {},
    { dates: [first, { ...second, moved: true, place: 'Town hall' }, { ...third, state: 'cancelled' }] },
  )
  assert.match(text, /When 10:30 to 12:00, on the dates below/)
  assert.match(
    text,
    /Wednesday 2 December 2026 Wednesday 9 December 2026, Town hall Moved Wednesday 16 December 2026 Cancelled/,
  )
})

test('what a team types is never run as code, however long it is and whatever its letters', async () => {
  const { text, document } = await readPoster({
    title: '#panic("no") *bold* $x$ @ref <b> \\ 中文 😀 '.repeat(3).trim(),
    place: '"] #sys.inputs',
    accessibility: 'Steps, then more steps. '.repeat(16),
    howToAsk: 'Ask. '.repeat(40),
    reason: 'Because. '.repeat(22),
    moved: true,
  })
  assert.equal(document.numPages, 1)
  assert.match(text, /#panic\("no"\) \*bold\* \$x\$ @ref <b> \\ …/)
  assert.match(text, /"\] #sys\.inputs/)
})

test('where a machine cannot make PDFs, that is said in words', async (t) => {
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (specifier.startsWith('@myriaddreamin/')) throw new Error('no compiler for this machine')
      return next(specifier === '#platform/typst.ts' ? `${specifier}?again` : specifier, context)
    },
  })
  t.after(() => hooks.deregister())
  const { pdfOf } = (await import(`#platform/pdf.ts?${'again'}`)) as typeof import('#platform/pdf.ts')
  await assert.rejects(pdfOf('', { title: 'x' }), (fault: unknown) => {
    assert.ok(fault instanceof Refusal)
    assert.deepEqual(
      [fault.status, fault.message],
      [503, 'This machine cannot make PDFs: open the page itself and print it.'],
    )
    return true
  })
})
