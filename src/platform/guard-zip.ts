import yauzl from 'yauzl'
import { Refusal } from '#platform/refusal.ts'

/** The most a document may unpack to before we call it a bomb. */
export type Limits = { readonly entries: number; readonly unpacked: number; readonly ratio: number }

const usual: Limits = { entries: 2000, unpacked: 50 * 1024 * 1024, ratio: 200 }
/** Small parts of honest documents press very well, so the ratio is asked of large ones only. */
const ratioFrom = 1024 * 1024

/**
 * The XML parts of a zipped document by name, after its declared sizes and then its real ones have been weighed.
 * Refused: a bomb (413), a locked or broken file (422), XML that defines entities (422).
 */
export async function openZip(bytes: Uint8Array, filename: string, limits = usual): Promise<Map<string, Buffer>> {
  const zip = await open(bytes, filename)
  try {
    const listed = await list(zip, limits, filename)
    const entries = new Map<string, Buffer>()
    let total = 0
    for (const entry of listed) {
      const content = await unpack(zip, entry, limits.unpacked - total, filename)
      total += content.length
      if (isXml(entry.fileName)) entries.set(entry.fileName, safeXml(content, filename))
    }
    if (isLocked(entries)) throw locked(filename)
    return entries
  } finally {
    zip.close()
  }
}

const isXml = (name: string) => name === 'mimetype' || name.endsWith('.xml') || name.endsWith('.rels')

const isLocked = (entries: ReadonlyMap<string, Buffer>) =>
  entries.get('META-INF/manifest.xml')?.includes('encryption-data') ?? false

const broken = (filename: string) => new Refusal(`“${filename}” is broken: it could not be unpacked.`)
const locked = (filename: string) =>
  new Refusal(`“${filename}” is locked with a password. Save it without one and try again.`)
const bomb = (filename: string) => new Refusal(`“${filename}” unpacks to far more than such a file can hold.`, 413)

function open(bytes: Uint8Array, filename: string): Promise<yauzl.ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) =>
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: false }, (error, zip) =>
      error ? reject(broken(filename)) : resolve(zip),
    ),
  )
}

/** Weighs what the zip declares before a byte is unpacked. */
function list(zip: yauzl.ZipFile, limits: Limits, filename: string): Promise<yauzl.Entry[]> {
  if (zip.entryCount > limits.entries) return Promise.reject(bomb(filename))
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = []
    let total = 0
    zip.on('entry', (entry: yauzl.Entry) => {
      total += entry.uncompressedSize
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
      if (entry.isEncrypted()) return reject(locked(filename))
      if (total > limits.unpacked || (entry.uncompressedSize > ratioFrom && ratio > limits.ratio))
        return reject(bomb(filename))
      if (!entry.fileName.endsWith('/')) entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', () => reject(broken(filename)))
    zip.readEntry()
  })
}

function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, most: number, filename: string): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(broken(filename))
      const parts: Buffer[] = []
      let size = 0
      stream.on('data', (part: Buffer) => {
        size += part.length
        if (size <= most) return void parts.push(part)
        stream.destroy()
        reject(bomb(filename))
      })
      stream.on('end', () => resolve(Buffer.concat(parts)))
      stream.on('error', () => reject(broken(filename)))
    }),
  )
}

/** No Office or OpenDocument part has a document type of its own; one that has it wants to expand entities. */
function safeXml(content: Buffer, filename: string): Buffer {
  if (/<!(DOCTYPE|ENTITY)/i.test(content.toString('latin1').replaceAll('\0', '')) && !isManifest(content))
    throw new Refusal(`“${filename}” defines XML entities, which no honest document does.`)
  return content
}

const isManifest = (content: Buffer) =>
  /^[^<]*(<\?xml[^>]*>)?\s*<!DOCTYPE manifest:manifest[^[>]*>/.test(content.toString('latin1', 0, 400)) &&
  !content.includes('<!ENTITY')
