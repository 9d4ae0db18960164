import type * as Docx from 'docx'
import type { Language } from '#platform/language/language.ts'
import { isFilled, pointsOf, type Block, type Document, type Size, type Words } from './document.ts'
import { printable } from './runs-of.ts'
import { settled } from './settled-word.ts'

/** A document as a Word file of real headings, lists and tables; the same document always has the same bytes. */
export async function drawnWord(document: Document, size: Size): Promise<Buffer> {
  // Loaded when a Word file is first asked for, since few processes ever make one.
  const docx = await import('docx')
  const title = printable(document.title)
  const file = new docx.Document({
    title,
    creator: 'Frankpledge',
    lastModifiedBy: 'Frankpledge',
    styles: stylesOf(document.language, pointsOf[size]),
    numbering: { config: [numbered(docx)] },
    sections: [
      {
        footers: { default: pageNumber(docx) },
        children: document.blocks.filter(isFilled).flatMap((block, place) => drawn(docx, block, place)),
      },
    ],
  })
  return settled(await docx.Packer.toBuffer(file), document)
}

const regions: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy-GB' }

/** Sizes are in half points. */
function stylesOf(language: Language, points: number): NonNullable<Docx.IPropertiesOptions['styles']> {
  // Word knows a heading by the name of its style; others only by the level that the style tells, counted from nought.
  const style = (times: number, before: number, level: number | null = null) => ({
    run: { size: Math.round(points * times) * 2, bold: true, color: '0B0C0C', font: 'Arial' },
    paragraph: {
      spacing: { before: before * 20, after: 120 },
      keepNext: true,
      ...(level !== null && { outlineLevel: level - 1 }),
    },
  })
  return {
    default: {
      document: {
        run: { font: 'Arial', size: points * 2, language: { value: regions[language] } },
        // Some readers take a line without its rule for an exact height, in which large headings lie over themselves.
        paragraph: { spacing: { after: points * 10, line: 300, lineRule: 'auto' } },
      },
      heading1: style(2, 0, 1),
      heading2: style(1.5, 20, 2),
      heading3: style(1.2, 14, 3),
      heading4: style(1.05, 10, 4),
      caption: style(1, 10),
    },
  }
}

const numbered = ({ LevelFormat, AlignmentType }: typeof Docx) => ({
  reference: 'numbered',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 720, hanging: 360 } } },
    },
  ],
})

const pageNumber = ({ Footer, Paragraph, TextRun, PageNumber, AlignmentType }: typeof Docx) =>
  new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
    ],
  })

type Drawn = Docx.Paragraph | Docx.Table

function drawn(docx: typeof Docx, block: Block, place: number): Drawn[] {
  const { Paragraph } = docx
  if (block.block === 'table') return drawnTable(docx, block)
  if (block.block === 'list')
    return block.items.map((item) => {
      const mark = block.isNumbered
        ? { numbering: { reference: 'numbered', level: 0, instance: place } }
        : { bullet: { level: 0 } }
      return new Paragraph({ children: runs(docx, item), ...mark })
    })
  const children = runs(docx, block.words)
  if (block.block === 'heading') return [new Paragraph({ children, heading: `Heading${block.level}` })]
  return [new Paragraph({ children, ...(block.block === 'standing' && { indent: { left: 360 } }) })]
}

const runs = ({ TextRun }: typeof Docx, words: Words) =>
  words.map(
    ({ words: text, strong = false, language }) =>
      // Not “bold: false”, which would end the bold of a heading's style.
      new TextRun({ text, ...(strong && { bold: true }), ...(language && { language: { value: regions[language] } }) }),
  )

/** The caption stands above; the head is repeated on each page, and no row is torn in two. */
function drawnTable(docx: typeof Docx, { caption, head, rows }: Extract<Block, { readonly block: 'table' }>): Drawn[] {
  const { Paragraph, Table, TableRow, TableCell, WidthType } = docx
  const cell = (words: Words, isHead: boolean) =>
    new TableCell({
      children: [
        new Paragraph({
          children: runs(docx, isHead ? words.map((run) => ({ ...run, strong: true })) : words),
          spacing: { before: 60, after: 60 },
        }),
      ],
      ...(isHead && { shading: { fill: 'F3F2F1' } }),
    })
  const row = (cells: readonly Words[], isHead: boolean) =>
    new TableRow({ children: cells.map((words) => cell(words, isHead)), tableHeader: isHead, cantSplit: true })
  const drawnRows = [row(head, true), ...rows.map((cells) => row(cells, false))]
  return [
    new Paragraph({ children: runs(docx, caption), style: 'Caption' }),
    new Table({
      rows: drawnRows,
      width: { size: 100, type: WidthType.PERCENTAGE },
      tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false },
    }),
    new Paragraph({ children: [] }),
  ]
}
