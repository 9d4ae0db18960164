import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { heading, line, middle, ms, times } from './measure.ts'

const root = join(import.meta.dirname, '..')

/** How long starting takes, and what the program weighs beside a bare Fastify. */
export async function benchStarts(): Promise<void> {
  heading('Starting')
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-bench-'))
  chmodSync(folder, 0o755)
  line('first start, everything installed (database made, demonstration loaded)', ms(await startToReady(folder)))
  line('second start', ms(await startToReady(folder)), 'aim < 5 s')
  rmSync(folder, { recursive: true, force: true })
  await benchWeight()
}

/** Milliseconds from `npm start` to ready on a data folder. */
async function startToReady(dataDir: string, cwd = root, environment = {}): Promise<number> {
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', ...environment },
    detached: true,
  })
  await saying(child, /Frankpledge is ready/)
  const taken = performance.now() - began
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-(child.pid as number), 'SIGTERM')
  await ended
  return taken
}

function saying(child: ChildProcess, words: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (text: Buffer) => {
      said += String(text)
      if (words.test(said)) resolve(said)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`it ended before it was ready:\n${said}`)))
  })
}

async function benchWeight(): Promise<void> {
  heading('The program without its database, beside a bare Fastify')
  const [bare, program] = [await weigh('bench/weigh-bare.ts'), await weigh('bench/weigh-program.ts')]
  line('cold start of a bare Fastify', ms(bare.start))
  line('cold start of the program', ms(program.start), `${times(program.start / bare.start)} (aim ≤ 2.5 ×)`)
  line('idle memory of a bare Fastify', `${bare.megabytes.toFixed(0)} MB`)
  line(
    'idle memory of the program',
    `${program.megabytes.toFixed(0)} MB`,
    `${times(program.megabytes / bare.megabytes)} (aim ≤ 2.5 ×)`,
  )
}

/** The middle of five cold starts, and the memory of the last once it has idled. */
async function weigh(file: string): Promise<{ start: number; megabytes: number }> {
  let megabytes = 0
  const start = await middle(5, async () => {
    const child = spawn(process.execPath, [join(root, file)], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    await saying(child, /listening/)
    megabytes = residentMegabytes(child.pid as number)
    child.kill('SIGKILL')
  })
  return { start, megabytes }
}

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** What a production install takes on disk, and the first start of a fresh clone with an empty npm cache. */
export async function benchInstall(): Promise<void> {
  heading('Installing')
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-install-'))
  chmodSync(folder, 0o755)
  const cache = { npm_config_cache: join(folder, 'cache') }
  const clone = join(folder, 'clone')
  spawnSync('git', ['clone', '-q', root, clone])
  line(
    'first npm start of a fresh clone, empty npm cache, to ready',
    ms(await startToReady(join(folder, 'data'), clone, cache)),
  )
  const production = join(folder, 'production')
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(root, file), join(production, file))
  const install = (...args: string[]) => {
    rmSync(join(production, 'node_modules'), { recursive: true, force: true })
    spawnSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', ...args], {
      cwd: production,
      env: { ...process.env, ...cache },
    })
    return `${Math.round(Number(spawnSync('du', ['-sm', join(production, 'node_modules')], { encoding: 'utf8' }).stdout.split('\t')[0]))} MB`
  }
  line('production install with Node 26 and PostgreSQL brought along', install())
  line('production install on a machine with its own Node 26 and PostgreSQL', install('--omit=optional'))
  rmSync(folder, { recursive: true, force: true })
}
