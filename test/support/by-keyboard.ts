import type { Locator, Page } from 'playwright-core'

/** More stops than any page has. */
const mostStops = 250

/** A page that is used without a mouse: Tab to what is meant, then type, or Enter. Throws where Tab never comes to it. */
export function byKeyboard(page: Page) {
  const reach = async (meant: Locator) => {
    for (let stops = 0; stops < mostStops; stops++) {
      await page.keyboard.press('Tab')
      if (await meant.evaluate((element) => element.matches(':focus'))) return
    }
    throw new Error(`Tab never comes to ${meant}`)
  }
  return {
    async type(field: Locator, words: string): Promise<void> {
      await reach(field)
      await page.keyboard.type(words)
    },
    /** Presses a button or follows a link, and waits for where it leads. */
    async enter(button: Locator): Promise<void> {
      await reach(button)
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    },
  }
}
