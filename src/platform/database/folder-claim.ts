import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive } from './process.ts'

/**
 * Claims a data folder for this process, so that a second start on it is refused in words. A claim left by a process that
 * is gone (it was killed) is taken over.
 */
export async function claimFolder(folder: string): Promise<{ release: () => Promise<void> }> {
  const claim = join(folder, 'in-use-by')
  for (let tries = 0; tries < 2; tries++) {
    if (await claimed(claim)) return { release: () => rm(claim, { force: true }) }
    const holder = Number(await readFile(claim, 'utf8').catch(() => ''))
    if (isAlive(holder, 'node') && holder !== process.pid)
      throw new Error(
        `Frankpledge is already running on the folder ${folder} (process ${holder}). Stop it first, or set DATA_DIR to another folder.`,
      )
    await rm(claim, { force: true })
  }
  throw new Error(`The folder ${folder} was claimed by another start at the same moment. Try again.`)
}

/** Written aside and then linked, so that nobody ever reads a claim without its holder. */
async function claimed(claim: string): Promise<boolean> {
  const aside = `${claim}.${process.pid}`
  await writeFile(aside, `${process.pid}\n`, { mode: 0o600 })
  try {
    await link(aside, claim)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(aside, { force: true })
  }
}
