import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { Page } from 'playwright-core'

const checker = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] }),
)

// The Design System puts these on purpose: JAWS reads a date's hint only to a group, and the space bar presses only a button.
const ofTheDesignSystem = [
  /^no-redundant-role: .*"group" on <fieldset>/,
  /^prefer-native-element: .*<button>.* > a(:|\))/,
]

/** Where the markup of a document breaks the standard of HTML, each fault with its place. */
export async function htmlFaults(markup: string): Promise<string[]> {
  const { results } = await checker.validateString(markup)
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, selector, line }) => `${ruleId}: ${message} (${selector ?? `line ${line}`})`)
    .filter((fault) => !ofTheDesignSystem.some((known) => known.test(fault)))
}

/** The markup as it came, before any script could mend it, of whichever document is open when it is asked for. */
export function markupOf(page: Page): () => Promise<string> {
  let markup = Promise.resolve('')
  page.on('response', (response) => {
    const request = response.request()
    const isTurnedAway = response.status() >= 300 && response.status() < 400
    if (isTurnedAway || !request.isNavigationRequest() || request.frame() !== page.mainFrame()) return
    markup = response.text()
    markup.catch(() => undefined)
  })
  return () => markup
}
