import assert from 'node:assert/strict'
import test from 'node:test'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { photoOf } from './photo.ts'
import { Refusal } from './refusal.ts'

const place = 'taken at 50.7336 -2.7585'

/** A photo as a telephone held upright takes it: lying on its side, red where its top is, and telling where it was. */
async function asCamera(width = 2400, height = 1200): Promise<Buffer> {
  const top = { create: { width: width / 2, height, channels: 3 as const, background: '#ff0000' } }
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } })
    .composite([{ input: top, left: 0, top: 0 }])
    .withExif({ IFD0: { ImageDescription: place }, IFD3: { GPSLatitude: '50/1 44/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** A picture of a few bytes that says it unfolds to this many pixels a side. */
async function bomb(side: number): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer()
  bytes.writeUInt32BE(side, 16)
  bytes.writeUInt32BE(side, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

test('a photo of a telephone is kept upright, small, and without where it was taken', async () => {
  const taken = await asCamera()
  assert.ok(taken.includes(place))
  const kept = await photoOf(taken, 480)
  const { format, width, height, exif, orientation, icc, xmp } = await sharp(kept).metadata()
  assert.deepEqual({ format, width, height }, { format: 'jpeg', width: 240, height: 480 })
  assert.deepEqual([exif, orientation, icc, xmp], [undefined, undefined, undefined, undefined])
  assert.equal(kept.includes(place), false)
  assert.ok(kept.length < 10_000, `${kept.length} bytes`)
  const { data } = await sharp(kept).raw().toBuffer({ resolveWithObject: true })
  assert.ok((data[0] ?? 0) > 200 && (data[2] ?? 0) < 50, 'red is at the top')
})

test('a small photo is not made larger, and what can be seen through is white', async () => {
  const clear = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer()
  const kept = sharp(await photoOf(clear, 480))
  const { width, height } = await kept.metadata()
  assert.deepEqual([width, height, (await kept.raw().toBuffer())[0]], [60, 40, 255])
})

const refused = (bytes: Buffer, status: number, words: RegExp) =>
  assert.rejects(
    photoOf(bytes, 480),
    (error) => error instanceof Refusal && error.status === status && words.test(error.message),
  )

test('a file that would unfold to more than a machine bears is not unfolded', async () => {
  await refused(await bomb(30_000), 413, /too many pixels/)
})

test('what is no photo is turned down in words that say what to do instead', async () => {
  const whole = await asCamera()
  await refused(Buffer.from('GIF89a, and no more'), 415, /a GIF, not a photo/)
  await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'), 415, /choose a JPEG, PNG or WebP/)
  await refused(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), 415, /HEIC/)
  await refused(Buffer.alloc(0), 415, /choose a JPEG/)
  await refused(whole.subarray(0, whole.length / 2), 415, /broken/)
  await refused(whole.subarray(0, 20), 415, /broken/)
})
