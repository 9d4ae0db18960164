import nunjucks from 'nunjucks'
import { fileURLToPath } from 'node:url'
import { html, Html, nothing } from '#platform/html.ts'
import { english, inEachLanguage, type Say } from '#platform/language/say.ts'

/** Words for a component: plain text is escaped, `Html` is shown as it is. */
export type Content = string | Html

type Words = { readonly text: string } | { readonly html: string }
type Size = 's' | 'm' | 'l' | 'xl'

/** What each question has: its name in the form, the words above it, and the mistake found in it, if any. */
export type Question = {
  readonly name: string
  /** Where several questions of a page share a name. */
  readonly id?: string | undefined
  readonly hint?: Content | undefined
  readonly error?: string | undefined
  /** How the page speaks; in English unless it says so. */
  readonly say?: Say | undefined
  readonly size?: Size | undefined
  /** The words above the question are the page's one h1. */
  readonly heading?: boolean | undefined
}
type Labelled = Question & { readonly label: Content }
type Grouped = Question & { readonly legend: Content }

export type Choice = {
  readonly value: string
  readonly words: Content
  readonly hint?: Content | undefined
  /** Shown only while this choice is taken; without JavaScript, always. */
  readonly reveals?: Html | undefined
}

export type LinkTo = { readonly words: Content; readonly href: string; readonly about?: string | undefined }

type Input = Labelled & {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'url' | 'color' | undefined
  readonly numeric?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly width?: '2' | '3' | '4' | '5' | '10' | '20' | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

export const input = (asked: Input): Html =>
  component('input', {
    ...labelled(asked),
    value: asked.value,
    type: asked.type,
    inputmode: asked.numeric === true ? 'numeric' : undefined,
    autocomplete: asked.autocomplete,
    spellcheck: asked.numeric === true || asked.type === 'email' ? false : undefined,
    classes: asked.width && `govuk-input--width-${asked.width}`,
    prefix: asked.prefix && { text: asked.prefix },
    suffix: asked.suffix && { text: asked.suffix },
  })

type Password = Labelled & { readonly autocomplete: 'current-password' | 'new-password' }

export const passwordInput = (asked: Password): Html =>
  component('password-input', {
    ...labelled(asked),
    autocomplete: asked.autocomplete,
    ...passwordWords[(asked.say ?? english).language],
  })

/** What the script of the component says, and nothing where it says it in English. */
const passwordWords = inEachLanguage((say) =>
  say.language === 'en'
    ? {}
    : {
        showPasswordText: say.text`Show`,
        hidePasswordText: say.text`Hide`,
        showPasswordAriaLabelText: say.text`Show password`,
        hidePasswordAriaLabelText: say.text`Hide password`,
        passwordShownAnnouncementText: say.text`Your password is visible`,
        passwordHiddenAnnouncementText: say.text`Your password is hidden`,
      },
)

type Textarea = Labelled & {
  readonly value?: string | undefined
  readonly rows?: number
  /** How many characters it may have, which are counted while somebody types. */
  readonly most?: number
  /** To be read and copied; nothing of it is sent. */
  readonly readOnly?: boolean
}

export const textarea = (asked: Textarea): Html =>
  component(asked.most === undefined ? 'textarea' : 'character-count', {
    ...labelled(asked),
    value: asked.value,
    rows: asked.rows && String(asked.rows),
    maxlength: asked.most && String(asked.most),
    attributes: asked.readOnly === true ? { readonly: { value: true, optional: true } } : undefined,
  })

type Select = Labelled & {
  readonly choices: readonly { value: string; words: string }[]
  readonly value?: string | undefined
}

export const select = (asked: Select): Html =>
  component('select', {
    ...labelled(asked),
    items: asked.choices.map((choice) => ({ value: choice.value, text: choice.words })),
    value: asked.value,
  })

export const fileUpload = (asked: Labelled & { readonly multiple?: boolean }): Html =>
  component('file-upload', { ...labelled(asked), multiple: asked.multiple })

type Radios = Grouped & {
  readonly choices: readonly Choice[]
  readonly value?: string | undefined
  readonly inline?: boolean
  readonly small?: boolean
}

export const radios = (asked: Radios): Html =>
  component('radios', {
    ...grouped(asked),
    items: asked.choices.map(choiceItem),
    value: asked.value,
    classes: [asked.inline && 'govuk-radios--inline', asked.small && 'govuk-radios--small'].filter(Boolean).join(' '),
  })

type Checkboxes = Grouped & {
  readonly choices: readonly Choice[]
  readonly values?: readonly string[]
  readonly small?: boolean
}

export const checkboxes = (asked: Checkboxes): Html =>
  component('checkboxes', {
    ...grouped(asked),
    items: asked.choices.map(choiceItem),
    values: asked.values,
    classes: asked.small && 'govuk-checkboxes--small',
  })

type DateInput = Grouped & {
  readonly value?: { readonly day: string; readonly month: string; readonly year: string } | undefined
  readonly partNames?: { readonly day: string; readonly month: string; readonly year: string }
}

/** Three boxes named `when-day`, `when-month`, `when-year`; the first has the id `when`, where the error summary leads. */
export const dateInput = (asked: DateInput): Html =>
  component('date-input', {
    ...grouped(asked),
    id: `${asked.name}-parts`,
    namePrefix: asked.name,
    items: (['day', 'month', 'year'] as const).map((part) => ({
      id: part === 'day' ? asked.name : `${asked.name}-${part}`,
      name: part,
      label: asked.partNames?.[part],
      value: asked.value?.[part],
      error: asked.error !== undefined,
    })),
  })

type Button = {
  readonly name?: string
  readonly value?: string
  readonly kind?: 'secondary' | 'warning' | undefined
  readonly start?: boolean
}

/** A button that sends its form; pressing it twice sends once. */
export const button = (words: Content, options: Button = {}): Html =>
  component('button', {
    ...wordsOf(words),
    name: options.name,
    value: options.value,
    classes: options.kind && `govuk-button--${options.kind}`,
    isStartButton: options.start,
    preventDoubleClick: true,
  })

/** A link that looks like a button, for going somewhere, never for changing something. */
export const buttonLink = (words: Content, href: string, options: Pick<Button, 'kind' | 'start'> = {}): Html =>
  component('button', {
    ...wordsOf(words),
    href,
    classes: options.kind && `govuk-button--${options.kind}`,
    isStartButton: options.start,
  })

/** All mistakes of a form, each a link to its field; nothing where there are none. */
export function errorSummary(errors: Readonly<Record<string, string>>, say: Say = english): Html {
  const list = Object.entries(errors).map(([field, words]) => ({ text: words, href: `#${field}` }))
  return list.length === 0
    ? nothing
    : component('error-summary', { titleText: say.text`There is a problem`, errorList: list })
}

export const notificationBanner = (
  words: Content,
  options: { title?: string | undefined; success?: boolean } = {},
): Html =>
  component('notification-banner', {
    ...wordsOf(words),
    titleText: options.title,
    type: options.success === true ? 'success' : undefined,
  })

export const breadcrumbs = (links: readonly { words: string; href?: string }[], say: Say = english): Html =>
  component('breadcrumbs', {
    items: links.map(({ words, href }) => ({ text: words, href })),
    collapseOnMobile: true,
    labelText: say.text`Breadcrumb`,
  })

/** A landmark of its own, since it stands before the main part and everything on a page belongs to one. */
export const backLink = (href: string, words: Content = 'Back', say: Say = english): Html =>
  html`<nav aria-label="${say.text`Back`}">${component('back-link', { ...wordsOf(words), href })}</nav>`

type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow'

export const tag = (words: Content, colour?: TagColour): Html =>
  component('tag', { ...wordsOf(words), classes: colour && `govuk-tag--${colour}` })

export type Cell = Content | { readonly words: Content; readonly numeric?: boolean; readonly span?: number }

type Table = {
  readonly caption: string
  readonly captionSize?: Size
  readonly head: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
  readonly rowHeaders?: boolean
}

export const table = (shown: Table): Html =>
  component('table', {
    caption: shown.caption,
    captionClasses: `govuk-table__caption--${shown.captionSize ?? 'm'}`,
    firstCellIsHeader: shown.rowHeaders ?? true,
    head: shown.head.map(cellOf),
    rows: shown.rows.map((row) => row.map(cellOf)),
  })

export type Fact = { readonly key: Content; readonly value: Content; readonly actions?: readonly LinkTo[] }

/** `about` finishes each action's words for those who hear it alone: "Change" + "name". */
export const summaryList = (facts: readonly Fact[]): Html =>
  component('summary-list', {
    rows: facts.map(({ key, value, actions = [] }) => ({
      key: wordsOf(key),
      value: wordsOf(value),
      actions: { items: actions.map((to) => ({ ...wordsOf(to.words), href: to.href, visuallyHiddenText: to.about })) },
    })),
  })

export const details = (summary: Content, body: Content, options: { id?: string; open?: boolean } = {}): Html =>
  component('details', { ...named('summary', summary), ...wordsOf(body), ...options })

export const insetText = (words: Content): Html => component('inset-text', wordsOf(words))

export const warningText = (words: Content, said = 'Warning'): Html =>
  component('warning-text', { ...wordsOf(words), iconFallbackText: said })

export const phaseBanner = (phase: string, words: Content): Html =>
  component('phase-banner', { ...wordsOf(words), tag: { text: phase } })

type Pagination = {
  readonly label: string
  readonly current: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** Leads to the first, last and neighbouring pages; nothing where all is on one page. */
export function pagination({ label, current, pages, hrefOf }: Pagination, say: Say = english): Html {
  if (pages <= 1) return nothing
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === pages || Math.abs(page - current) <= 1,
  )
  const items = near.flatMap((page, index) => [
    ...(page - (near[index - 1] ?? page) > 1 ? [{ ellipsis: true }] : []),
    {
      number: String(page),
      href: hrefOf(page),
      current: page === current,
      visuallyHiddenText: say.text`Page ${page}`,
    },
  ])
  const previous = current > 1 ? { href: hrefOf(current - 1), html: say`Previous${hiddenPage(say)}`.text } : undefined
  const next = current < pages ? { href: hrefOf(current + 1), html: say`Next${hiddenPage(say)}`.text } : undefined
  return component('pagination', { landmarkLabel: label, items, previous, next })
}

const hiddenPage = (say: Say): Html => html`<span class="govuk-visually-hidden"> ${say`page`}</span>`

export const skipLink = (words: string, href = '#main-content'): Html => component('skip-link', { text: words, href })

type Navigation = {
  readonly links: readonly { words: string; href: string; current?: boolean | undefined }[]
  readonly label: string
  readonly menu: string
  readonly after?: Html | undefined
}

export const serviceNavigation = (shown: Navigation): Html =>
  component('service-navigation', {
    navigation: shown.links.map(({ words, href, current }) => ({ text: words, href, active: current })),
    navigationLabel: shown.label,
    menuButtonText: shown.menu,
    slots: shown.after && { end: { html: shown.after.text, align: 'inline' } },
  })

const labelled = (asked: Labelled) => ({
  ...questionOf(asked),
  id: asked.id ?? asked.name,
  label: { ...wordsOf(asked.label), classes: asked.size && `govuk-label--${asked.size}`, isPageHeading: asked.heading },
})

const grouped = (asked: Grouped) => ({
  ...questionOf(asked),
  idPrefix: asked.id ?? asked.name,
  fieldset: {
    legend: {
      ...wordsOf(asked.legend),
      classes: asked.size && `govuk-fieldset__legend--${asked.size}`,
      isPageHeading: asked.heading,
    },
  },
})

const questionOf = ({ name, hint, error, say = english }: Question) => ({
  name,
  hint: hint && wordsOf(hint),
  errorMessage: error && { text: error, visuallyHiddenText: say.text`Error` },
})

const choiceItem = (choice: Choice) => ({
  value: choice.value,
  ...wordsOf(choice.words),
  hint: choice.hint && wordsOf(choice.hint),
  conditional: choice.reveals && { html: choice.reveals.text },
})

const cellOf = (cell: Cell) =>
  typeof cell === 'string' || cell instanceof Html
    ? wordsOf(cell)
    : { ...wordsOf(cell.words), format: cell.numeric === true ? 'numeric' : undefined, colspan: cell.span }

const wordsOf = (content: Content): Words => (content instanceof Html ? { html: content.text } : { text: content })

const named = (name: string, content: Content) =>
  content instanceof Html ? { [`${name}Html`]: content.text } : { [`${name}Text`]: content }

const folder = fileURLToPath(new URL('../', import.meta.resolve('govuk-frontend')))
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
})
const templates = new Map<string, nunjucks.Template>()
const rendered = new Map<string, Html>()
const renderedAtMost = 4_000
const rememberedLength = 2_000

/** Components repeat (a tag, a table's link), so the markup of small ones is remembered by what they were given. */
function component(name: string, params: object): Html {
  const key = name + JSON.stringify(params)
  const known = rendered.get(key)
  if (known) return known
  const markup = new Html(templateOf(name).render({ params }).trim())
  if (key.length > rememberedLength) return markup
  if (rendered.size >= renderedAtMost) rendered.clear()
  rendered.set(key, markup)
  return markup
}

function templateOf(name: string): nunjucks.Template {
  const known = templates.get(name)
  if (known) return known
  const macro = 'govuk' + name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase())
  const call = `{% from "govuk/components/${name}/macro.njk" import ${macro} %}{{ ${macro}(params) }}`
  const template = new nunjucks.Template(call, environment, name, true)
  templates.set(name, template)
  return template
}
