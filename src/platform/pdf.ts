import { Refusal } from '#platform/refusal.ts'

/** What a template is given to draw; it arrives as `data`, and no text of it is ever read as Typst. */
export type Drawn = { readonly title: string; readonly [name: string]: Drawable }
type Drawable = string | number | boolean | null | readonly Drawable[] | { readonly [name: string]: Drawable }

/**
 * A tagged PDF/UA-1 of one of our own Typst templates. What the fonts cannot draw stands as `…`, since PDF/UA takes no
 * letter without its shape. Throws a Refusal (503) where this machine has no compiler.
 */
export async function pdfOf(template: string, drawn: Drawn): Promise<Buffer> {
  const compiler = await compilerOfThisMachine()
  try {
    return drawnBy(compiler, template, JSON.stringify(drawn)) ?? certainlyDrawnBy(compiler, template, drawn)
  } finally {
    compiler.evictCache(keptCompilations)
  }
}

type Compiler = import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler

/** Typst remembers what it laid out; more than this many documents back would only fill the memory. */
const keptCompilations = 10

let made: Promise<Compiler> | undefined

/** Made once, when a PDF is first asked for: loading it costs more than drawing with it. */
function compilerOfThisMachine(): Promise<Compiler> {
  made ??= makeCompiler()
  return made
}

async function makeCompiler(): Promise<Compiler> {
  try {
    const typst = await import('@myriaddreamin/typst-ts-node-compiler')
    // No fonts but those it brings, so that a poster looks the same whatever machine drew it.
    return typst.NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: [] }] })
  } catch {
    throw new Refusal('This machine cannot make PDFs: open the page itself and print it.', 503)
  }
}

/** Null where a letter has no shape in any font. */
function drawnBy(compiler: Compiler, template: string, data: string): Buffer | null {
  const { result, ...laidOut } = layOut(compiler, template, data)
  if (result === null) throw new Error(`a PDF template has a fault: ${laidOut.faults}`)
  try {
    return compiler.pdf(result, { pdfStandard: 'ua-1' })
  } catch (fault) {
    if (String(fault).includes('could not be displayed')) return null
    throw fault
  }
}

function layOut(compiler: Compiler, template: string, data: string) {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data } })
  const faults = compiled.hasError() ? JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics) : ''
  return { result: compiled.hasError() ? null : compiled.result, faults }
}

function certainlyDrawnBy(compiler: Compiler, template: string, drawn: Drawn): Buffer {
  const data = JSON.stringify(drawn, (_name, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(undrawn, '…') : value,
  )
  const pdf = drawnBy(compiler, template, data)
  if (pdf === null) throw new Error('a PDF template holds letters that no font of its own has')
  return pdf
}

/** Whatever is not of the Latin alphabets and their signs, which every font here has. */
const undrawn =
  /[^\n\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u1e80-\u1e85\u1ef2\u1ef3\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac]+/gu
