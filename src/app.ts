import { apiRoutes } from '#open-data/api.routes.ts'
import { contractRoutes } from '#contracts/contracts.routes.ts'
import { engagementRoutes } from '#engagements/held/engagements.routes.ts'
import { plannedEngagementRoutes } from '#engagements/planned/planned-engagements.routes.ts'
import { evidenceImportRoutes } from '#evidence-import/evidence-import.routes.ts'
import { frameworkRoutes } from '#frameworks/frameworks.routes.ts'
import { frameworkDeskRoutes } from '#frameworks/load-framework.routes.ts'
import { oversightRoutes } from '#oversight/oversight.routes.ts'
import { signInRoutes } from '#people/sign-in.routes.ts'
import type { Route } from '#platform/http/routes.ts'
import { publicRoutes } from '#public-site/public.routes.ts'

/** The only list of slices: every address the program answers, first the named ones, then those that begin with a force. */
export const routesOf = (settings: { readonly demonstration: boolean }): readonly Route[] => [
  ...signInRoutes(settings),
  ...apiRoutes,
  ...frameworkRoutes,
  ...oversightRoutes,
  ...engagementRoutes,
  ...plannedEngagementRoutes,
  ...evidenceImportRoutes,
  ...contractRoutes,
  ...frameworkDeskRoutes,
  ...publicRoutes,
]
