import type { Plugin } from 'esbuild'
import { globSync } from 'node:fs'
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fingerprintOf } from './fingerprint.ts'

/**
 * Puts the program, with the packages that it loads at its start, into the one file `build/program/main.js` (ADR 22); says whether
 * there was anything to do.
 */
export async function buildProgram(root: string): Promise<boolean> {
  const into = join(root, 'build', 'program', 'main.js')
  const mark = `// ${fingerprintOf(root, sourcesOf(root))}`
  if ((await firstLine(into, mark.length)) === mark) return false
  await bundle(root, join('src', 'main.ts'), into, mark)
  return true
}

/** Puts one program of ours into one file, which begins with `mark`; stack traces tell the lines of the sources. */
export async function bundle(root: string, entry: string, into: string, mark = ''): Promise<void> {
  // Loaded only where something changed, as it takes longer than finding out.
  const esbuild = await import('esbuild')
  const made = await esbuild.build({
    entryPoints: [entry],
    absWorkingDir: root,
    outfile: into,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    // It requires by words that only its own wrapper knows.
    external: ['jsonc-parser'],
    banner: { js: [mark, requires].join('\n') },
    plugins: [loadedLater, whereSourcesAre(dirname(into)), packagesUnmapped],
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'silent',
  })
  await mkdir(dirname(into), { recursive: true })
  // Whole or not at all, and the map first, since another start may be reading.
  for (const { path, contents } of made.outputFiles.toSorted((a, b) => b.path.length - a.path.length)) {
    await writeFile(`${path}.${process.pid}`, contents)
    await rename(`${path}.${process.pid}`, path)
  }
}

/** Packages written for `require` find it here; none is there where modules are imported. */
const requires = `const require = process.getBuiltinModule('node:module').createRequire(import.meta.url)`

/** What is loaded when it is first needed stays where npm put it: it is heavy, or not there on each machine. */
const loadedLater: Plugin = {
  name: 'loaded later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^.#]/ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : null)),
}

/** Files that a source finds beside itself are still found there. */
const whereSourcesAre = (folder: string): Plugin => ({
  name: 'where sources are',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      if (/import\.meta\.(dirname|filename)/.test(source))
        return { errors: [{ text: `${basename(path)}: say where it is by import.meta.url` }] }
      const here = JSON.stringify(relative(folder, path).replaceAll('\\', '/'))
      return { contents: source.replaceAll('import.meta.url', `import.meta.resolve(${here})`), loader: 'ts' }
    }),
})

/** Lines of packages are told as they stand in the one file: knowing them would double the map. */
const packagesUnmapped: Plugin = {
  name: 'packages unmapped',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${unmapped}`,
      loader: 'js',
    })),
}

const unmapped = Buffer.from(JSON.stringify({ version: 3, sources: [''], mappings: 'AAAA' })).toString('base64')

const sourcesOf = (root: string): readonly string[] => [
  ...globSync('src/**/*.{ts,json}', { cwd: root, exclude: ['src/browser/**', '**/*.test.ts'] }).map((file) =>
    join(root, file),
  ),
  join(root, 'package-lock.json'),
  import.meta.filename,
]

async function firstLine(file: string, length: number): Promise<string | null> {
  const opened = await open(file).catch(() => null)
  if (opened === null) return null
  const { buffer, bytesRead } = await opened.read(Buffer.alloc(length), 0, length, 0).finally(() => opened.close())
  return buffer.toString('utf8', 0, bytesRead)
}
