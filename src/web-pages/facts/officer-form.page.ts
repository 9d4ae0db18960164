import type { Neighbourhood, Team } from '#areas/area.ts'
import type { Person } from '#people/person.ts'
import { typed, typedDay, typedList } from '#platform/form.ts'
import {
  button,
  checkboxes,
  dateInput,
  fileUpload,
  input,
  insetText,
  radios,
  select,
  textarea,
} from '#platform/govuk.ts'
import { html, joined, nothing, type Html } from '#platform/html.ts'
import type { SiteChrome } from '#platform/page.ts'
import { contactInputs, factsForm, factsPage, fieldOf, placeInput, removeForm, type Asked } from './facts-frame.page.ts'
import { whyNotShown, type OfficerKept } from './officer.ts'
import { pageDeskAddress } from './page-desk.ts'
import type { Day } from '#platform/day.ts'

type Shown = Asked & {
  readonly site: SiteChrome
  readonly team: Team
  readonly today: Day
  readonly neighbourhoods: readonly Neighbourhood[]
  /** Who may be linked. */
  readonly people: readonly Person[]
  /** Null where they are new. */
  readonly officer: OfficerKept | null
  /** The reader may say that a sergeant agreed; the officer themselves always may for themselves. */
  readonly allows: { readonly agree: boolean; readonly isOwn: boolean; readonly change: boolean }
  /** What somebody else wrote while the form was open. */
  readonly meanwhile: Html | false
}

/** One officer of the public page: what it says of them, their photo, and who agreed that they are shown. */
export function officerFormPage(shown: Shown): Html {
  const { site, team, officer, errors, allows } = shown
  const back = { href: pageDeskAddress(team.id), words: 'The public page' }
  const title = officer === null ? 'Show an officer' : officer.name
  return factsPage(
    { site, title, caption: team.name, back, errors },
    joined([
      shown.meanwhile || nothing,
      officer && agreement(shown, officer),
      allows.change && details(shown),
      officer && allows.change && photo(shown, officer),
    ]),
  )
}

function agreement({ team, today, allows }: Shown, officer: OfficerKept): Html {
  const why = whyNotShown(officer, today)
  const action = `${pageDeskAddress(team.id)}/officers/${officer.id}/agreed`
  const said = why === null ? `Shown to the public, as agreed ${officer.agreed}.` : `Not shown to the public: ${why}.`
  const ask = radios({
    name: 'agreed',
    legend: 'May the public see this officer?',
    size: 's',
    small: true,
    value: officer.agreed ?? 'no',
    choices: [
      ...(allows.isOwn ? [{ value: 'by themselves', words: 'Yes, I am this officer and agree' }] : []),
      ...(allows.agree
        ? [{ value: 'by their sergeant', words: 'Yes, I am their sergeant or inspector and they know' }]
        : []),
      { value: 'no', words: 'No, do not show them' },
    ],
  })
  const form = html`<form class="desk-form" method="post" action="${action}" novalidate>${ask}${button('Save who agreed', { kind: 'secondary' })}</form>`
  return html`${insetText(said)}
${allows.agree || allows.isOwn ? form : nothing}`
}

function details(shown: Shown): Html {
  const { team, officer, values } = shown
  const action = `${pageDeskAddress(team.id)}/officers/${officer?.id ?? 'new'}`
  const remove =
    officer && removeForm(`${pageDeskAddress(team.id)}/officers/${officer.id}/remove`, 'Take them off for good')
  return html`<h2 class="govuk-heading-m">What the page says</h2>
${factsForm({ action, values, save: officer === null ? 'Save, not shown yet' : 'Save' }, fields(shown))}
${remove}`
}

function fields(shown: Shown): Html {
  const { people, values, errors } = shown
  const field = fieldOf(shown)
  const linked = people.map(({ id, name }) => ({ value: id, words: name }))
  const day = (name: string, legend: string) =>
    dateInput({ name, legend, value: typedDay(values, name), error: errors[name], size: 's' })
  return joined([
    select({
      ...field('personId'),
      label: 'Who is it here?',
      hint: 'Whoever leaves the team is then no longer shown.',
      choices: [{ value: '', words: 'Somebody who does not sign in here' }, ...linked],
    }),
    input({ ...field('name'), label: 'Name', autocomplete: 'off' }),
    input({ ...field('rank'), label: 'Rank', width: '20', autocomplete: 'off' }),
    textarea({
      ...field('bio'),
      label: 'In their own words (optional)',
      hint: 'What they look after, and since when.',
      rows: 3,
    }),
    contactInputs(shown, ['email', 'telephone', 'mobile', 'twitter']),
    checkboxes({
      name: 'contactable',
      legend: 'Named officer',
      size: 's',
      small: true,
      choices: [
        {
          value: 'yes',
          words: 'Anybody may ask this officer',
          hint: 'They need an e-mail address or a telephone number.',
        },
      ],
      values: typed(values, 'contactable') === '' ? [] : ['yes'],
    }),
    neighbourhoodsField(shown),
    day('shownFrom', 'Shown from'),
    day('shownUntil', 'Shown until (optional)'),
    placeInput(shown),
  ])
}

function neighbourhoodsField({ neighbourhoods, values }: Shown): Html {
  if (neighbourhoods.length < 2) return nothing
  return checkboxes({
    name: 'neighbourhoods',
    legend: 'For which neighbourhoods? (optional)',
    hint: 'Leave all empty for the whole team.',
    choices: neighbourhoods.map(({ id, name }) => ({ value: id, words: name })),
    values: typedList(values, 'neighbourhoods'),
    size: 's',
    small: true,
  })
}

function photo({ team, errors }: Shown, officer: OfficerKept): Html {
  const address = `${pageDeskAddress(team.id)}/officers/${officer.id}/photo`
  const kept = html`<p><img class="officer__photo" src="${address}?${officer.photoId}" alt="Photo of ${officer.name}" width="96" height="96"></p>
${removeForm(`${address}/remove`, 'Take the photo away')}`
  return html`<h2 class="govuk-heading-m">Photo</h2>
${officer.photoId !== null && kept}
<form class="desk-form" method="post" action="${address}" enctype="multipart/form-data" novalidate>
${fileUpload({ name: 'photo', label: 'Choose a photo (JPEG, PNG or WebP)', hint: 'Up to 10 MB. It is made smaller, and what the camera wrote into it is taken out.', error: errors['photo'], size: 's' })}
${button('Save the photo', { kind: 'secondary' })}
</form>`
}
