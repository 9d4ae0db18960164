import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { fingerprintOf } from './fingerprint.ts'

type Built = { readonly name: string; readonly bytes: Buffer }
type Manifest = { readonly fingerprint: string; readonly files: Readonly<Record<string, string>> }

/** Builds `src/browser` to `build/assets` under names that change with what is in them; says whether there was anything to do. */
export async function buildAssets(root: string): Promise<boolean> {
  const from = join(root, 'src', 'browser')
  const into = join(root, 'build', 'assets')
  const fingerprint = await fingerprintOfAssets(root, from)
  if (await isBuilt(into, fingerprint)) return false
  const names = (await readdir(from)).filter(isEntry).sort()
  const built = (await Promise.all(names.map((name) => build(root, join(from, name))))).flat()
  await keep(into, built, fingerprint)
  return true
}

/** Each file of the folder itself is an asset; those whose names begin with a line are parts of one. */
const isEntry = (name: string): boolean =>
  /^[a-z].*\.(scss|ts|svg|png|webmanifest)$/.test(name) && !/\.(test|d)\.ts$/.test(name)

function build(root: string, file: string): Promise<Built[]> {
  if (file.endsWith('.scss')) return buildStyle(root, file)
  if (file.endsWith('.ts')) return buildScript(root, file)
  return readFile(file).then((bytes) => [{ name: basename(file), bytes }])
}

// The two builders take most of a second to load, so they are loaded only where something changed.
async function buildStyle(root: string, file: string): Promise<Built[]> {
  const sass = await import('sass')
  const packages = join(root, 'node_modules')
  const loadPaths = [join(packages, 'govuk-frontend', 'dist'), packages]
  const { css } = await sass.compileAsync(file, { loadPaths, style: 'compressed', quietDeps: true })
  return [{ name: basename(file, '.scss') + '.css', bytes: Buffer.from(css) }]
}

async function buildScript(root: string, file: string): Promise<Built[]> {
  const esbuild = await import('esbuild')
  const made = await esbuild.build({
    entryPoints: [file],
    absWorkingDir: root,
    outdir: join(root, 'build', 'assets'),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  })
  return made.outputFiles.map((output) => ({ name: basename(output.path), bytes: Buffer.from(output.contents) }))
}

/** The manifest comes last and whole; what the former one named stays, for pages that a browser still shows. */
async function keep(into: string, built: readonly Built[], fingerprint: string): Promise<void> {
  await mkdir(into, { recursive: true })
  const former = Object.values((await readManifest(into))?.files ?? {})
  const files = Object.fromEntries(built.map(({ name, bytes }) => [name, hashedName(name, bytes)]))
  await Promise.all(built.map(({ name, bytes }) => writeThrice(join(into, files[name] ?? name), bytes)))
  const manifest: Manifest = { fingerprint, files }
  const path = join(into, 'manifest.json')
  await writeFile(`${path}.${process.pid}`, JSON.stringify(manifest, null, 2) + '\n')
  await rename(`${path}.${process.pid}`, path)
  const wanted = new Set([...former, ...Object.values(files), 'manifest.json'])
  const unwanted = (await readdir(into)).filter((name) => !wanted.has(name.replace(/\.(br|gz)$/, '')))
  await Promise.all(unwanted.map((name) => rm(join(into, name), { force: true })))
}

/** Plain and as small as it goes, since a phone with little signal waits for every byte. */
async function writeThrice(path: string, bytes: Buffer): Promise<void> {
  const smaller = [
    writeFile(`${path}.br`, brotliCompressSync(bytes)),
    writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 })),
  ]
  await Promise.all([writeFile(path, bytes), ...smaller])
}

async function readManifest(into: string): Promise<Manifest | null> {
  const path = join(into, 'manifest.json')
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : null
}

function hashedName(name: string, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}-${hash}${name.slice(dot)}`
}

async function isBuilt(into: string, fingerprint: string): Promise<boolean> {
  const manifest = await readManifest(into)
  if (manifest?.fingerprint !== fingerprint) return false
  return Object.values(manifest.files).every((name) => existsSync(join(into, name)))
}

/** Changes with any source, with this file, and with the version of any package that goes into the result. */
async function fingerprintOfAssets(root: string, from: string): Promise<string> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  const sources = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const shared = join(root, 'src', 'platform', 'html.ts')
  return fingerprintOf(root, [...sources, shared, import.meta.filename, join(root, 'package-lock.json')])
}
