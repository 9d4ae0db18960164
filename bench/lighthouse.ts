import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumPath } from '../test/support/chromium.ts'
import { heading, line } from './measure.ts'

const version = '13.5.0'
const folder = join(import.meta.dirname, '..', 'build', 'lighthouse')
const program = join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js')

const aims = { performance: 95, accessibility: 100, 'best-practices': 100 } as const

/** What Lighthouse gives the pages that the public opens first, as on a phone with a slow line. */
export async function benchLighthouse(address: string): Promise<void> {
  heading(`Lighthouse ${version}`)
  install()
  const list = await (await fetch(`${address}/dorset/west-dorset/events`)).text()
  const event = /href="(\/dorset\/west-dorset\/events\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? '/no-event'
  const pages = {
    home: '/',
    neighbourhood: '/dorset/west-dorset',
    contract: new URL((await fetch(`${address}/dorset/west-dorset/contract`)).url).pathname,
    event,
  }
  for (const [name, path] of Object.entries(pages)) {
    const scores = scoresOf(address + path, name, await chromiumPath())
    line(name, scores.join(' / '), `aim ≥ ${Object.values(aims).join(' / ')}`)
  }
}

/** It is large and of no use to the program, so it is fetched only by those who measure. */
function install(): void {
  if (existsSync(program)) return
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', `lighthouse@${version}`]
  const { status } = spawnSync('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status !== 0) throw new Error('npm could not install lighthouse: its words are above')
}

function scoresOf(address: string, name: string, chromium: string): number[] {
  const report = join(folder, `${name}.json`)
  const flags = '--headless=new --no-sandbox --disable-gpu --disable-background-networking'
  const categories = Object.keys(aims).join(',')
  const asked = [
    `--only-categories=${categories}`,
    `--chrome-flags=${flags}`,
    '--output=json',
    `--output-path=${report}`,
  ]
  const { status, stderr } = spawnSync(process.execPath, [program, address, ...asked, '--quiet'], {
    env: { ...process.env, CHROME_PATH: chromium },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`lighthouse could not look at ${address}: ${stderr}`)
  const found = JSON.parse(readFileSync(report, 'utf8')) as { categories: Record<string, { score: number }> }
  return Object.keys(aims).map((category) => Math.round((found.categories[category]?.score ?? 0) * 100))
}
