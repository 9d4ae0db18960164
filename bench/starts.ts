import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { bundle } from '../bin/build-program.ts'
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
  await stopped(-(child.pid as number))
  return taken
}

/** npm ends before the program that it started, so all of its group are waited for. */
async function stopped(group: number): Promise<void> {
  process.kill(group, 'SIGTERM')
  try {
    for (;;) {
      await setTimeout(20)
      process.kill(group, 0)
    }
  } catch {
    // Nobody of the group is left.
  }
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
  const built = join('build', 'bench', 'weigh-program.js')
  await bundle(root, 'bench/weigh-program.ts', join(root, built))
  const bare = await weigh('bench/weigh-bare.ts')
  for (const [name, file] of [
    ['the program', built],
    ['the program from its sources', 'bench/weigh-program.ts'],
  ] as const) {
    const { start, megabytes } = await weigh(file)
    line(`cold start of ${name}`, ms(start), `${times(start / bare.start)} (aim ≤ 2.5 ×)`)
    line(`idle memory of ${name}`, mb(megabytes), `${times(megabytes / bare.megabytes)} (aim ≤ 2.5 ×)`)
  }
  line('cold start of a bare Fastify', ms(bare.start))
  line('idle memory of a bare Fastify', mb(bare.megabytes))
}

const mb = (megabytes: number): string => `${megabytes.toFixed(0)} MB`

/** The middle of five cold starts, and the memory of the last once it has idled. */
async function weigh(file: string): Promise<{ start: number; megabytes: number }> {
  let weighed = Promise.resolve(0)
  const start = await middle(
    5,
    async () => {
      const child = spawn(process.execPath, [join(root, file)], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
      weighed = megabytesOf(child)
      await saying(child, /listening/)
    },
    () => weighed,
  )
  return { start, megabytes: await weighed }
}

/** What a process says at its end that it held. */
function megabytesOf(child: ChildProcess): Promise<number> {
  let said = ''
  child.stdout?.on('data', (text) => (said += String(text)))
  return new Promise((resolve) =>
    child.once('exit', () => resolve(Number(/(\d+) bytes/.exec(said)?.[1]) / 1024 / 1024)),
  )
}

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
