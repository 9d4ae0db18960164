import { capitalised } from '#platform/capitalised.ts'
import { errorsSaid, typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { backLink, button, errorSummary, insetText, notificationBanner, radios, textarea } from '#platform/govuk.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { sayIn, type Say } from '#platform/language/say.ts'
import { page } from '#platform/page.ts'
import type { CommunityPack } from '../pack/community-pack.ts'
import { offered } from '../verdict/outcome.ts'
import { reachTold, standardTold, takenFrom } from '../pack/pack.part.ts'
import { momentTold, notForReports, whenToVote, type PanelShown } from '../members/panel.page.ts'
import { cannotSay, votingOn, type Panel } from '../sittings/sitting.ts'
import type { Dissent } from '../own-words/dissents.sql.ts'
import { choiceField, commentField } from './vote.form.ts'

type VoteShown = PanelShown & {
  readonly pack: CommunityPack
  /** When what is chosen was kept; null before. */
  readonly keptAt: Date | null
  readonly id: string
  readonly values: FormValues
  readonly errors: FieldErrors
  readonly refused: string | null
  readonly dissent: Dissent | null
}

/** One contract before a member: what was promised under each standard and how it stands, and what they say of it. */
export function votePage(shown: VoteShown): Html {
  const { site, path, pack, sitting, today, refused } = shown
  const say = sayIn(site.language)
  const errors = errorsSaid(shown.errors, say)
  const title = say.text`${pack.teamName}: the contract of ${pack.year}`
  const isOpen = votingOn(sitting, today) === 'open'
  const questions = asked({ ...shown, errors }, { isOpen, say })
  const body = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorSummary(errors, say)}${refused !== null && notificationBanner(say.told(refused), { title: say.text`This was not kept` })}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${capitalised(say.word(sitting.panel))}</span> ${title}</h1>
<p class="govuk-body">${whenToVote(shown, say)}</p>
<p class="govuk-body">${takenFrom(pack, say)}</p>
<p class="govuk-body no-print"><a class="govuk-link" href="${path}/large-print?contract=${pack.slug}">${say`In large print`}</a></p>
<p class="govuk-body no-print">${say`To keep: ${taken(shown, 'pdf', say`PDF`)}, ${taken(shown, 'docx', say`Word`)}, ${taken(shown, 'pdf?size=large', say`PDF in large print`)} or ${taken(shown, 'docx?size=large', say`Word in large print`)}.`}</p>
<h2 class="govuk-heading-m">${say`Communities that are harder to reach`}</h2>
${reachTold(pack.reach, say)}
${isOpen && notForReports(say)}
${isOpen ? voteForm(shown, questions, say) : questions}
${dissentWay(shown, isOpen, say)}
</div></div>`
  const before = backLink(path, say`Your place on the ${say.word(sitting.panel)}`, say)
  return page({ title, body, site, before, mistaken: Object.keys(errors).length > 0 })
}

const taken = ({ path, pack }: VoteShown, file: string, words: Html): Html =>
  html`<a class="govuk-link" href="${path}/contracts/${pack.slug}/pack.${file}">${words}</a>`

/** Each standard with its question, then the whole contract. */
const asked = (shown: VoteShown, how: How): Html => {
  const { pack } = shown
  const { isOpen, say } = how
  return html`${pack.standards.map((standard, n) => html`<h2 class="govuk-heading-m" id="${placeOfStandard(standard.standardId)}">${say.own(standard.title)}</h2>\n${standardTold({ pack: standard, lastYear: pack.lastYear, say })}\n${standardQuestion(shown, standard.standardId, how)}${isOpen && goOn(pack.standards[n + 1]?.standardId, say)}`)}
<h2 class="govuk-heading-m">${say`The whole contract`}</h2>
${wholeQuestion(shown, how)}`
}

const voteForm = (shown: VoteShown, inside: Html, say: Say): Html => {
  const { path, pack, id, keptAt } = shown
  return html`<form class="community-vote" method="post" action="${path}/contracts/${pack.slug}" novalidate>
<input type="hidden" name="id" value="${id}">
${inside}
<p class="govuk-body">${say`Leave open whatever you like. You can come back and change it.`}</p>
${keptAt !== null && html`<p class="govuk-body">${say`This replaces what was chosen ${momentTold(keptAt, shown, say)}.`}</p>\n`}${button(say`Save what I chose`)}
</form>`
}

/** Where a standard stands on the page, to come back to. */
export const placeOfStandard = (standardId: string): string => `standard-${standardId}`

/** Saves what was chosen so far, and comes back to the next standard. */
const goOn = (next: string | undefined, say: Say): Html | false =>
  next !== undefined && button(say`Save and go on`, { kind: 'secondary', name: 'next', value: next })

type How = { readonly isOpen: boolean; readonly say: Say }

/** What a convener put in words of their own is marked as English. */
function words(choice: string, say: Say): string | Html {
  const told = say.word(choice)
  return told === choice ? say.own(capitalised(choice)) : capitalised(told)
}

function standardQuestion({ sitting, values, errors }: VoteShown, standardId: string, { isOpen, say }: How): Html {
  const [choice, comment] = [choiceField(standardId), commentField(standardId)]
  if (!isOpen) return chosenTold(typed(values, choice), typed(values, comment), say)
  return joined([
    radios({
      name: choice,
      legend: say`Did the team keep its word?`,
      choices: offered(sitting.choices).map((value) => ({ value, words: words(value, say) })),
      value: typed(values, choice),
      error: errors[choice],
      say,
      size: 's',
      small: true,
    }),
    textarea({
      name: comment,
      label: say`Why? (optional)`,
      hint: say`Up to 1,000 characters. Please name nobody.`,
      value: typed(values, comment),
      error: errors[comment],
      say,
      rows: 2,
    }),
  ])
}

/** What members are asked of a whole contract. */
export const wholeAsked = (panel: Panel, say: Say): Html =>
  panel === 'community panel'
    ? say`How well does the team keep its contract, all in all?`
    : say`Are communities here well connected with their police?`

function wholeQuestion({ sitting, values, errors }: VoteShown, { isOpen, say }: How): Html {
  if (!isOpen) return chosenTold(typed(values, 'grade'), typed(values, 'comment'), say)
  return joined([
    radios({
      name: 'grade',
      legend: wholeAsked(sitting.panel, say),
      choices: offered(sitting.grades).map((value) => ({ value, words: words(value, say) })),
      value: typed(values, 'grade'),
      error: errors['grade'],
      say,
      size: 's',
      small: true,
    }),
    textarea({
      name: 'comment',
      label: say`What else do you want to say? (optional)`,
      hint: say`Up to 1,000 characters. Please name nobody.`,
      value: typed(values, 'comment'),
      error: errors['comment'],
      say,
      rows: 4,
    }),
  ])
}

/** What a member chose, once nothing can be chosen any more. */
const chosenTold = (choice: string, comment: string, say: Say): Html =>
  insetText(
    html`${choice === '' ? say`You chose nothing here.` : say`You chose: ${choice === cannotSay ? say.word(cannotSay) : say.told(choice)}`}${comment !== '' && html`<br>${say.own(comment)}`}`,
  )

function dissentWay({ path, pack, dissent }: VoteShown, isOpen: boolean, say: Say): Html | false {
  const way = html`<a class="govuk-link" href="${path}/contracts/${pack.slug}/words">${say`Have your own words read beside the outcome`}</a>`
  if (dissent === null) return isOpen && html`<p class="govuk-body">${way}</p>`
  return html`<h2 class="govuk-heading-m">${say`Your words, to be read beside the outcome`}</h2>
<p class="govuk-body">${say.own(dissent.words)}</p>
<p class="govuk-body">${becameOf(dissent, say)}</p>
${isOpen && dissent.decision === null && html`<p class="govuk-body">${way}</p>`}`
}

/** What was decided of a member’s own words. */
function becameOf({ decision, reason }: Dissent, say: Say): Html {
  if (decision === null) return say`Whoever convened the sitting has yet to look whether they name anybody.`
  return decision === 'published'
    ? say`They are published with the outcome, without your name.`
    : say`They are not published: ${say.own(reason)}`
}
