import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '#platform/refusal.ts'
import type { Block } from './block.ts'
import type { Format } from './format.ts'
import { notOurs } from './format.ts'
import { openZip } from '#platform/guard-zip.ts'
import type { Answer } from './read-aside.ts'
import { readDocx } from './read-docx.ts'
import { readOdt } from './read-odt.ts'
import { readPdf } from './read-pdf.ts'
import { readText } from './read-text.ts'
import { tidyBlocks } from './tidy-blocks.ts'

type Work = { bytes: Uint8Array; format: Format; filename: string }

async function read({ bytes, format, filename }: Work): Promise<Block[]> {
  if (format === 'text') return readText(bytes)
  if (format === 'pdf') return readPdf(bytes, filename)
  const entries = await openZip(bytes, filename)
  if (entries.has('word/document.xml')) return readDocx(bytes, entries, filename)
  if (entries.has('content.xml') && isOpenDocumentText(entries)) return readOdt(entries, filename)
  throw notOurs(filename)
}

function isOpenDocumentText(entries: ReadonlyMap<string, Buffer>): boolean {
  const type = entries.get('mimetype')?.toString('latin1') ?? ''
  return type === '' || type.includes('opendocument.text')
}

async function answer(work: Work): Promise<Answer> {
  try {
    const blocks = tidyBlocks(await read(work))
    if (blocks.length > 0) return { blocks }
    return { refused: `“${work.filename}” holds no text.`, status: 422 }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message, status: error.status }
    return { refused: `“${work.filename}” is broken: it could not be read.`, status: 422 }
  }
}

parentPort?.postMessage(await answer(workerData))
