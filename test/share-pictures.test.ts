import assert from 'node:assert/strict'
import test from 'node:test'
import sharp from 'sharp'
import { keepCrest } from '#areas/appearance/keep-appearance.ts'
import { pagesChanged } from '#ledger/pages-changed.sql.ts'
import { openDatabase, transaction } from '#platform/database/database.ts'
import { demonstrationSite } from './support/site.ts'

const team = '/dorset/west-dorset'

/** The picture that a page names, as whoever shares the page gets it. */
async function pictureOf(url: string, page: string) {
  const text = await (await fetch(url + page)).text()
  const told = /property="og:image" content="([^"]+)"/.exec(text)?.[1] ?? ''
  const alt = /property="og:image:alt" content="([^"]+)"/.exec(text)?.[1] ?? ''
  const path = new URL(told).pathname
  const answer = await fetch(url + path)
  return {
    path,
    alt,
    status: answer.status,
    tag: answer.headers.get('etag'),
    bytes: Buffer.from(await answer.arrayBuffer()),
  }
}

test('each page that people share has a picture of its own, of the size that is asked for, and small', async (t) => {
  const { url } = await demonstrationSite(t)
  const first = async (list: string) =>
    new RegExp(`href="(${team}/${list}/[0-9a-f-]{36})"`).exec(
      await (await fetch(`${url}${team}/${list}`)).text(),
    )?.[1] ?? ''
  const pages = ['/dorset', team, `${team}/contract/2019`, await first('events'), await first('priorities')]
  const seen = new Set<string>()
  for (const page of pages) {
    const { path, alt, status, bytes } = await pictureOf(url, page)
    assert.deepEqual([path, status], [`${page}/share.png`, 200])
    assert.ok(alt.length > 5, page)
    const { format, width, height } = await sharp(bytes).metadata()
    assert.deepEqual({ format, width, height }, { format: 'png', width: 1200, height: 630 }, page)
    assert.ok(bytes.length < 60_000, `${page}: ${bytes.length} bytes`)
    const { channels } = await sharp(bytes).stats()
    assert.ok(
      channels.every(({ stdev }) => stdev > 20),
      `${page} shows something`,
    )
    seen.add(bytes.toString('base64'))
  }
  assert.equal(seen.size, pages.length)
})

test('a picture is kept until its page changes, and whatever is asked beside it draws no other', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const db = openDatabase(databaseUrl)
  t.after(() => db.end())
  const before = await pictureOf(url, team)
  await db`update team set name = 'West of Dorset' where id = 'dorset/west-dorset'`
  const again = await fetch(`${url}${team}/share.png?as-at=2020-01-01&page=7`, {
    headers: { 'if-none-match': before.tag ?? '' },
  })
  assert.equal(again.status, 304)
  await transaction(db, (sql) => pagesChanged(sql, 'dorset/west-dorset'))
  await new Promise((done) => setTimeout(done, 300))
  const after = await pictureOf(url, team)
  assert.notEqual(after.tag, before.tag)
})

test('a force’s crest stands on its pictures, in the colours of the force', async (t) => {
  const { url, databaseUrl } = await demonstrationSite(t)
  const db = openDatabase(databaseUrl)
  t.after(() => db.end())
  const at = async (left: number, top: number) => {
    const { bytes } = await pictureOf(url, '/dorset')
    const { data } = await sharp(bytes)
      .removeAlpha()
      .extract({ left, top, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    return [...data]
  }
  assert.deepEqual(await at(10, 10), [0x14, 0x31, 0x5f])
  const red = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer()
  await transaction(db, async (sql) => {
    const chooser = { forceId: 'dorset', at: new Date(), personId: null }
    await keepCrest(sql, { type: 'image/png', bytes: red }, chooser)
    await pagesChanged(sql, 'dorset')
  })
  await new Promise((done) => setTimeout(done, 300))
  assert.deepEqual(await at(1100, 66), [255, 0, 0])
})
