import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { pathToFileURL } from 'node:url'
import { faultFacts } from '#platform/log.ts'
import { buildProgram, bundle } from './build-program.ts'

/** A folder with sources of a small program, and with our packages. */
async function folderWith(t: TestContext, sources: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'frankpledge-build-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'src', 'desk'), { recursive: true })
  await symlink(join(import.meta.dirname, '..', 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "imports": { "#*": "./src/*" } }')
  await writeFile(join(folder, 'package-lock.json'), '{}')
  for (const [name, source] of Object.entries(sources)) await writeFile(join(folder, 'src', name), source)
  return folder
}

const main = `import { z } from 'zod'
import { words, fail } from '#desk/words.ts'
export const found: string = z.string().parse(words)
export { fail }
export const later = () => import('uqr')`

const words = `import { readFileSync } from 'node:fs'
type Words = string
export const words: Words = readFileSync(new URL('./words.txt', import.meta.url), 'utf8')
export function fail(): never {
  throw new Error('as it must')
}`

test('the one file finds what its sources find beside them, and loads later what is loaded later', async (t) => {
  const folder = await folderWith(t, { 'main.ts': main, 'desk/words.ts': words, 'desk/words.txt': 'a promise' })
  const into = join(folder, 'build', 'program', 'main.js')
  await bundle(folder, 'src/main.ts', into)
  const program = await import(pathToFileURL(into).href)
  assert.equal(program.found, 'a promise')
  assert.equal(typeof (await program.later()).renderSVG, 'function')
  const text = await readFile(into, 'utf8')
  assert.deepEqual([/from "zod"/.test(text), /import\("uqr"\)/.test(text)], [false, true])
})

test('whoever reads the log of the one file reads which line of which source failed', async (t) => {
  const folder = await folderWith(t, { 'main.ts': main, 'desk/words.ts': words, 'desk/words.txt': '' })
  const into = join(folder, 'build', 'program', 'main.js')
  await bundle(folder, 'src/main.ts', into)
  const program = await import(pathToFileURL(into).href)
  const { stack } = faultFacts(await Promise.try(program.fail).catch((fault: unknown) => fault))
  assert.match(stack.split('\n')[0] ?? '', new RegExp(`^at fail \\(file://${folder}/src/desk/words.ts:5:9\\)$`))
})

test('the program is built again when a source has changed, and only then; tests are no part of it', async (t) => {
  const folder = await folderWith(t, { 'main.ts': main, 'desk/words.ts': words, 'desk/words.txt': '' })
  const built = () => buildProgram(folder)
  assert.deepEqual([await built(), await built()], [true, false])
  await writeFile(join(folder, 'src', 'desk', 'words.ts'), words.replace('as it must', 'as it may'))
  assert.deepEqual([await built(), await built()], [true, false])
  assert.match(await readFile(join(folder, 'build', 'program', 'main.js'), 'utf8'), /as it may/)
  await writeFile(join(folder, 'src', 'desk', 'words.test.ts'), '')
  assert.equal(await built(), false)
})

test('a source that would look for its files in the wrong folder is named while it is built', async (t) => {
  const astray = "export const here = import.meta.dirname\nexport const fail = here\nexport const words = ''"
  const folder = await folderWith(t, { 'main.ts': main, 'desk/words.ts': astray })
  await assert.rejects(buildProgram(folder), /words\.ts: say where it is by import\.meta\.url/)
})
