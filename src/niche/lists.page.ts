import { counted } from '#evidence-import/counted.ts'
import type { Fault } from '#evidence-import/fault.ts'
import { html, nothing, type Html, type Renderable } from '#platform/html.ts'

/** The most rows that one list of a page shows; the rest is counted. */
const mostShown = 300

type Listed = {
  readonly title: string
  /** Why they are listed, and what happens to them. */
  readonly told: Renderable
  readonly head: readonly string[]
  readonly rows: readonly (readonly Renderable[])[]
}

/** A titled table that scrolls by itself on a narrow screen; nothing where it has no rows. */
export function listed({ title, told, head, rows }: Listed): Html {
  if (rows.length === 0) return nothing
  const shown = rows.slice(0, mostShown).map(
    (
      cells,
    ) => html`<tr class="govuk-table__row">${cells.map((cell) => html`<td class="govuk-table__cell">${cell}</td>`)}</tr>
`,
  )
  const more = rows.length - shown.length
  return html`<h2 class="govuk-heading-m">${title}</h2>
<p class="govuk-body">${told}</p>
<section class="scrolls" tabindex="0" aria-label="${title}"><table class="govuk-table">
<thead><tr>${head.map((words) => html`<th class="govuk-table__header" scope="col">${words}</th>`)}</tr></thead>
<tbody>
${shown}</tbody></table></section>
${more > 0 && html`<p class="govuk-body">And ${counted(more, ['row', 'rows'])} more.</p>`}
`
}

/** Every fault of a file, by row and column. */
export const faultList = (title: string, told: string, faults: readonly Fault[]): Html =>
  listed({
    title,
    told,
    head: ['Row', 'Column', 'What is wrong'],
    rows: faults.map(({ line, column, words }) => [line, column ?? 'the whole row', words]),
  })
