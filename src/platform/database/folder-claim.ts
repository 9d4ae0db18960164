import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive } from './process.ts'

/**
 * Claims a data folder for this process, so that a second start on it is refused in words. A claim left by a process that
 * is gone (it was killed) is taken over.
 */
export async function claimFolder(folder: string): Promise<{ release: () => Promise<void> }> {
  const file = join(folder, 'in-use-by')
  for (let tries = 0; tries < 2; tries++) {
    try {
      const claim = await open(file, 'wx', 0o600)
      await claim.writeFile(`${process.pid}\n`)
      await claim.close()
      return { release: () => rm(file, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number((await readFile(file, 'utf8')).trim())
      if (isAlive(holder, 'node') && holder !== process.pid)
        throw new Error(
          `Frankpledge is already running on the folder ${folder} (process ${holder}). Stop it first, or set DATA_DIR to another folder.`,
        )
      await rm(file, { force: true })
    }
  }
  throw new Error(`The folder ${folder} was claimed by another start at the same moment. Try again.`)
}
