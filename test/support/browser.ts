import { after } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'

let running: Promise<Browser> | undefined

/** A real browser; one for each test file. */
export function browser(): Promise<Browser> {
  running ??= launchChromium()
  return running
}

after(async () => (await running)?.close())

/** A page of a window of its own, so that nobody's cookies are another's. */
export async function openPage(size: { width: number; height: number } = { width: 1280, height: 900 }): Promise<Page> {
  const context = await (await browser()).newContext({ viewport: size })
  return context.newPage()
}
