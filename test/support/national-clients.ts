import { z } from 'zod'

/** What published clients of the national interface need so that they do not fail, each by who reads it so. */
const contactDetails = z.record(z.string(), z.string().nullable())

/** A Rust client reads each of these as a text that must be there. */
const centre = z.strictObject({ latitude: z.string(), longitude: z.string() })

/** Two Python clients and a Go client take each value of a link and of a location for a text. */
const texts = z.record(z.string(), z.string())
const link = texts.and(z.object({ url: z.string(), title: z.string() }))
const location = texts.and(z.object({ type: z.string() }))

/** A Python client makes an instant of `%Y-%m-%dT%H:%M:%S`, and fails on a zone and on null. */
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)

const officer = z.object({
  name: z.string(),
  rank: z.string(),
  bio: z.string().nullable(),
  contact_details: contactDetails,
})

const crime = z.object({
  category: z.string(),
  persistent_id: z.string(),
  location_type: z.string(),
  location_subtype: z.string(),
  id: z.int().min(0).max(2_147_483_647),
  location: centre.extend({ street: z.object({ id: z.int().min(0).max(2_147_483_647), name: z.string() }) }),
  context: z.string(),
  month: z.string(),
  outcome_status: z.object({ category: z.string(), date: z.string() }).nullish(),
})

const outcome = z.object({
  category: z.object({ code: z.string(), name: z.string() }),
  date: z.string(),
  person_id: z.string().nullable(),
})

/** The shape that each client would read without failing, by the kind of answer. */
export const readByClients = {
  forces: z.array(z.object({ id: z.string().min(1), name: z.string().min(1) })),
  force: z.object({
    id: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    url: z.string(),
    telephone: z.string(),
    engagement_methods: z.array(
      z.object({ type: z.string(), title: z.string(), url: z.string(), description: z.string().nullable() }),
    ),
  }),
  officers: z.array(officer),
  neighbourhood: z.object({
    id: z.string().min(1),
    name: z.string().min(1),
    description: z.string().nullish(),
    // Made a whole number where it is not null.
    population: z.string().regex(/^\d+$/).nullable(),
    url_force: z.string(),
    contact_details: contactDetails,
    centre,
    links: z.array(link),
    locations: z.array(location),
  }),
  boundary: z.array(centre),
  events: z.array(
    z.object({
      title: z.string(),
      type: z.string(),
      address: z.string(),
      description: z.string().nullable(),
      start_date: instant,
      end_date: instant,
      contact_details: contactDetails,
    }),
  ),
  // Sorted by the day, which fails where some have one and some have none.
  priorities: z.array(
    z.object({
      issue: z.string(),
      'issue-date': instant,
      action: z.string().nullable(),
      'action-date': instant.nullable(),
    }),
  ),
  crimes: z.array(crime),
  outcomes: z.array(outcome.extend({ crime: crime.omit({ outcome_status: true }) })),
  case: z.object({ crime: crime.omit({ outcome_status: true }), outcomes: z.array(outcome).nullable() }),
}
