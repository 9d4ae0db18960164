import { typed, typedList, type FieldErrors, type FormValues } from '#platform/form.ts'
import { checkboxes, radios } from '#platform/govuk.ts'
import { joined, type Html } from '#platform/html.ts'
import { capitalised } from '#platform/capitalised.ts'
import { communities } from './engagement.ts'

/** How the same questions are put of what is to come and of what was held. */
type Legends = { readonly communities: string; readonly ledBy: string; readonly joined: string }

/** Whom an engagement is meant to reach and whose it is: asked alike when it is planned and when it is recorded. */
export const reachFields = (legends: Legends, values: FormValues, errors: FieldErrors): Html =>
  joined([
    checkboxes({
      name: 'communities',
      legend: legends.communities,
      hint: 'Choose all that apply.',
      choices: communities.map((value) => ({ value, words: capitalised(value) })),
      values: typedList(values, 'communities'),
      error: errors['communities'],
      size: 's',
      small: true,
    }),
    radios({
      name: 'ledBy',
      legend: legends.ledBy,
      choices: [
        { value: 'police', words: 'Ours' },
        { value: 'local event', words: legends.joined },
      ],
      value: typed(values, 'ledBy') || 'police',
      size: 's',
      small: true,
    }),
  ])
