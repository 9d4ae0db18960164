import { html, type Html } from '#platform/html.ts'
import type { Say } from '#platform/language/say.ts'
import { figure } from '#standings/question.ts'
import { folded } from './folded.ts'

/** One bar: a figure of one period, or how many periods were kept of those that ended in a month. */
export type Bar = {
  readonly label: string
  readonly value: number | null
  readonly of: number | null
  readonly shown: string
  readonly word: Html | null
}
export type Chart = {
  readonly title: string
  readonly bars: readonly Bar[]
  readonly target: number | null
  readonly head: string
}

const [width, height, top, bottom, left] = [360, 180, 18, 26, 52]

/** A small drawing of bars with its table behind it. */
export const barChart = (chart: Chart, say: Say): Html => html`<figure class="year-chart">
<figcaption class="govuk-heading-s">${chart.title}</figcaption>
${drawing(chart, say)}
${folded(say.text`The same as a table`, tableOf(chart, say))}
</figure>`

function drawing({ title, bars, target }: Chart, say: Say): Html {
  const most = Math.max(1, target ?? 0, ...bars.map((bar) => Math.max(bar.value ?? 0, bar.of ?? 0)))
  const step = (width - left) / bars.length
  const y = (value: number) => top + (height - top - bottom) * (1 - value / most)
  return html`<svg class="year-chart__drawing" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}. ${bars.map((bar) => bar.shown).join('; ')}.">
${scale(most, y)}${bars.map((bar, n) => column(bar, left + n * step, step, y))}${target !== null && target > 0 && asked(target, y, say)}
${monthLabels(bars, step)}</svg>`
}

const scale = (most: number, y: (value: number) => number) =>
  html`<g class="year-chart__scale"><line x1="${left}" x2="${width}" y1="${y(0)}" y2="${y(0)}"></line><line x1="${left}" x2="${width}" y1="${y(most)}" y2="${y(most)}" stroke-dasharray="1 3"></line>
<text x="${left - 6}" y="${y(0) + 4}" text-anchor="end">0</text><text x="${left - 6}" y="${y(most) + 4}" text-anchor="end">${figure(most)}</text></g>
`

/** Filled as far as it was kept, and only outlined as far as it should have been. */
function column({ value, of, shown }: Bar, x: number, step: number, y: (value: number) => number): Html {
  const gap = Math.min(6, step / 4)
  const bar = (upTo: number, name: string) =>
    upTo > 0 &&
    html`<rect class="${name}" x="${round(x + gap / 2)}" y="${round(y(upTo))}" width="${round(step - gap)}" height="${round(y(0) - y(upTo))}"></rect>`
  return html`<g><title>${shown}</title>${of !== null && bar(of, 'year-chart__due')}${bar(value ?? 0, 'year-chart__kept')}${
    value === 0 &&
    html`<text class="year-chart__none" x="${round(x + step / 2)}" y="${round(y(0) - 5)}" text-anchor="middle">0</text>`
  }</g>
`
}

const asked = (target: number, y: (value: number) => number, say: Say) =>
  html`<g class="year-chart__asked"><line x1="${left}" x2="${width}" y1="${round(y(target))}" y2="${round(y(target))}" stroke-dasharray="5 3"></line><text x="${width}" y="${round(y(target)) - 4}" text-anchor="end">${say`asked: ${figure(target)}`}</text></g>
`

/** At most a dozen labels, each where its month begins, so that none runs into the next. */
function monthLabels(bars: readonly Bar[], step: number): Html {
  const firsts = bars.flatMap(({ label }, n) => (n === 0 || bars[n - 1]?.label !== label ? [{ label, n }] : []))
  const every = Math.ceil(firsts.length / 6)
  return html`<g class="year-chart__months">${firsts
    .filter((_, n) => n % every === 0)
    .map(
      ({ label, n }) =>
        html`<text x="${round(left + n * step + Math.min(step / 2, 13))}" y="${height - 7}" text-anchor="middle">${label}</text>`,
    )}</g>`
}

function tableOf({ title, bars, head }: Chart, say: Say): Html {
  return html`<table class="measures"><caption class="govuk-visually-hidden">${title}</caption>
<thead><tr><th scope="col">${say`When`}</th><th scope="col">${head}</th></tr></thead>
<tbody>${bars.map(({ shown, word }) => {
    const [when, said] = shown.split(': ')
    return html`<tr><th scope="row">${when}</th><td>${said} ${word}</td></tr>
`
  })}</tbody></table>`
}

const round = (n: number) => Math.round(n * 10) / 10
