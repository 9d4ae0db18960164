import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { crc32 } from 'node:zlib'
import { cleanPng } from './clean-png.ts'
import { cleanSvg } from './clean-svg.ts'
import { readCrest } from './told-crest.ts'

const cleaned = (svg: string) => cleanSvg(Buffer.from(svg))?.toString() ?? null
const svg = (within: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"${attributes}>${within}<rect width="9" height="9" fill="#123456"/></svg>`
const plain =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#123456"></rect></svg>\n'

test('a crest that draws shapes is kept as it was drawn, colours written as style among it', () => {
  const drawn = '<g transform="translate(1,2)"><path d="M0 0L9 9Z" style="fill:#ABCDEF;font-family:x"/></g>'
  assert.equal(
    cleaned(svg(drawn)),
    plain.replace('<rect', '<g transform="translate(1,2)"><path d="M0 0L9 9Z" fill="#ABCDEF"></path></g><rect'),
  )
})

test('whatever in a crest could run, load, hide or lead elsewhere is left out', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<foreignObject><iframe src="https://x.example"/></foreignObject>',
    '<image href="https://x.example/a.png"/>',
    '<use xlink:href="https://x.example/a.svg#b"/>',
    '<style>@import url(https://x.example)</style>',
    '<a href="javascript:alert(1)"><text>Press</text></a>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<!-- <script>alert(1)</script> --><?php echo 1 ?>',
    '<set attributeName="onload" to="alert(1)"/>',
  ]
  for (const part of hostile) assert.equal(cleaned(svg(part)), plain, part)
  for (const attribute of [
    ' onload="alert(1)"',
    ' style="background:url(https://x.example)"',
    ' href="#a"',
    ' fill="url(https://x.example#a)"',
    ' fill="url(&#x68;ttps://x.example)"',
  ])
    assert.equal(cleaned(svg('', attribute)), plain, attribute)
})

test('a crest whose entities lead outside or grow without end is read without them', () => {
  const outside = `<!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/passwd">]>${svg('<path d="&secret;"/>')}`
  assert.doesNotMatch(String(cleaned(outside)), /root|ENTITY|passwd/)
  const lots = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${svg('<path d="&b;"/>')}`
  assert.ok((cleaned(lots)?.length ?? 0) < 300)
})

test('what is no drawing, or draws nothing, is no crest', () => {
  for (const none of [
    '',
    'words',
    '<html><body/></html>',
    '<svg viewBox="0 0 1 1"></svg>',
    '<svg><rect width="1" height="1"/></svg>',
    '<svg',
  ])
    assert.equal(cleaned(none), null, none)
})

const icon = readFileSync(new URL('../../browser/icon-192.png', import.meta.url))

const chunk = (type: string, data: string) => {
  const body = Buffer.from(type + data, 'latin1')
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

test('a picture loses what a camera or a program wrote into it, and what stands after its end', () => {
  const head = icon.subarray(0, 33)
  const noted = Buffer.concat([
    head,
    chunk('tEXt', 'Author\0Somebody'),
    chunk('eXIf', 'GPS!'),
    icon.subarray(33),
    Buffer.from('PK..'),
  ])
  const clean = cleanPng(noted)
  assert.ok(clean)
  assert.doesNotMatch(clean.toString('latin1'), /Somebody|GPS!|PK\.\./)
  assert.deepEqual(clean, cleanPng(icon))
})

test('a picture that is broken, too large, or something else by another name is refused', () => {
  const wrong = Buffer.from(icon)
  wrong.writeUInt8(wrong.readUInt8(60) ^ 1, 60)
  const unsealed = Buffer.from(icon)
  unsealed.writeUInt8(unsealed.readUInt8(29) ^ 1, 29)
  const huge = Buffer.from(icon)
  huge.writeUInt32BE(20_000, 16)
  huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29)
  assert.deepEqual([wrong, unsealed, huge, icon.subarray(0, 500), Buffer.from('GIF89a')].map(cleanPng), [
    null,
    null,
    null,
    null,
    null,
  ])
  assert.equal(readCrest(Buffer.alloc(100 * 1024 + 1)), 'That picture is too large: make it smaller than 100 KB')
  assert.equal(readCrest(undefined), 'Choose a picture')
})
