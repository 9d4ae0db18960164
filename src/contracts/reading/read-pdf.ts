import { getDocumentProxy } from 'unpdf'
import { Refusal } from '#platform/refusal.ts'
import type { Block } from './block.ts'
import { guardPdf } from './guard-pdf.ts'
import { joinedPages, type Piece } from './pdf-pages.ts'
import type { PageContent, Pdf } from './pdf-content.ts'
import { linesOf } from './pdf-lines.ts'
import { piecesByPlace } from './pdf-placed.ts'
import { isTagged, piecesByTags } from './pdf-tagged.ts'

const mostPages = 200

/**
 * The blocks of a PDF: by its tags where it has them, else by where its lines stand on the page.
 * Refused with 422 where it is locked, broken, longer than 200 pages, or a picture of text, with 413 where it is a bomb.
 */
export async function readPdf(bytes: Uint8Array, filename: string): Promise<Block[]> {
  guardPdf(bytes, filename)
  const pdf = await open(bytes, filename)
  if (pdf.numPages > mostPages) throw new Refusal(`“${filename}” has more than ${mostPages} pages.`)
  const pages: PageContent[] = []
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await contentOf(pdf, number))
  if (!pages.some((page) => page.items.some((item) => 'str' in item && item.str.trim() !== '')))
    throw new Refusal(`“${filename}” is a scanned picture without text. Send the file it was printed from.`)
  const pieces: Piece[][] = isTagged(pages) ? pages.map(piecesByTags) : piecesByPlace(pages.map(linesOf))
  return joinedPages(pieces)
}

async function open(bytes: Uint8Array, filename: string): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false })
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new Refusal(
      isLocked
        ? `“${filename}” is locked with a password. Save it without one and try again.`
        : `“${filename}” is broken: it could not be read as a PDF.`,
    )
  }
}

async function contentOf(pdf: Pdf, number: number): Promise<PageContent> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const tree = await page.getStructTree().catch(() => null)
  page.cleanup()
  return { items, tree }
}
