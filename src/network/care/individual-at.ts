import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { keeperAt, networkOf } from '../keeper-at.ts'
import { findKeyIndividual } from '../key-individuals.sql.ts'

/** The key individual of an address and the desk it stands on; throws a Refusal (404) where the team keeps no such person. */
export async function individualAt(visit: Visit) {
  const desk = await keeperAt(visit)
  const person = await findKeyIndividual(visit.db, desk.team.id, visit.params['id'] ?? '')
  if (!person) throw new Refusal(`${desk.team.name} keeps in touch with no such person.`, 404)
  const network = networkOf(desk.team.id)
  return { ...desk, person, network, address: `${network}/individuals/${person.id}` }
}
