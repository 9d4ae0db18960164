import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { beginSession } from '#people/session.ts'
import { fieldSite, phoneOf, says, untilKept, type FieldSite } from './support/field.ts'

const place = 'GPS 50.7336 -2.7585'

/** A photo as a camera leaves it: where it was taken, and as many bytes besides as are asked for. */
function asCamera(picture: Buffer, segments = 0): Buffer {
  const segment = (words: Buffer) =>
    Buffer.concat([Buffer.from([0xff, 0xe1, (words.length + 2) >> 8, (words.length + 2) & 255]), words])
  const padding = Array.from({ length: segments }, () => segment(Buffer.alloc(60_000, 'x')))
  return Buffer.concat([
    picture.subarray(0, 2),
    segment(Buffer.from(`Exif\0\0${place}`)),
    ...padding,
    picture.subarray(2),
  ])
}

/** Waits until the desk holds a photo, and answers its bytes. */
async function photoAt({ db }: FieldSite): Promise<Buffer> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await db<{ bytes: Buffer }[]>`select bytes from engagement_photo`
    if (row) return row.bytes
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('no photo came within ten seconds')
}

test('a photo of 30 MB is sent small, after its record, with the consent of those on it and without its place', async (t) => {
  const site = await fieldSite(t)
  const { context, page } = await phoneOf(site, await site.colleague('Robin'))
  const buffer = asCamera(await page.screenshot({ type: 'jpeg' }), 500)
  const folder = await mkdtemp(join(tmpdir(), 'frankpledge-camera-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const photo = join(folder, 'photo.jpg')
  await writeFile(photo, buffer)
  assert.ok(buffer.length > 30_000_000 && buffer.includes(place))
  await context.setOffline(true)
  await page.goto(`${site.url}/field#record/new`)
  await page.getByLabel('Where?').fill('Harbour')
  await page.getByLabel('How did you meet people?').selectOption({ label: 'Patrol contact' })
  await page.getByRole('button', { name: '10', exact: true }).click()
  await page.getByText('Add more (optional)').click()
  await page.getByLabel('Photo', { exact: true }).setInputFiles(photo)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Tick that everybody on the photo agreed, or leave the photo out' }).waitFor()
  await page.getByLabel('Everybody on the photo agreed to it').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await says(page, '1 waiting to send')
  await page.getByText('Photo: waiting').waitFor()
  await context.setOffline(false)
  const kept = await photoAt(site)
  await page.getByText('Photo: sent').waitFor()
  assert.equal(kept.includes('Exif'), false)
  assert.equal(kept.includes(place), false)
  assert.ok(kept.length < 200_000, `${kept.length} bytes`)
  const [row] = await site.db<{ id: string }[]>`select id from engagement_photo`
  const shown = await page.request.get(`${site.url}/field/photos/${row?.id}`)
  assert.deepEqual([shown.status(), shown.headers()['content-type']], [200, 'image/jpeg'])
  assert.deepEqual(await shown.body(), kept)
})

test('the desk draws a photo anew once more, keeps it once, and turns down what is too large, no photo, or not agreed to', async (t) => {
  const site = await fieldSite(t)
  const robin = await site.colleague('Robin')
  const { page } = await phoneOf(site, robin)
  const picture = await page.screenshot({ type: 'jpeg' })
  const engagement = randomUUID()
  await page.request.post(`${site.url}/api/field/records`, {
    data: {
      person: robin.id,
      phoneClock: Date.now(),
      records: [
        {
          id: engagement,
          team: 'dorset/west-dorset',
          madeAt: Date.now(),
          fields: { title: 'Surgery', method: 'surgery', place: 'Library', dated: 'by the clock', footfall: 'none' },
        },
      ],
    },
  })
  await untilKept(site, 1)
  const send = async (bytes: Buffer, more: object = {}, token = robin.token, about = engagement) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ id: randomUUID(), consent: 'yes', ...more })) form.set(name, value)
    form.set('photo', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg')
    const headers = { cookie: `frankpledge=${token}` }
    const answer = await fetch(`${site.url}/field/photos/${about}`, { method: 'POST', body: form, headers })
    return answer.status
  }
  await site.db`insert into team (id, force_id, slug, name) values ('dorset/purbeck', 'dorset', 'purbeck', 'Purbeck')`
  const elsewhere = await site.colleague('Alex')
  await site.db`update person set team_id = 'dorset/purbeck' where id = ${elsewhere.id}`
  const stranger = await beginSession(site.db, elsewhere.id, new Date(), null)
  const id = randomUUID()
  assert.deepEqual(
    {
      kept: await send(asCamera(picture), { id }),
      again: await send(asCamera(picture), { id }),
      tooLarge: await send(asCamera(picture, 180)),
      notAPhoto: await send(Buffer.from('GIF89a, and no more')),
      notAgreedTo: await send(picture, { consent: '' }),
      ofAnotherTeam: await send(picture, {}, stranger),
      ofNothing: await send(picture, {}, robin.token, randomUUID()),
    },
    { kept: 200, again: 200, tooLarge: 413, notAPhoto: 415, notAgreedTo: 422, ofAnotherTeam: 404, ofNothing: 404 },
  )
  const photos = await site.db<{ bytes: Buffer }[]>`select bytes from engagement_photo`
  assert.deepEqual(
    photos.map(({ bytes }) => bytes.includes(place)),
    [false],
  )
  const peeked = await fetch(`${site.url}/field/photos/${id}`, { headers: { cookie: `frankpledge=${stranger}` } })
  assert.equal(peeked.status, 404)
})
