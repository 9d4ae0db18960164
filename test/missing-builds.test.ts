import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { demonstrationUrl } from './support/demonstration.ts'
import { addressOf, startProgram } from './support/program.ts'

const without = pathToFileURL(join(import.meta.dirname, 'support', 'without-builds.ts')).href

test('where a machine has no build for PDFs and pictures, the program says so in words, and all else works', async (t) => {
  const running = startProgram({
    DATABASE_URL: await demonstrationUrl(),
    RATE_LIMITS: 'off',
    NODE_OPTIONS: `--import=${without}`,
  })
  t.after(() => running.program.kill('SIGTERM'))
  const address = await addressOf(running)
  const contract = '/dorset/west-dorset/contract/2019'
  const page = await fetch(address + contract)
  assert.equal(page.status, 200)
  const pdf = await fetch(`${address}${contract}.pdf`)
  assert.equal(pdf.status, 503)
  assert.match(await pdf.text(), /This machine cannot make PDFs: open the page itself and print it\./)
  const word = await fetch(`${address}${contract}.docx`)
  assert.deepEqual([word.status, Buffer.from(await word.arrayBuffer()).toString('latin1', 0, 2)], [200, 'PK'])
  const picture = await fetch(`${address}/dorset/west-dorset/share.png`)
  assert.deepEqual([picture.status, /\/assets\/icon-512-\w+\.png$/.test(picture.url)], [200, true])
  assert.deepEqual(await photoSent(address), {
    status: 503,
    told: 'This machine cannot read pictures just now: keep yours, and send it again later.',
  })
})

/** A sergeant sends a photo of the first officer of the team. */
async function photoSent(address: string): Promise<{ status: number; told: string | undefined }> {
  const signedIn = await fetch(`${address}/sign-in/demonstration`, {
    method: 'POST',
    body: new URLSearchParams({ person: 'sergeant' }),
    redirect: 'manual',
  })
  const headers = { cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  const desk = await (await fetch(`${address}/desk/dorset/west-dorset/page`, { headers })).text()
  const officer = /\/desk\/dorset\/west-dorset\/page\/officers\/[0-9a-f-]{36}/.exec(desk)?.[0] ?? ''
  const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer()
  const body = new FormData()
  body.set('photo', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'officer.jpg')
  const answer = await fetch(`${address}${officer}/photo`, { method: 'POST', headers, body })
  return { status: answer.status, told: /This machine cannot read pictures[^<]*/.exec(await answer.text())?.[0] }
}
