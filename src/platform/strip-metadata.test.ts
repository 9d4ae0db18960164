import assert from 'node:assert/strict'
import test from 'node:test'
import { stripMetadata } from './strip-metadata.ts'

const segment = (marker: number, body: string) => {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(marker, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, Buffer.from(body, 'latin1')])
}

const begins = Buffer.from([0xff, 0xd8])
const ends = Buffer.from([0xff, 0xd9])
const jfif = segment(0xffe0, 'JFIF\0 and sizes')
const place = segment(0xffe1, 'Exif\0\0GPS 50.7336 -2.7585')
const comment = segment(0xfffe, 'taken by somebody')
const tables = segment(0xffdb, 'tables')
const scan = Buffer.concat([segment(0xffda, 'scan'), Buffer.from([1, 0xff, 0x00, 2, 0xff, 0xd0, 3])])

test('a photo keeps its picture and loses where it was taken, by whom, and whatever hangs behind its end', () => {
  const photo = Buffer.concat([begins, jfif, place, comment, tables, scan, ends, Buffer.from('a second picture')])
  assert.deepEqual(stripMetadata(photo), Buffer.concat([begins, jfif, tables, scan, ends]))
})

test('a place written between two scans of a photo goes as well', () => {
  const photo = Buffer.concat([begins, tables, scan, place, scan, ends])
  assert.deepEqual(stripMetadata(photo), Buffer.concat([begins, tables, scan, scan, ends]))
})

test('what is no photo, or only part of one, is not taken for one', () => {
  const whole = Buffer.concat([begins, jfif, tables, scan, ends])
  assert.equal(stripMetadata(Buffer.from('GIF89a')), null)
  assert.equal(stripMetadata(Buffer.alloc(0)), null)
  assert.equal(stripMetadata(whole.subarray(0, whole.length - 2)), null)
  assert.equal(stripMetadata(whole.subarray(0, 8)), null)
})
